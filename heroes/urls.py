"""`worlds/{w}/heroes/`: the heroes themselves. What they did and felt is hung in beside them."""

from django.urls import path

from heroes.api import views

urlpatterns = [
    path("", views.Heroes.as_view(), name="heroes"),
    path("<number:hero>/", views.OneHero.as_view(), name="hero"),
    path("<number:hero>/relationships/", views.Relationships.as_view(), name="relationships"),
]

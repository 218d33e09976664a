"""`worlds/{w}/heroes/{h}/`: what the hero holds of the master."""

from django.urls import path

from influence.api import views

urlpatterns = [
    path("influence/", views.HeroInfluence.as_view(), name="influence"),
    path("orders/", views.Orders.as_view(), name="orders"),
    path("interventions/", views.Interventions.as_view(), name="interventions"),
]

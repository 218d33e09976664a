"""`worlds/{w}/quests/`."""

from django.urls import path

from quests.api import views

urlpatterns = [
    path("", views.Quests.as_view(), name="quests"),
    path("<number:quest>/", views.OneQuest.as_view(), name="quest"),
    path("<number:quest>/assignments/", views.Assignments.as_view(), name="assignments"),
]

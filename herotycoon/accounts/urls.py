"""People and their sessions. `me/` is hung in above, where their worlds are."""

from django.urls import path

from herotycoon.accounts.api import views

urlpatterns = [
    path("users/", views.Users.as_view(), name="users"),
    path("sessions/", views.Sessions.as_view(), name="sessions"),
    path("sessions/<uuid:session>/", views.OneSession.as_view(), name="session"),
    path("password-reset/", views.PasswordReset.as_view(), name="password-reset"),
]

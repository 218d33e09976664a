"""The API's description of itself. The whole of `/api/v1/` is put together in `herotycoon.urls`."""

from django.urls import path
from drf_spectacular.views import SpectacularSwaggerSplitView

from herotycoon.api import problem_pages
from herotycoon.api.description import Description

urlpatterns = [
    path("schema/", Description.as_view(), name="schema"),
    path("docs/", SpectacularSwaggerSplitView.as_view(url_name="schema"), name="docs"),
    path("problems/<slug:slug>/", problem_pages.ProblemPage.as_view(), name="problem"),
]

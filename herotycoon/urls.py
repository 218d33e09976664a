"""Addresses of the site; the doors of the apps are hung in here."""

from django.contrib import admin
from django.templatetags.static import static
from django.urls import URLPattern, URLResolver, include, path, register_converter
from django.urls.converters import IntConverter
from django.views.generic import RedirectView


class Number(IntConverter):
    """A number of a hero or a quest, which a column of whole numbers can hold."""

    regex = "[0-9]{1,10}"

    def to_python(self, value: str) -> int:
        """ValueError, which is a 404, for one that it cannot."""
        number = int(value)
        if number >= 2**31:
            raise ValueError(value)
        return number


register_converter(Number, "number")

urlpatterns: list[URLPattern | URLResolver] = [
    path("", RedirectView.as_view(pattern_name="docs"), name="front"),
    path("favicon.ico", RedirectView.as_view(url=static("desk/favicon.svg")), name="favicon"),
    path("admin/", admin.site.urls),
    path("api/v1/", include("herotycoon.api.urls")),
    path("api/v1/", include("herotycoon.accounts.urls")),
    path("api/v1/", include("worlds.urls")),
]
handler400 = "herotycoon.api.problem_pages.malformed"
handler404 = "herotycoon.api.problem_pages.nothing_here"
handler500 = "herotycoon.api.problem_pages.broken"

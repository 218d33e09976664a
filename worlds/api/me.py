"""Oneself, with one's worlds: taking everything along, and going."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from typing import IO, Any, cast

from django.http import FileResponse, HttpResponseBase

from herotycoon.accounts.api.shapes import Confirmation
from herotycoon.accounts.api.views import Myself
from herotycoon.accounts.models import User
from herotycoon.api.operation import operation
from herotycoon.api.problems import Problem
from herotycoon.api.views import Given, PersonView
from herotycoon.pg.scope import as_player
from herotycoon.workers.errands import hand_over_later
from worlds.api.shapes import Leaving
from worlds.models import World
from worlds.services.leaving import leave
from worlds.services.persons.export import export_user

IN_MEMORY = 4 * 2**20
"""Bytes of an export that need no file."""


class Me(Myself):
    """Reading, changing, and going."""

    @operation("erase_me", query=Confirmation, answer=Leaving, status=202, refuses=True)
    def delete(self, query: Confirmation) -> Leaving:
        """Erase your account and all your worlds, for ever.

        Every session ends now; a worker erases the rest.
        """
        row = User.objects.get(pk=self.user_id)
        if query.confirm != row.username:
            raise Problem("refused", "To be erased, confirm with your username; nothing was done.")
        leave(row.pk)
        hand_over_later("worlds.erase_the_marked")
        return Leaving(detail="You are logged out everywhere, and will be erased with all your worlds.")


class MyExport(PersonView):
    """Everything that is kept about somebody."""

    tag = "accounts"

    @operation("export_me", media="application/zip")
    def get(self) -> Any:
        """Everything that is kept about you and your worlds, as a ZIP of JSON lines."""
        file = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115  # the response closes it
        row = User.objects.get(pk=self.user_id)
        export_user(row, cast(IO[bytes], file), actor=row)
        file.seek(0)
        return FileResponse(
            file, as_attachment=True, filename="hero-tycoon.zip", content_type="application/zip"
        )

    def enter(self, handler: Callable[..., Any], given: Given) -> HttpResponseBase:
        """In all of one's worlds."""
        with as_player(self.user_id):
            worlds = list(World.objects.filter(owner_id=self.user_id).values_list("pk", flat=True))
        with as_player(self.user_id, worlds):
            return self.done(handler, given)

"""``manage.py audit``: who looked at whose data."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from django.core.management.base import CommandError, CommandParser
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime

from herotycoon.accounts.models import AuditEntry
from herotycoon.accounts.services.audit import drop_before
from herotycoon.accounts.services.people import Ambiguous, NoSuchUser, find_user
from worlds.management.doors import Door


class Command(Door):
    """Prints the record, the oldest row first; or drops what is older than its retention."""

    help = "Print who looked at, moved or erased whose data. Rows stay until they are dropped: see docs/personal-data.md."
    refusals = (NoSuchUser, Ambiguous)

    def add_arguments(self, parser: CommandParser) -> None:
        """Which rows."""
        parser.add_argument(
            "--user", metavar="USER", help="done by or to them: a name, an id, or a pseudonym"
        )
        parser.add_argument("--since", metavar="ISO", help="from that day or moment on")
        parser.add_argument(
            "--drop-older-than", metavar="DAYS", type=int, help="delete what is older instead"
        )

    def enter(self, **options: Any) -> None:
        """Print, or drop."""
        days: int | None = options["drop_older_than"]
        if days is not None:
            if days < 1:
                raise CommandError("--drop-older-than takes a number of days, 1 or more.")
            self.stdout.write(f"{drop_before(timezone.now() - timedelta(days=days)):,} rows dropped.")
            return
        for entry in _found(options["user"], options["since"]).iterator():
            self.stdout.write(_line(entry))


def _found(user: str | None, since: str | None) -> QuerySet[AuditEntry]:
    entries = AuditEntry.objects.order_by("at", "id")
    if user:
        who = _somebody(user)
        entries = entries.filter(Q(actor_id=who) | Q(subject_id=who))
    if since:
        entries = entries.filter(at__gte=_moment(since))
    return entries


def _somebody(text: str) -> UUID:
    """Also a pseudonym, whose account is gone."""
    try:
        return find_user(text).pk
    except NoSuchUser:
        try:
            return UUID(text)
        except ValueError:
            pass
        raise


def _moment(text: str) -> datetime:
    try:
        day, moment = parse_date(text), parse_datetime(text)
    except ValueError:
        day = moment = None
    if moment is None and day is not None:
        moment = datetime(day.year, day.month, day.day)  # noqa: DTZ001 - made aware below
    if moment is None:
        raise CommandError(f"--since takes a day or a moment like 2026-05-01T12:00Z, not {text!r}.")
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _line(entry: AuditEntry) -> str:
    told = [f"{entry.at:%Y-%m-%d %H:%M:%SZ}", entry.actor or str(entry.actor_id or "somebody"), entry.action]
    if entry.subject_id:
        told.append(f"of {entry.subject_id}")
    if entry.about_world:
        told.append(f"in world {entry.about_world}")
    return "  ".join([*told, *(f"{name}={value}" for name, value in sorted(entry.details.items()))])

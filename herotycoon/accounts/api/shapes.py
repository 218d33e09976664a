"""What is asked and answered about people and their sessions."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field, StringConstraints

from herotycoon.api.documents import Command, Document, Page, Query, example

Username = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9@.+_-]{1,150}$")]
Email = Annotated[
    str, StringConstraints(pattern=r"^$|^[A-Za-z0-9._%+-]{1,64}@([A-Za-z0-9-]{1,40}\.){1,4}[A-Za-z]{2,20}$")
]
Password = Annotated[
    str,
    StringConstraints(min_length=10, max_length=256),
    Field(
        description="Not digits alone, none of the common ones, and not much like the name or the address."
    ),
]
AnyName = Annotated[str, StringConstraints(pattern=r"^[^\u0000]*$", max_length=150)]
"""What may have been a name once; PostgreSQL knows no NUL."""
AnyPassword = Annotated[str, StringConstraints(max_length=256)]
Device = Annotated[str, StringConstraints(pattern=r"^[ -~\u00A1-\u00AC\u00AE-\u0377]*$", max_length=200)]
PASSWORD = "correct-horse-battery"  # noqa: S105  # an example


class Registration(Command):
    """A new account. An address is optional; without one nobody can help who forgets the password."""

    model_config = Command.model_config | example(username="ada", password=PASSWORD, email="ada@example.org")

    username: Username
    password: Password
    email: Email = ""


class Login(Command):
    """Who is coming, on what."""

    model_config = Command.model_config | example(username="ada", password=PASSWORD, device="Ada's phone")

    username: AnyName
    password: AnyPassword
    device: Device = Field(default="", description="What you call the device, to recognize it in the list.")


class AccountChange(Command):
    """What is to be otherwise; what is left out stays. A new password needs the present one, and ends other sessions."""

    model_config = Command.model_config | example(email="ada@example.org")

    username: Username | None = None
    email: Email | None = None
    password: Password | None = None
    current_password: AnyPassword | None = None


class Forgotten(Command):
    """Where the letter goes to."""

    model_config = Command.model_config | example(email="ada@example.org")

    email: Email


class Renewal(Command):
    """What the letter said, and the new password."""

    model_config = Command.model_config | example(
        user="01a204d5-77eb-7254-8f36-0243bc2e72d9",
        code="d1f2ab-0123456789abcdef0123456789abcdef",
        password=PASSWORD,
    )

    user: Annotated[UUID, Field(strict=False)]
    code: Annotated[str, StringConstraints(pattern=r"^[0-9a-z]{1,13}-[0-9a-f]{32,64}$")]
    password: Password


class Account(Document):
    """A person, as they are known here."""

    id: UUID
    username: str
    email: str
    date_joined: datetime


class Me(Account):
    """Oneself: the account, the present visit, and how many worlds there may be."""

    visit_started_at: datetime
    previous_visit_ended_at: datetime | None = Field(
        description="Where reports begin; null on the first visit."
    )
    worlds_limit: int


class Session(Document):
    """A device that somebody is logged in on."""

    id: UUID
    device: str
    created_at: datetime
    last_seen_at: datetime
    expires_at: datetime | None
    current: bool = Field(description="Whether it is the one that asks.")


class NewSession(Session):
    """A session with its token, which is shown once."""

    token: str


class SessionPage(Page):
    """Open sessions, the newest first."""

    results: list[Session]


class Ended(Document):
    """How many sessions were ended."""

    ended: int


class Sent(Document):
    """A letter is on its way, if there is an account of that address."""

    detail: str


class Confirmation(Query):
    """Erasing is for ever."""

    confirm: str = Field(max_length=150, description="Your username, to show that you mean it.")

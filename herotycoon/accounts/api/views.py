"""Coming, being known, and going."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.http import Http404

from herotycoon.accounts.api.shapes import (
    Account,
    AccountChange,
    Ended,
    Forgotten,
    Login,
    Me,
    NewSession,
    Registration,
    Renewal,
    Sent,
    Session,
    SessionPage,
)
from herotycoon.accounts.models import User, UserSession
from herotycoon.accounts.services import forgotten, lockout, registration, sessions
from herotycoon.api.documents import Paged
from herotycoon.api.operation import operation
from herotycoon.api.pages import page
from herotycoon.api.problems import Fault, Invalid, Problem
from herotycoon.api.throttles import Throttle
from herotycoon.api.views import PersonView
from herotycoon.workers.errands import hand_over


class Users(PersonView):
    """Registering."""

    tag = "accounts"

    @operation("register", body=Registration, answer=Account, status=201, refuses=True, stranger=True)
    def post(self, body: Registration) -> Account:
        """Make an account."""
        try:
            user = registration.register(body.username, body.password, body.email)
        except registration.Unfit as error:
            raise unfit(error) from None
        return Account.model_validate(user)


class PasswordReset(PersonView):
    """For who forgot."""

    tag = "accounts"

    @operation("ask_for_password_reset", body=Forgotten, answer=Sent, status=202, stranger=True)
    def post(self, body: Forgotten) -> Sent:
        """Send a letter with a code to an address.

        The answer is the same whether or not there is an account of that address.
        """
        hand_over("accounts.write_letters", body.email)
        return Sent(detail="If there is an account of that address, a letter is on its way.")

    @operation("reset_password", body=Renewal, status=204, refuses=True, stranger=True)
    def put(self, body: Renewal) -> None:
        """Choose a new password, with the code from the letter. Every session ends."""
        try:
            forgotten.renew(body.user, body.code, body.password)
        except registration.Unfit as error:
            raise unfit(error) from None


class Sessions(PersonView):
    """Logging in, and where one is logged in."""

    tag = "accounts"

    @operation("list_sessions", query=Paged, answer=SessionPage)
    def get(self, query: Paged) -> SessionPage:
        """Where you are logged in."""
        rows = UserSession.objects.filter(sessions.open_sessions(self.user_id))
        found, following = page(rows, ["-id"], query.cursor, query.limit)
        return SessionPage(next=following, results=[_told(one, self.request.auth.pk) for one in found])

    @operation("log_in", body=Login, answer=NewSession, status=201, stranger=True)
    def post(self, body: Login) -> NewSession:
        """Begin a session.

        The token is shown in this answer and never again; send it as `Authorization: Bearer TOKEN`.
        """
        address = Throttle().get_ident(self.request)
        try:
            lockout.check(body.username, address)
            begun = sessions.log_in(body.username, body.password, body.device)
        except lockout.LockedOut as error:
            raise Problem("locked-out", str(error), {"Retry-After": str(error.seconds)}) from None
        except sessions.WrongLogin as error:
            lockout.failed(body.username, address)
            raise Problem("unauthenticated", str(error), {"WWW-Authenticate": "Bearer"}) from None
        told = _told(begun.session, begun.session.pk)
        return NewSession(**told.model_dump(), token=begun.token)

    @operation("end_all_sessions", answer=Ended)
    def delete(self) -> Ended:
        """Log out everywhere, here too."""
        return Ended(ended=sessions.end(self.user_id))


class OneSession(PersonView):
    """One device."""

    tag = "accounts"

    @operation("end_session", status=204)
    def delete(self, session: UUID) -> None:
        """Log out on one device."""
        if not sessions.end(self.user_id, session):
            raise Http404


class Myself(PersonView):
    """Oneself. (Who goes has worlds to take along: `worlds.api` adds that.)"""

    tag = "accounts"

    @operation("read_me", answer=Me)
    def get(self) -> Me:
        """Who you are, and the visit you are on."""
        return self.told(User.objects.get(pk=self.user_id))

    @operation("change_me", body=AccountChange, answer=Me, refuses=True)
    def patch(self, body: AccountChange) -> Me:
        """Change your name, address or password."""
        try:
            if body.password is not None:
                registration.change_password(
                    self.user_id, body.current_password or "", body.password, session=self.request.auth.pk
                )
            row = registration.change(self.user_id, username=body.username, email=body.email)
        except registration.Unfit as error:
            raise unfit(error) from None
        return self.told(row)

    def told(self, row: User) -> Me:
        """The row with what hangs on it."""
        visit = UserSession.objects.get(pk=self.request.auth.pk)
        return Me(
            **Account.model_validate(row).model_dump(),
            visit_started_at=visit.started_at,
            previous_visit_ended_at=visit.previous_seen_at,
            worlds_limit=settings.WORLDS_PER_USER,
        )


def unfit(error: registration.Unfit) -> Invalid:
    """A field that cannot be so."""
    return Invalid([Fault(pointer=f"/{error.field}", detail=str(error))])


def _told(session: UserSession, current: UUID) -> Session:
    return Session(
        id=session.pk,
        device=session.device,
        created_at=session.created_at,
        last_seen_at=session.last_seen_at,
        expires_at=session.expires_at,
        current=session.pk == current,
    )

"""What workers do for people."""

from __future__ import annotations

from celery import shared_task

from herotycoon.accounts.services import forgotten, sweep


@shared_task(name="accounts.write_letters")
def write_letters(email: str) -> None:
    """Send a letter to who forgot their password."""
    forgotten.send_letters(email)


@shared_task(name="accounts.sweep")
def sweep_up() -> None:
    """Forget sessions that nobody can come back to, and answers to commands that nobody sends again."""
    sweep.sweep_up()

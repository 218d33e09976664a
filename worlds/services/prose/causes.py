"""What moves a hero's feelings about the master, in words."""

from __future__ import annotations

from worlds.services.prose.deeds import plain
from worlds.services.prose.language import capital, listed

CAUSES = {
    "wages_paid": "wages were paid",
    "wages_missed": "wages were not paid",
    "quest_won": "a quest was won under the guild's banner",
    "quest_lost": "a quest was lost under the guild's banner",
    "order_done": "an order was carried out",
    "promise_broken": "a promise was broken",
    "calm_days": "some days went by calmly",
    "quiet_days": "fame wore off in quiet days",
    "praise": "the master praised them",
    "reward": "the master rewarded them",
    "gift": "the master gave them something",
    "punish": "the master punished them",
    "threaten": "the master threatened them",
    "console": "the master consoled them",
    "mediate": "the master reconciled them with a rival",
    "promise": "the master promised them gold",
    "promise_kept": "a promise was kept",
    "order": "the master gave an order",
    "order_agreed": "an order was agreed to",
    "order_refused": "an order was refused",
    "urgent_order": "the order was urgent",
}
"""By what a cause is called in the log."""


def because(causes: list[str]) -> str:
    """'Wages were paid and some days went by calmly'."""
    return capital(listed([CAUSES.get(cause, plain(cause)) for cause in causes]))

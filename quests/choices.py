"""The closed sets of quests."""

from django.db.models import TextChoices


class QuestSource(TextChoices):
    """Who asks."""

    WORLD = "world"
    MASTER = "master"


class QuestStatus(TextChoices):
    """Where the quest stands. On the board while open; unfinished until it succeeded, failed or expired."""

    OPEN = "open"
    MUSTERING = "mustering"
    UNDERWAY = "underway"
    SUCCEEDED = "succeeded"
    FAILED = "failed"
    EXPIRED = "expired"


UNFINISHED = (QuestStatus.OPEN, QuestStatus.MUSTERING, QuestStatus.UNDERWAY)


class AssignmentStatus(TextChoices):
    """Where the hero stands with the quest."""

    TRAVELLING = "travelling"
    TRIAL = "trial"
    SUCCEEDED = "succeeded"
    FAILED = "failed"
    ABANDONED = "abandoned"

"""The closed sets of heroes, their bonds and their log. The words are those of `heroes.sim.lexicon`."""

from django.db.models import TextChoices


class HeroClass(TextChoices):
    """What a hero has learned to be."""

    WARRIOR = "warrior"
    RANGER = "ranger"
    MAGE = "mage"
    CLERIC = "cleric"
    ROGUE = "rogue"
    BARD = "bard"
    ARTISAN = "artisan"
    SCHOLAR = "scholar"


class HeroStatus(TextChoices):
    """Nobody dies. Gone: left the guild, still in the world's memory."""

    ACTIVE = "active"
    AWAY = "away"
    INCAPACITATED = "incapacitated"
    GONE = "gone"


class RelationshipKind(TextChoices):
    """What one hero is to another; several may hold at once."""

    FRIENDSHIP = "friendship"
    RIVALRY = "rivalry"
    ROMANTIC = "romantic"
    MENTOR = "mentor"


class MentorRole(TextChoices):
    """Which end of a mentorship the row's hero is. Other bonds are alike at both ends."""

    ALIKE = "", "Alike"
    MENTOR = "mentor"
    PUPIL = "pupil"


MENTORSHIP = (MentorRole.MENTOR, MentorRole.PUPIL)


class ActivityKind(TextChoices):
    """What a row of the log tells: a hero's doing, a hand from outside, a correction, the world's turn."""

    ACTION = "action"
    INPUT = "input"
    EDIT = "edit"
    EVENT = "event"

"""Quests in words."""

from herotycoon.storyteller.schemas import QuestRequest, QuestStory
from herotycoon.storyteller.template.grammar import in_text, plural


def quest(request: QuestRequest) -> QuestStory:
    """A title and two sentences."""
    foe, place = request.monster.replace("_", " ") or "trouble", in_text(request.place_name)
    return QuestStory(
        title=f"The {foe.title()} of {request.place_name}"[:80],
        description=f"Something is wrong at {place}. The {plural(foe)} may know more.",
    )

"""The template storyteller: built in, deterministic, needs nothing."""

from herotycoon.storyteller.schemas import (
    EventRequest,
    EventStory,
    HeroesRequest,
    HeroStory,
    QuestRequest,
    QuestStory,
    WorldRequest,
    WorldStory,
)
from herotycoon.storyteller.template.events.telling import event
from herotycoon.storyteller.template.heroes import heroes
from herotycoon.storyteller.template.quests.telling import quest
from herotycoon.storyteller.template.world import world


class TemplateStoryteller:
    """Grammar and dice. The same request gets the same answer on every platform and version of Python."""

    def world(self, request: WorldRequest) -> WorldStory:
        return world(request.seed)

    def heroes(self, request: HeroesRequest) -> list[HeroStory]:
        return heroes(request)

    def quest(self, request: QuestRequest) -> QuestStory:
        return quest(request)

    def event(self, request: EventRequest) -> EventStory:
        return event(request)

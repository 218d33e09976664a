"""World events in words."""

from herotycoon.storyteller.schemas import EventRequest, EventStory
from herotycoon.storyteller.template.grammar import in_text


def event(request: EventRequest) -> EventStory:
    """A name and two sentences."""
    kind = request.kind.replace("_", " ")
    where = in_text(request.place_name) if request.place_name else "everywhere"
    return EventStory(name=f"The {kind}", description=f"There is a {kind}. It is felt at {where}.")

"""What a storyteller for hire is asked, and what it may answer: a class for each question, and one for its answer.

A question carries everything that goes to the storyteller, each text cleaned and cut to a length, and nothing that a
master wrote, except for a report's, whose answer never enters the world. An answer is only words: the world's numbers,
names and choices are never a stranger's. Unknown keys are refused, and so is whatever does not fit the question.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import BaseModel, Field, StringConstraints

from herotycoon.storyteller import prose
from herotycoon.storyteller.question import (
    OF,
    Answer,
    Asked,
    Habit,
    Line,
    Long,
    Lore,
    Number,
    Short,
    Story,
    Told,
    off_the_point,
    others,
    repeated,
    without_article,
)
from herotycoon.storyteller.vocabulary import Pronoun

MOST_HEROES, MOST_TALES, MOST_FACTS = 6, 8, 40
"""Of one question."""


# --- a world --------------------------------------------------------------------------------------
class LandmarkWords(Answer):
    number: Number
    lore: Story


class WorldWords(Answer):
    lore: Lore
    landmarks: list[LandmarkWords] = Field(max_length=6)


class Landmark(BaseModel):
    number: Number
    name: Short
    kind: Short
    lore: Long


class WorldAsked(Asked[WorldWords]):
    """Places by name; landmarks by their place in the world's list."""

    purpose = "world"
    task = (
        "Tell the lore of this world anew, in three to six sentences that name at least one of its places, and the lore"
        " of each landmark in one or two sentences that say its name."
    )
    answer = WorldWords
    places: list[Short]
    lore: Long
    landmarks: list[Landmark]

    def objections(self, answer: WorldWords) -> Iterator[str]:
        """Every landmark, each told of by its name."""
        yield from others((one.number for one in self.landmarks), (one.number for one in answer.landmarks))
        yield from off_the_point(answer.lore, self.places)
        names = {one.number: one.name for one in self.landmarks}
        for one in answer.landmarks:
            yield from off_the_point(
                one.lore, [names.get(one.number, ""), *without_article(names.get(one.number, ""))]
            )
        yield from repeated([answer.lore, *(one.lore for one in answer.landmarks)])


# --- heroes ---------------------------------------------------------------------------------------
class HeroWords(Answer):
    number: Number
    backstory: Story
    motivation: Line
    quirks: list[Habit] = Field(min_length=2, max_length=3)


class HeroesWords(Answer):
    heroes: list[HeroWords] = Field(max_length=MOST_HEROES)


class Hero(BaseModel):
    """Without a name, which may be the master's."""

    number: Number
    hero_class: Short
    pronoun: Pronoun
    traits: dict[Short, int]
    skills: dict[Short, int]
    backstory: Long
    motivation: Long
    quirks: list[Long]


class HeroesAsked(Asked[HeroesWords]):
    """Some heroes of a world."""

    purpose = "heroes"
    task = (
        "Tell of each hero anew, as their traits and skills (0 to 100) have made them: a backstory of three to five"
        " sentences, what moves them in one sentence, and two or three quirks, each a phrase that goes on after a name, such"
        " as: counts every stair. No full stop after a quirk. Never name a hero;"
        " say the pronoun that is given instead, in the backstory at least once."
    )
    answer = HeroesWords
    lore: Long
    heroes: list[Hero] = Field(min_length=1, max_length=MOST_HEROES)

    @property
    def numbers(self) -> list[int]:
        """The heroes'."""
        return [one.number for one in self.heroes]

    def objections(self, answer: HeroesWords) -> Iterator[str]:
        """Every hero once, by their pronoun."""
        yield from others(self.numbers, (one.number for one in answer.heroes))
        words = {one.number: OF[one.pronoun] for one in self.heroes}
        for one in answer.heroes:
            yield from off_the_point(one.backstory, words.get(one.number, ()))
        yield from repeated([one.backstory for one in answer.heroes])


# --- quests and events ----------------------------------------------------------------------------
class TaleWords(Answer):
    number: Number
    description: Story


class TalesWords(Answer):
    tales: list[TaleWords] = Field(max_length=MOST_TALES)


class Tale(BaseModel):
    """``about`` are words of which a description says at least one."""

    number: Number
    title: Short
    about: list[Short]
    description: Long


class TalesAsked(Asked[TalesWords]):
    """Some quests or events."""

    answer = TalesWords
    lore: Long
    tales: list[Tale] = Field(min_length=1, max_length=MOST_TALES)

    @property
    def numbers(self) -> list[int]:
        """The quests' or the events'."""
        return [one.number for one in self.tales]

    def objections(self, answer: TalesWords) -> Iterator[str]:
        """Every one once, each by a word of its own."""
        yield from others(self.numbers, (one.number for one in answer.tales))
        words = {
            one.number: [*one.about, *(short for word in one.about for short in without_article(word))]
            for one in self.tales
        }
        for one in answer.tales:
            yield from off_the_point(one.description, words.get(one.number, ()))
        yield from repeated([one.description for one in answer.tales])


_TALE_TASK = (
    "Describe each of these {things} anew, in two or three sentences that promise no reward, name no number, and say at"
    " least one of the words in `about`."
)


class QuestsAsked(TalesAsked):
    """Quests of the world's own, not the master's bounties."""

    purpose = "quests"
    task = _TALE_TASK.format(things="quests")


class EventsAsked(TalesAsked):
    """Events of the world's own."""

    purpose = "events"
    task = _TALE_TASK.format(things="events")


# --- a decision -----------------------------------------------------------------------------------
class DecisionAnswer(Answer):
    choice: Annotated[str, StringConstraints(min_length=1, max_length=120)]
    reason: Line


class Option(BaseModel):
    name: Short
    means: Long = ""


class DecisionAsked(Asked[DecisionAnswer]):
    """A hero before a choice that matters; ``number`` is the hero's, ``step`` that of the choice."""

    purpose = "decision"
    task = (
        "Choose for this hero, as their traits and memories would have them: `choice` is the name of one of the options,"
        " `reason` a sentence about the hero in the third person that says the pronoun."
    )
    answer = DecisionAnswer
    number: Number
    step: Number
    pronoun: Pronoun
    hero_class: Short
    traits: dict[Short, int]
    situation: Long
    memories: list[Long] = Field(default=[], max_length=12)
    options: list[Option] = Field(min_length=2, max_length=8)

    @property
    def numbers(self) -> list[int]:
        """The hero's, and the step."""
        return [self.number, self.step]

    def objections(self, answer: DecisionAnswer) -> Iterator[str]:
        """One of the options, and no other."""
        if answer.choice not in {one.name for one in self.options}:
            yield "it chooses what was not offered"
        yield from off_the_point(answer.reason, OF[self.pronoun])


# --- a report -------------------------------------------------------------------------------------
class ReportProse(Answer):
    text: Told


class ReportAsked(Asked[ReportProse]):
    """What happened, as sentences; ``names`` of the guild and its heroes may be a master's own words."""

    purpose = "report"
    task = (
        "Tell the master what happened, in four to eight sentences of plain good prose, from the facts alone, the most"
        " important first. Invent nothing, name no number that is not among the facts, address the master as you."
    )
    answer = ReportProse
    names: list[Short]
    facts: list[Long] = Field(min_length=1, max_length=MOST_FACTS)

    def objections(self, answer: ReportProse) -> Iterator[str]:
        """Of somebody in it, with numbers from the facts."""
        yield from off_the_point(answer.text, self.names)
        if prose.numbers(answer.text) - prose.numbers(" ".join(self.facts)):
            yield "it tells of a number that is in no fact"

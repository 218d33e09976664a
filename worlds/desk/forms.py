"""The forms of what a game master does to a world. Each says in ``args`` what the verb is to be called with."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from django import forms
from unfold.widgets import UnfoldAdminPasswordWidget, UnfoldAdminURLInputWidget

from heroes.models import Hero
from heroes.sim.rules import PUBLISHED
from herotycoon.desk.forms import Printable, because, dressed
from herotycoon.storyteller.llm.options import PROVIDERS
from quests.models import Quest
from worlds.choices import EventKind, EventStatus
from worlds.models import World, WorldEvent
from worlds.rows.survey import shape
from worlds.services import powers
from worlds.services.creation import FASTEST, SLOWEST
from worlds.services.guilds import LARGEST_BOUNTY
from worlds.services.prose.deeds import Map, plain
from worlds.services.prose.language import counted

LONGEST_LEAP = 60
"""Game days that a world may be moved ahead at a time."""


class ActForm(forms.Form):
    """What is asked of the world, and why."""

    because = because()

    def __init__(self, world: World, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.world = world
        self.prepare()
        self.order_fields([name for name in self.fields if name != "because"])
        dressed(self)

    def prepare(self) -> None:
        """Offer what there is in this world."""

    @property
    def args(self) -> dict[str, Any]:
        """What was filled in, for the verb."""
        return {name: value for name, value in self.cleaned_data.items() if name != "because"}

    def warnings(self) -> list[str]:
        """What will be lost, in sentences; where there are any, it is asked once more."""
        return []

    def offer(self, name: str, choices: list[tuple[Any, str]]) -> None:
        """Let a field choose among these."""
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101  # declared so
        field.choices = choices


def _chosen(label: str, empty: Any = None, **options: Any) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(label=label, coerce=int, empty_value=empty, **options)


class PaceForm(ActForm):
    """How fast time runs."""

    time_scale = forms.IntegerField(
        label="Game seconds per real second",
        min_value=SLOWEST,
        max_value=FASTEST,
        help_text=f"{SLOWEST} to {FASTEST:,}; 12 makes a game day of two hours.",
    )

    def prepare(self) -> None:
        """Begin with how it is."""
        self.fields["time_scale"].initial = self.world.time_scale


class RulesForm(ActForm):
    """Which version of the rules the world is to follow."""

    version = _chosen("Version of the rules")

    def prepare(self) -> None:
        """Offer what was published since."""
        later = [version for version in PUBLISHED if version > self.world.rules_version]
        self.offer("version", [(version, f"version {version}") for version in later])


class AheadForm(ActForm):
    """How far to move the world."""

    days = forms.IntegerField(label="Game days", min_value=1, max_value=LONGEST_LEAP, initial=1)

    def warnings(self) -> list[str]:
        """What was lived stays lived."""
        days = self.cleaned_data["days"]
        return [
            f"{self.world.name} will live {counted(days, 'game day')} within moments; nobody can take them back.",
            "Its heroes decide for themselves meanwhile, and its master will find it all in the report.",
        ]


class EventForm(ActForm):
    """What is to befall the world."""

    kind = forms.ChoiceField(choices=[(kind.value, kind.label) for kind in EventKind])
    days = forms.IntegerField(label="Game days", min_value=1, max_value=powers.LONGEST_DAYS, initial=2)
    place = _chosen(
        "Where",
        required=False,
        help_text="Storms, incursions and discoveries befall one place, the others every place.",
    )

    def prepare(self) -> None:
        """The places of this world."""
        self.offer("place", [("", "every place"), *_biomes(self.world)])


class EndEventForm(ActForm):
    """Which event is to end."""

    event = _chosen("Event")

    def prepare(self) -> None:
        """What is coming or in force."""
        rows = WorldEvent.objects.filter(world_id=self.world.pk).exclude(status=EventStatus.OVER)
        self.offer(
            "event", [(row.number, f"{row.name} ({plain(row.status)})") for row in rows.order_by("number")]
        )

    def warnings(self) -> list[str]:
        """What goes with it."""
        return ["The event ends with the next half hour, and what it does to the heroes with it."]


class QuestForm(ActForm):
    """What is to be put on the board."""

    title = Printable(max_length=120)
    description = Printable(max_length=2000, required=False, lines=True)
    place = _chosen("Where")
    difficulty = forms.IntegerField(min_value=1, max_value=100, initial=20, help_text="1 to 100.")
    gold = forms.IntegerField(
        min_value=0, max_value=LARGEST_BOUNTY, initial=30, help_text="Paid by the world, not by the guild."
    )
    days = forms.IntegerField(label="Game days on the board", min_value=1, max_value=30, initial=7)
    party = forms.IntegerField(label="Heroes at most", min_value=1, max_value=4, initial=4)

    def prepare(self) -> None:
        """The places of this world."""
        self.offer("place", _biomes(self.world))


class WithdrawForm(ActForm):
    """Which quest is to come off the board."""

    quest = _chosen("Quest")

    def prepare(self) -> None:
        """What hangs there."""
        rows = Quest.objects.filter(world_id=self.world.pk, status="open").order_by("number")
        self.offer("quest", [(row.number, row.title) for row in rows])

    def warnings(self) -> list[str]:
        """What goes with it."""
        return [
            "The quest comes off the board, and nobody can take it on any more; a bounty's gold goes back."
        ]


class GrantForm(ActForm):
    """What is to be given or taken, by difference."""

    hero = _chosen("To whom", required=False)
    what = forms.ChoiceField(
        choices=[
            (powers.TREASURY, "gold of the treasury"),
            *((name, plain(name)) for name in powers.BELONGINGS),
        ]
    )
    change = forms.IntegerField(
        label="Difference",
        min_value=-powers.LARGEST,
        max_value=powers.LARGEST,
        help_text="50 gives fifty, −50 takes fifty away.",
    )

    def prepare(self) -> None:
        """The guild, and its people."""
        rows = Hero.objects.filter(world_id=self.world.pk).exclude(status="gone").order_by("number")
        named = [(number, name) for number, name in rows.values_list("number", "name")]
        self.offer("hero", [("", "the guild"), *named])

    def warnings(self) -> list[str]:
        """What will be gone."""
        change = self.cleaned_data["change"]
        if change >= 0:
            return []
        hero, offered = self.cleaned_data["hero"], dict(self.fields["hero"].choices)  # type: ignore[attr-defined]
        whose = "The guild" if hero is None else offered[hero]
        return [f"{whose} will have {-change:,} less: {plain(self.cleaned_data['what'])}."]


class TellerForm(ActForm):
    """Who writes the words of the world."""

    kind = forms.ChoiceField(
        label="Who", choices=[("template", "the built-in storyteller"), ("llm", "one for hire")]
    )
    provider = forms.ChoiceField(
        required=False,
        choices=[("", "the deployment's"), *((name, name) for name in PROVIDERS)],
        help_text="One of its own needs a model and a key, which is sealed and shown to nobody.",
    )
    model = Printable(max_length=120, required=False)
    base_url = forms.URLField(
        label="Address",
        required=False,
        assume_scheme="https",
        widget=UnfoldAdminURLInputWidget,
        help_text="Of a server that speaks as the provider's does; empty is the provider's own.",
    )
    key = forms.CharField(required=False, widget=UnfoldAdminPasswordWidget)

    def prepare(self) -> None:
        """Begin with how it is; a key that is there stays where none is given."""
        own = self.world.settings.get("llm", {})
        self.initial = {"kind": self.world.settings.get("storyteller", "template")} | own

    def warnings(self) -> list[str]:
        """What leaves this server."""
        if self.cleaned_data["kind"] == "template":
            return []
        return [
            "What the world tells of itself is sent to that server, within its budget; what comes back is checked."
        ]


class LoreForm(ActForm):
    """What a world tells of itself: its lore, and what its places are called."""

    lore = Printable(max_length=4000, lines=True, required=False)

    def prepare(self) -> None:
        """A field for each place, by its number."""
        self.fields["lore"].initial = self.world.data.get("lore", "")
        for number, name in enumerate(Map.of(self.world.data).names):
            self.fields[f"place_{number}"] = Printable(label=f"Place {number}", max_length=80, initial=name)

    @property
    def args(self) -> dict[str, Any]:
        """The world's document with these words."""
        given, data = self.cleaned_data, deepcopy(self.world.data)
        data["lore"] = given["lore"]
        places = [data["hall"], data["town"], *data["biomes"], *data["landmarks"]]
        for number, place in enumerate(places):
            place["name"] = given[f"place_{number}"]
        return {"data": data}


class MendForm(ActForm):
    """The document of a world that cannot be turned, as it stands: what is broken has no form of its own."""

    document = forms.JSONField(
        label="The world's document",
        widget=forms.Textarea(attrs={"rows": 24, "class": "desk-document", "spellcheck": "false"}),
        help_text="Biomes, landmarks, town, hall, lore, as JSON.",
    )

    def prepare(self) -> None:
        """What there is."""
        self.fields["document"].initial = self.world.data

    def clean_document(self) -> dict[str, Any]:
        """Refuse what no world can be made of, and say where it is wrong."""
        given = self.cleaned_data["document"]
        try:
            shape(given)
        except ValueError as error:
            raise forms.ValidationError(f"This is no world: {error}.") from error
        return dict(given)

    @property
    def args(self) -> dict[str, Any]:
        """As the verb calls it."""
        return {"data": self.cleaned_data["document"]}


def _biomes(world: World) -> list[tuple[Any, str]]:
    names = Map.of(world.data).names
    return [(number, names[number]) for number in range(2, 2 + len(world.data.get("biomes", ())))]

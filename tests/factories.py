"""Rows for tests, each with the rows it stands on. Say what matters to the test, leave out the rest.

`a_hero(world=world, gold=5)` is a hero of that world's guild; without a world, one is made.
"""

from datetime import UTC, datetime
from typing import Any

from django.db.models import F
from factory.declarations import LazyFunction, SelfAttribute, Sequence, SubFactory
from factory.django import DjangoModelFactory
from uuid_utils.compat import uuid7

from heroes.models import Activity, Decision, Hero, HeroRelationship
from heroes.sim.lexicon import TRAITS
from herotycoon.accounts.models import AuditEntry, User, UserSession
from influence.models import MasterInfluence
from quests.models import Quest, QuestAssignment
from worlds.models import ArchivedWeek, Checkpoint, Guild, World, WorldEvent

PASSWORD = "a-dragon-in-the-attic"
EPOCH = datetime(1000, 1, 1, tzinfo=UTC)
UNSAID = 1_000_000_000
"""Where the numbers of rows begin that no test says. One process makes hundreds: in the way of none that a test does say."""
MIDDLING = dict.fromkeys(TRAITS, 50)
"""A personality without edges."""


class _User(DjangoModelFactory[User]):
    class Meta:
        model = User

    username = Sequence(lambda n: f"player{n}")

    @classmethod
    def _create(cls, model_class: type[User], *args: Any, **fields: Any) -> User:
        return model_class.objects.create_user(*args, **{"password": PASSWORD, **fields})


class _UserSession(DjangoModelFactory[UserSession]):
    class Meta:
        model = UserSession

    user = SubFactory(_User)
    device = "a phone"


class _AuditEntry(DjangoModelFactory[AuditEntry]):
    class Meta:
        model = AuditEntry

    actor = "a game master"
    action = "enter_world"


class _World(DjangoModelFactory[World]):
    class Meta:
        model = World

    owner = SubFactory(_User)
    name = "Oakmere"
    seed = 7


class _Guild(DjangoModelFactory[Guild]):
    class Meta:
        model = Guild
        django_get_or_create = ("world",)  # a world has one guild

    world = SubFactory(_World)
    name = "The Lantern"


class _WorldEvent(DjangoModelFactory[WorldEvent]):
    class Meta:
        model = WorldEvent

    world = SubFactory(_World)
    number = Sequence(UNSAID.__add__)
    kind = "festival"
    name = "Midsummer"
    starts_step = 0
    ends_step = 48


class _Hero(DjangoModelFactory[Hero]):
    class Meta:
        model = Hero

    world = SubFactory(_World)
    guild = SubFactory(_Guild, world=SelfAttribute("..world"))
    number = Sequence(UNSAID.__add__)
    name = Sequence(lambda n: f"Hero {n}")
    hero_class = "warrior"
    personality = MIDDLING


class _Relationship(DjangoModelFactory[HeroRelationship]):
    class Meta:
        model = HeroRelationship

    hero = SubFactory(_Hero)
    other = SubFactory(_Hero, world=SelfAttribute("..hero.world"))
    world = SelfAttribute("hero.world")
    kind = "friendship"


class _Influence(DjangoModelFactory[MasterInfluence]):
    class Meta:
        model = MasterInfluence

    hero = SubFactory(_Hero)
    world = SelfAttribute("hero.world")

    @classmethod
    def _create(cls, model_class: type[MasterInfluence], *args: Any, **fields: Any) -> MasterInfluence:
        """A hero comes with the record; here it is made to have been another one."""
        record = model_class.objects.filter(hero=fields.pop("hero"), world=fields.pop("world"))
        record.update(**{"explained_by": uuid7(), "version": F("version") + 1, **fields})
        return record.get()


class _Quest(DjangoModelFactory[Quest]):
    class Meta:
        model = Quest

    world = SubFactory(_World)
    number = Sequence(UNSAID.__add__)
    title = "The wolf of Oakmere Woods"
    place = 2
    monster = "wolf"
    difficulty = 20
    posted_step = 0
    expires_step = 96


class _Assignment(DjangoModelFactory[QuestAssignment]):
    class Meta:
        model = QuestAssignment

    quest = SubFactory(_Quest)
    world = SelfAttribute("quest.world")
    hero = SubFactory(_Hero, world=SelfAttribute("..quest.world"))
    assigned_step = 0


class _Activity(DjangoModelFactory[Activity]):
    class Meta:
        model = Activity

    hero = SubFactory(_Hero)
    world = SelfAttribute("hero.world")
    game_at = EPOCH
    real_at = datetime(2026, 1, 1, tzinfo=UTC)
    started_step = 0
    step = 2
    seq = Sequence(UNSAID.__add__)
    kind = "action"
    action = "rest"
    booked = True


class _Decision(DjangoModelFactory[Decision]):
    class Meta:
        model = Decision
        exclude = ("activity",)

    activity = SubFactory(_Activity)
    id = SelfAttribute("activity.id")
    world = SelfAttribute("activity.world")
    hero = SelfAttribute("activity.hero")
    started_step = SelfAttribute("activity.started_step")
    chosen = SelfAttribute("activity.action")
    options = {"rest": 1200, "loaf": 800}


class _ArchivedWeek(DjangoModelFactory[ArchivedWeek]):
    class Meta:
        model = ArchivedWeek

    hero = SubFactory(_Hero)
    world = SelfAttribute("hero.world")
    week = 0
    ids = LazyFunction(lambda: [uuid7()])
    started_steps = [0]
    steps = [2]
    seqs = [0]
    real_ats = [datetime(2026, 1, 1, tzinfo=UTC)]
    mood_impacts = [0]
    importances = [0]
    booked = [True]
    kinds = ["action"]
    actions = ["rest"]
    data: list[dict[str, Any]] = [{}]
    changes: list[dict[str, Any]] = [{}]


class _Checkpoint(DjangoModelFactory[Checkpoint]):
    class Meta:
        model = Checkpoint

    hero = SubFactory(_Hero)
    world = SelfAttribute("hero.world")
    step = 335
    state: dict[str, Any] = {}


def a_user(**fields: Any) -> User:
    """A player who can log in with PASSWORD."""
    user: User = _User.create(**fields)
    return user


def a_session(**fields: Any) -> UserSession:
    """A visit of a player."""
    session: UserSession = _UserSession.create(**fields)
    return session


def an_audit_entry(**fields: Any) -> AuditEntry:
    """A game master looked at a world."""
    entry: AuditEntry = _AuditEntry.create(**fields)
    return entry


def a_world(**fields: Any) -> World:
    """An empty world, without a guild."""
    world: World = _World.create(**fields)
    return world


def a_guild(**fields: Any) -> Guild:
    """The guild of `world`."""
    guild: Guild = _Guild.create(**fields)
    return guild


def an_event(**fields: Any) -> WorldEvent:
    """A festival of one day in `world`."""
    event: WorldEvent = _WorldEvent.create(**fields)
    return event


def a_hero(**fields: Any) -> Hero:
    """A middling warrior of the guild of `world`."""
    hero: Hero = _Hero.create(**fields)
    return hero


def a_relationship(**fields: Any) -> HeroRelationship:
    """One direction of a friendship between `hero` and `other`; the database adds the other one."""
    relationship: HeroRelationship = _Relationship.create(**fields)
    return relationship


def an_influence(**fields: Any) -> MasterInfluence:
    """What `hero` holds of the master."""
    influence: MasterInfluence = _Influence.create(**fields)
    return influence


def a_quest(**fields: Any) -> Quest:
    """An open quest of `world`."""
    quest: Quest = _Quest.create(**fields)
    return quest


def an_assignment(**fields: Any) -> QuestAssignment:
    """`hero`, on the way to `quest`."""
    assignment: QuestAssignment = _Assignment.create(**fields)
    return assignment


def an_activity(**fields: Any) -> Activity:
    """An hour's rest of `hero`."""
    activity: Activity = _Activity.create(**fields)
    return activity


def a_decision(**fields: Any) -> Decision:
    """Why `activity` was chosen."""
    decision: Decision = _Decision.create(**fields)
    return decision


def an_archived_week(**fields: Any) -> ArchivedWeek:
    """A week in which `hero` did nothing but rest for an hour."""
    week: ArchivedWeek = _ArchivedWeek.create(**fields)
    return week


def a_checkpoint(**fields: Any) -> Checkpoint:
    """Where the ledger of `hero` starts from after the first week."""
    checkpoint: Checkpoint = _Checkpoint.create(**fields)
    return checkpoint

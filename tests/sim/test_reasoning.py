"""What heroes say of their decisions agrees with the numbers, is good English and is seldom said twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest

from heroes.sim.choice import Decisions
from heroes.sim.contributions import TERMS, weigh
from heroes.sim.lexicon import ACTIONS, CONTRIBUTIONS, TRAITS, VOICED, Action
from heroes.sim.reasoning import reasons
from heroes.sim.rules import rules
from heroes.sim.words import quests
from heroes.sim.words.book import KINDS, MODES, Frame, book, capital, openers
from heroes.sim.words.families import clauses, sizes
from heroes.sim.words.features import QUEST_TERMS
from heroes.sim.words.hearing import NotReasoning, Spoken, spoken
from tests.sim.looks import company, contexts, decisions, seats, staged

N = 1500
POLES = (dict.fromkeys(TRAITS, 90), dict.fromkeys(TRAITS, 10), dict.fromkeys(TRAITS, 55))


@pytest.fixture(scope="module")
def made() -> Decisions:
    return decisions(N, seed=7)


@pytest.fixture(scope="module")
def said(made: Decisions) -> list[str]:
    return reasons(made, company(made), seats(N))


def test_the_words_say_what_the_numbers_say(made: Decisions, said: list[str]) -> None:
    wrong = [
        (text, meant)
        for text, meant in zip(said, map(_meant, range(N), [made] * N), strict=True)
        if spoken(text) != meant
    ]
    assert wrong == []


def _meant(row: int, made: Decisions) -> Spoken:
    """Worked out the slow way, from the definition."""
    codes = [CONTRIBUTIONS.index(name) for name in VOICED]
    weights, against = made.weights[row].tolist(), made.against[row].tolist()
    order = sorted(codes, key=lambda code: (-weights[code], code))
    lure = max(codes, key=lambda code: (against[code], -code))
    rejected = int(made.rejected[row])
    return Spoken(
        chosen=ACTIONS[made.chosen[row]],
        top=tuple(CONTRIBUTIONS[code] for code in order[:2] if weights[code] > 0),
        rejected=ACTIONS[rejected] if rejected >= 0 else None,
        tempted_by=CONTRIBUTIONS[lure] if rejected >= 0 and against[lure] > 0 else None,
    )


def test_every_action_and_contribution_survives_being_said_and_heard() -> None:
    wrong = []
    for action, (first, second), seen in _stages():
        some = staged(action, (first, second), {**seen, "company": 1}, n=2)
        for text in reasons(some, ["Old Bess"] * 2, seats(2) + action):
            heard = spoken(text)
            if (heard.chosen, heard.top) != (ACTIONS[action], (first, second)):
                wrong.append((text, heard))
    assert wrong == []


def _stages() -> Iterator[tuple[int, tuple[str, str], dict[str, int]]]:
    for action in Action:
        for name in VOICED:
            other = "hour" if name == "chance" else "chance"
            for pole in POLES if name in TRAITS else POLES[:1]:
                yield action, (name, other), {"hour": 20, **pole}
                yield action, (other, name), {"hour": 40, **pole}


def test_every_clause_is_understood_wherever_it_stands() -> None:
    texts = [
        (one.format(r=clause, R=capital(clause)), name) for clause, name in _clauses() for one in ENDINGS
    ]
    heard = [(text, name, _heard(text)) for text, name in texts]
    assert [(text, name) for text, name, all_of_it in heard if name not in _last_said(all_of_it)] == []


ENDINGS = (
    "I mean to rest: {r}. Nothing else was open to me.",
    "{R}, so I mean to rest. Nothing else was open to me.",
    "I mean to rest: it is a good place for it; besides, {r}. Nothing else was open to me.",
    "I mean to rest: it is a good place for it. Sleep came second, though {r}.",
)


def _last_said(heard: Spoken) -> tuple[str | None, ...]:
    return (*heard.top[-1:], heard.tempted_by)


def _heard(text: str) -> Spoken:
    return spoken(text.replace("{company}", "Maren Quill"))


def _clauses() -> list[tuple[str, str]]:
    found = {
        (clause, name): None
        for name, count in sizes().items()
        for feature in range(count)
        for action in Action
        for clause in clauses(name, feature, action)
    }
    return list(found)


def test_no_two_contributions_share_a_clause() -> None:
    owner: dict[str, str] = {}
    shared = [clause for clause, name in _clauses() if owner.setdefault(clause, name) != name]
    assert shared == []


def test_every_way_to_speak_of_an_action_is_understood() -> None:
    wrong = []
    for action in Action:
        for one in {one for mode in range(MODES) for one in openers(action, mode)}:
            text = f"{one}: it is a good place for it. Sleep came second, though a whim says so."
            if _heard(text).chosen != ACTIONS[action]:
                wrong.append(text)
    assert wrong == []


def test_every_cell_has_at_least_three_wordings() -> None:
    poor = [
        (name, feature, action.name)
        for name, count in sizes().items()
        for feature in range(count)
        for action in Action
        if len(set(clauses(name, feature, action))) < 3
    ]
    assert poor == []


def test_a_frame_is_read_with_its_slots_in_order() -> None:
    frame = Frame.of("{O}: {r}, and {r}.")
    assert frame == Frame(("O", "r", "s"), ("", ": ", ", and ", "."))
    assert set(book().kinds.ravel().tolist()) == set(range(len(KINDS)))


def test_what_no_hero_would_say_is_refused() -> None:
    with pytest.raises(NotReasoning, match="no hero would say"):
        spoken("I'm off on patrol because I felt like a bun.")


def test_sentences_are_well_formed(said: list[str]) -> None:
    bad = [
        text for text in said if re.search(r"[{}\0]|  |\.\.|,,| [.,;:]|[.:;,][A-Za-z]|[.] [a-z]|None", text)
    ]
    assert bad == []
    assert [text for text in said if not (text[0].isupper() and text.endswith("."))] == []


def test_sentences_are_of_a_good_length(said: list[str]) -> None:
    lengths = np.array([len(text) for text in said])
    assert lengths.min() >= 40
    assert lengths.max() <= 400
    assert np.median(lengths) <= 220


def test_two_hundred_decisions_are_hardly_ever_told_alike(said: list[str]) -> None:
    assert len(set(said[:200])) > 180


def test_one_decision_can_be_told_in_many_ways() -> None:
    same = staged(Action.PATROL, ("loyalty", "hour"), {"hour": 20, "loyalty": 90}, n=100)
    told = set(reasons(same, [""] * 100, seats(100)))
    assert len(told) > 80
    assert {(heard.chosen, heard.top) for heard in map(spoken, told)} == {("patrol", ("loyalty", "hour"))}


def test_the_same_seat_tells_it_the_same_way_in_any_company_of_decisions(
    made: Decisions, said: list[str]
) -> None:
    rows = np.arange(100, 400, 3)
    some = Decisions(
        made.context.take(rows),
        *(getattr(made, name)[rows] for name in list(Decisions.__dataclass_fields__)[1:]),
    )
    assert reasons(some, [company(made)[row] for row in rows], seats(N)[rows]) == [said[row] for row in rows]


def test_a_company_of_any_name_is_understood() -> None:
    some = staged(Action.SOCIALISE, ("bonds", "hour"), {"hour": 38, "company": 1, "friendship": 60}, n=40)
    for name in ("Bo", "James", "Hugh, called the Slow", "Anna and the Moon"):
        texts = reasons(some, [name] * 40, seats(40))
        assert all(name in text for text in texts)
        assert {spoken(text).top for text in texts} == {("bonds", "hour")}


def test_nobody_at_hand_is_not_named(made: Decisions) -> None:
    alone = made.context["company"] == 0
    texts = reasons(made, ["Zebedee"] * N, seats(N))
    assert [text for text, lonely in zip(texts, alone, strict=True) if lonely and "Zebedee" in text] == []


@pytest.mark.parametrize(("low", "high"), list(combinations((10, 90), 2)))
@pytest.mark.parametrize("trait", TRAITS)
def test_a_lack_is_never_spoken_of_as_a_trait(trait: str, low: int, high: int) -> None:
    for action in Action:
        feature = {value: 2 * (value > 50) + 1 for value in (low, high)}
        proud, humble = (set(clauses(trait, feature[value], action)) for value in (high, low))
        assert not proud & humble


def test_hunger_is_told_in_true_hours() -> None:
    hungry = staged(Action.EAT, ("needs", "hour"), {"hour": 24, "hunger": 18, "energy": 90}, n=200)
    told = "".join(reasons(hungry, [""] * 200, seats(200)))
    assert "nine hours" in told
    assert not re.search(r"(eight|ten|seven|eleven) hours", told)


def test_an_empty_purse_is_told_to_the_coin() -> None:
    poor = staged(
        Action.TRADE,
        ("needs", "hour"),
        {"hour": 24, "gold": 12, "health": 100, "mood": 100, "energy": 99},
        n=200,
    )
    told = " ".join(reasons(poor, [""] * 200, seats(200)))
    assert "twelve gold" in told


@pytest.mark.parametrize(("odds", "danger"), [(10, 90), (35, 70), (50, 50), (65, 30), (80, 10), (95, 99)])
def test_quests_are_told_with_their_true_odds_and_danger(odds: int, danger: int) -> None:
    seen = {"quest": 3, "phase": 1, "odds": odds, "danger": danger, "courage": 95}
    texts = reasons(staged(Action.QUEST_TRIAL, ("courage", "habit"), seen, n=60), [""] * 60, seats(60))
    chance = next(words for highest, words in quests.ODDS if odds <= highest)
    risk = next(words for highest, *words in quests.DANGER if danger <= highest)
    assert [text for text in texts if chance not in text or not any(one in text for one in risk)] == []


def test_quests_weigh_what_the_words_believe() -> None:
    ctx = contexts(300, seed=3)
    options = weigh(ctx, np.zeros((300, len(ACTIONS)), dtype=np.int32), rules(1))
    term = options.terms[TERMS.index("quest")]
    on = ctx["quest"] > 0
    for action, (reward, odds, comrades) in QUEST_TERMS.items():
        pull = (
            np.minimum(ctx["reward"], 200) * reward + (ctx["odds"] - 50) * odds + ctx["comrades"] * comrades
        )
        pull = pull - 14 * ctx["danger"] * (action == Action.QUEST_TRAVEL)
        assert (term[:, action] == pull * on).all()


def test_close_calls_orders_and_bad_bargains_are_told_as_such() -> None:
    plain = staged(Action.PATROL, ("loyalty", "hour"), {"hour": 20, "loyalty": 90}, n=30)
    told = {name: _told(some) for name, some in _variants(plain).items()}
    assert re.search(r"feather|near thing|nearly|all but|to and fro", told["close"])
    assert not re.search(r"feather|near thing|nearly|all but|to and fro", told["far"])
    assert re.search(r"Left to myself|My own choice|Had nobody asked", told["ordered"])
    assert re.search(r"least bad|all else is worse|for want of anything better", told["bleak"])
    assert re.search(r"nothing at all to say|not one reason", told["untempted"])
    assert re.search(r"nothing else I could|no other choice|Nothing else was open", told["alone"])


def _told(some: Decisions) -> str:
    return "\n".join(reasons(some, [""] * len(some), seats(len(some))))


def _variants(plain: Decisions) -> dict[str, Decisions]:
    total = int(plain.weights[0].sum())
    against, ordered = np.zeros_like(plain.against), plain.weights.copy()
    against[:, CONTRIBUTIONS.index("chance")] = total - 5
    ordered[:, CONTRIBUTIONS.index("order")] = 50_000
    tempting = np.zeros_like(against)
    tempting[:, CONTRIBUTIONS.index("chance")] = total + 5
    return {
        "close": replace(plain, against=against),
        "far": replace(plain, weights=plain.weights * 3),
        "ordered": replace(plain, weights=ordered, against=tempting),
        "bleak": replace(plain, weights=np.minimum(plain.weights, 0)),
        "untempted": replace(plain, against=np.minimum(against, 0)),
        "alone": replace(plain, rejected=np.full_like(plain.rejected, -1), against=np.zeros_like(against)),
    }

"""What became of a hero's relationships, told by what happened: 'fell out with Ilse and Bram'."""

from __future__ import annotations

from collections import defaultdict

from worlds.services.prose.language import listed
from worlds.services.report.facts import Ids, Life, Report, Tie

MANY = 4
TOLD = 5
"""From here on, a change of strength is told."""
_DEEP = 20
_WORDS = {
    "friendship": ("made friends with {}", "grew closer to {}", "cooled towards {}"),
    "rivalry": ("fell out with {}", "quarrelled further with {}", "made some peace with {}"),
    "romantic": ("fell in love with {}", "grew fonder of {}", "grew colder to {}"),
    "mentor": ("took {} on as pupils", "taught {}", "taught {} less"),
    "pupil": ("found teachers in {}", "learned from {}", "learned less from {}"),
}
_ALONE = {"took {} on as pupils": "took {} on as a pupil", "found teachers in {}": "found a teacher in {}"}
_WEIGHT = {"romantic": 30, "rivalry": 8, "friendship": 4, "mentor": 0}


def ties(one: Life, report: Report) -> tuple[str, Ids] | None:
    """What is told of the relationships that moved most, one for each person; None where none did."""
    strongest: dict[int, Tie] = {}
    for tie in one.ties:
        if _weight(tie) >= _weight(strongest.get(tie.other)):
            strongest[tie.other] = tie
    moved = sorted(
        (tie for tie in strongest.values() if _weight(tie) >= TOLD),
        key=lambda tie: (-_weight(tie), tie.other),
    )
    if not moved:
        return None
    told: defaultdict[str, list[str]] = defaultdict(list)
    for tie in moved[:MANY]:
        told[_what(tie)].append(report.called(tie.other))
    words = [_ALONE.get(text, text).format(names[0]) if len(names) == 1 else text.format(listed(names))
             for text, names in told.items()]  # fmt: skip
    return listed(words), [id_ for tie in moved[:MANY] for id_ in tie.activities]


def _weight(tie: Tie | None) -> int:
    """How much a tie is worth telling; something that was opened and came to nothing is not."""
    if tie is None:
        return -1
    lasting = tie.strength is not None and tie.strength >= TOLD
    return abs(tie.change) + (_WEIGHT[tie.kind] if tie.opened and lasting else 0)


def _what(tie: Tie) -> str:
    if tie.strength is None:
        return "lost touch with {}"
    opened, more, less = _WORDS["pupil" if tie.role == "pupil" else tie.kind]
    if tie.kind == "romantic" and tie.opened and tie.strength < _DEEP:
        return "began to look twice at {}"
    return opened if tie.opened else more if tie.change > 0 else less

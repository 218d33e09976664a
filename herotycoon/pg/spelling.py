"""One spelling for what PostgreSQL spells in two ways: as it was written, and as it is after a backup was restored.

An expression is stored as a tree and printed from it; what is printed and read again may be another tree for the same
thing. Two cases are known: the words of `x IN ('a', 'b')`, and chains of OR and AND, which are read flat.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

_WORD = r"'(?:[^']|'')*'"
_LISTS = (
    (re.compile(rf"\(({_WORD})::character varying\)::text"), r"\1::text"),
    (re.compile(rf"\(ARRAY\[((?:{_WORD}::character varying(?:, )?)+)\]\)::text\[\]"), r"ARRAY[\1]"),
    (re.compile(rf"({_WORD})::character varying(?=[,\]])"), r"\1::text"),
)
_TOKEN = re.compile(rf"""{_WORD}|"(?:[^"]|"")*"|[()]|[^()'"]+|.""", re.DOTALL)
_CHAINS = (" OR ", " AND ")
Group = list[Any]
"""What stands in a pair of brackets: texts, and groups."""


def respelt(value: Any) -> Any:
    """The same with every text in it, however deep, in one spelling."""
    if isinstance(value, str):
        return flat(listed(value))
    if isinstance(value, dict):
        return {key: respelt(one) for key, one in value.items()}
    return type(value)(map(respelt, value)) if isinstance(value, tuple | list) else value


def listed(text: str) -> str:
    """The words of lists as texts, however they were cast."""
    for pattern, spelling in _LISTS:
        text = pattern.sub(spelling, text)
    return text


def flat(text: str) -> str:
    """`((a OR b) OR c)` as `(a OR b OR c)`, and the same for AND; brackets that mean something stay."""
    if not any(chain in text for chain in _CHAINS):
        return text
    groups: list[Group] = [[]]
    for piece in _TOKEN.findall(text):
        if piece == "(":
            groups.append([])
        elif piece == ")" and len(groups) > 1:
            closed = _spliced(groups.pop())
            groups[-1].append(closed)
        else:
            groups[-1].append(piece)
    return "".join(_printed(groups[0])) if len(groups) == 1 else text


def _spliced(group: Group) -> Group:
    """A chain with the links that are chains of its own kind taken in."""
    for chain in _CHAINS:
        if _is_chain(group, chain):
            out: Group = []
            for at, one in enumerate(group):
                link = isinstance(one, list) and _is_chain(one, chain) and _is_operand(group, at, chain)
                out += one if link else [one]
            return out
    return group


def _is_chain(group: Group, word: str) -> bool:
    """Whether a group is held together by this word alone."""
    outside = "".join(one if isinstance(one, str) else "()" for one in group)
    return word in outside and not any(other in outside for other in _CHAINS if other != word)


def _is_operand(group: Group, at: int, word: str) -> bool:
    """Whether a part of a group stands by itself between two such words, or at an end."""
    before = group[at - 1] if at else word
    after = group[at + 1] if at + 1 < len(group) else word
    return (
        isinstance(before, str)
        and before.endswith(word)
        and isinstance(after, str)
        and after.startswith(word)
    )


def _printed(group: Group) -> Iterator[str]:
    for one in group:
        if isinstance(one, str):
            yield one
        else:
            yield from ("(", *_printed(one), ")")

"""Reading as a careful reader would: sentences, and what is wrong with them."""

import re

from herotycoon.storyteller.schemas import HeroStory

_END = re.compile(r'(?<=[.!?])"?\s+(?=["A-Z])')
_FAULTS = {
    "an unfilled slot": re.compile(r"[{}\[\]|*_]"),
    "a double space": re.compile(r" {2,}"),
    "a space before a stop": re.compile(r" [,.;:!?]"),
    "two stops": re.compile(r"[.,;:]{2,}"),
    "a for an": re.compile(r"\b[Aa] (?!uni|use|usu|eu|one|once|ewe)[aeiou]\w"),
    "an for a": re.compile(r"\b[Aa]n (?!hour|heir|honest|honour)[^aeiouAEIOU]"),
    "the twice": re.compile(r"\b(the|a|an|of|in|at|to) \1\b", re.IGNORECASE),
    "a broken number": re.compile(
        r"\b(they (was|is|has|does)|(?<!should )(he|she) (were|are|have|do))\b", re.IGNORECASE
    ),
    "the inside a name": re.compile(r'(?<![.!?:] )(?<![\n"])(?<!^)\bThe [A-Z]'),
    "a letter too many": re.compile(r"([a-z])\1\1"),
}


def sentences(text: str) -> list[str]:
    return [part.strip() for paragraph in text.split("\n") for part in _END.split(paragraph) if part.strip()]


def normalised(sentence: str) -> str:
    """Letters and digits only, so that two sentences that look alike are alike."""
    return re.sub(r"[^a-z0-9]+", " ", sentence.casefold()).strip()


def lines_of(story: HeroStory) -> list[str]:
    """Everything that is told of a hero, sentence by sentence."""
    return [normalised(line) for line in (*sentences(story.backstory), story.motivation, *story.quirks)]


def faults(text: str) -> list[str]:
    """What is wrong with a text, in words."""
    return [
        f"{name}: {found.group()!r} in {text!r}"
        for name, rule in _FAULTS.items()
        if (found := rule.search(text))
    ]

"""The frames of sentences: where the action goes, where the reasons go, and what stands between them.

``O`` an action, ``o`` one that begins with "I", ``r`` reasons, in order of weight, ``R`` and
``S`` the first and the second with a capital;
``N``/``n`` the rejected action, ``l`` what spoke for it. Everything else is said as it stands.
"""

from __future__ import annotations

PLAIN = """
    {O}: {r}, and {r}.
    {O}, for {r}, and {r}.
    {O}, because {r}, and {r}.
    {O}. {R}, and {r}.
    {R}, and {r}, so {o}.
    {R}, and {r}: {o}."""
"""Two reasons without commas of their own."""

LADEN = """
    {O}: {r}; besides, {r}.
    {O}: {r}. Besides, {r}.
    {O}. {R}; what is more, {r}.
    {O}: {r}. Then too, {r}.
    {O}. {R}. {S}.
    {O}: {r}. It helps that {r}.
    {R}. {S}. So {o}.
    {O}: {r}, and that is not all, for {r}.
    {O}, since {r}; what is more, {r}.
    {R}; besides, {r}. So {o}."""
"""Two reasons of any build."""

DOMINANT = """
    {O}, chiefly because {r}; also, {r}.
    {O}. {R}, and that alone would do it; besides, {r}.
    {O}. Above all, {r}. Apart from that, {r}.
    {O}: {r}, and that is most of it. For the rest, {r}."""
"""Two reasons, the first at least three times the second."""

EVEN = """
    {O}, half because {r} and half because {r}.
    {O}, as much because {r} as because {r}."""
"""Two reasons of nearly the same weight, without commas of their own."""

SINGLE = """
    {O}: {r}.
    {O}, for {r}.
    {O}, and for one reason only: {r}.
    {R}, so {o}."""
"""One reason; nothing else speaks for it."""

BLEAK = """
    {O}, and nothing speaks for it but that all else is worse.
    {O}: it is the least bad of a bad lot.
    {O}, for want of anything better: no reason in the world speaks for it."""
"""No reason at all."""

BRIEF = """
    {N} tempted me, for {l}, but not enough.
    I thought of {n}, since {l}, but let it go."""
"""What came second and why it was considered, in a reason without commas."""

TEMPTED = """
    {N} tempted me too: {l}.
    {N} came second, though {l}.
    {N} will have to wait, though {l}.
    {N} can wait, for all that {l}.
    I could have chosen {n}, seeing that {l}.
    I did think of {n}, because {l}."""
"""What came second and why it was considered."""

NEARLY = """
    {N} all but won: {l}.
    It was a near thing with {n}, since {l}.
    I went to and fro about {n}, because {l}.
    {N} lost by a feather: {l}.
    I very nearly chose {n}, since {l}."""
"""The same, when the two were close."""

HARDLY = """
    {N} was never really in the running, though {l}.
    {N} came a poor second, for all that {l}.
    {N} did not stand a chance, though {l}.
    I hardly gave {n} a thought, though {l}."""
"""The same, when they were far apart."""

BIDDEN = """
    Left to myself I would have chosen {n}: {l}.
    My own choice would have been {n}, since {l}.
    Had nobody asked, {n} would have had me, for {l}."""
"""What the hero would have done without the order."""

UNTEMPTED = """
    {N} came next, and had nothing at all to say for itself.
    {N} was the only other thought worth the name, and not one reason spoke for it."""
"""A second-best option without a reason."""

ALONE = """
    There was nothing else I could have done.
    There was no other choice to make.
    Nothing else was open to me."""
"""There was one option only."""

"""What is not forgotten, and what was settled beforehand."""

from __future__ import annotations

MEMORY = """
    I have not forgotten what such things come to
    my memory is long, and it says so
    I remember how that went, and act on it"""

COUNSEL = """
    I settled this with myself some time ago
    I had thought it over beforehand, and I keep to what I resolved
    I have slept on the question, and my answer stands
    I made up my mind about this a while back
    I weighed it up beforehand and came to a decision
    I promised myself to do so when the moment came"""

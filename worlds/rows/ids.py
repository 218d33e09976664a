"""Ids for many rows at once: UUIDs of version 7 (RFC 9562), made here so that rows can be linked before they are written."""

from __future__ import annotations

import os
import time

import numpy as np


def fresh(count: int) -> list[str]:
    """``count`` ids as 32 hexadecimal digits, increasing: a timestamp, a counter from a random start, random bits."""
    if not count:
        return []
    milliseconds = time.time_ns() // 1_000_000
    words = np.frombuffer(os.urandom(16 * count), dtype=">u8").reshape(count, 2).astype(np.uint64)
    start = words[0, 0] & np.uint64(0x3FFFFFFF)
    counter = (start + np.arange(count, dtype=np.uint64)) & np.uint64(0xFFFFFFFF)
    high = np.uint64(milliseconds << 16) | np.uint64(0x7000) | (counter >> np.uint64(20))
    low = (
        np.uint64(1 << 63)
        | ((counter & np.uint64(0xFFFFF)) << np.uint64(42))
        | (words[:, 1] >> np.uint64(22))
    )
    text = np.stack([high, low], axis=1).astype(">u8").tobytes().hex()
    return [text[at : at + 32] for at in range(0, len(text), 32)]

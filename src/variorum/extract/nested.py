"""Attributions within contents, by the rules, whoever found the attributions that hold them.

A learned finder trained on a corpus that marks each word in one relation at most finds no "drivers
say" in "the BBC reports that drivers say ...". What it does find goes in here, and comes out with
what its contents hold.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from variorum.extract.attributions import by_rules
from variorum.extract.nesting import holders_of, passing_on
from variorum.extract.reading import Reading
from variorum.extract.relations import Attribution, Range

__all__ = ["nested", "with_nested"]


def nested(reading: Reading, content: Iterable[Range]) -> list[Attribution]:
    """Return the attributions whose cue and source stand in some content, in order of their cues.

    Args:
        reading: the document.
        content: character ranges; each word is looked at once, however many of them hold it.
    """
    inside = sorted({t.i for start, end in content for t in reading.tokens_in(start, end)})
    held = set(inside)
    found = by_rules(reading, [reading.doc[i] for i in inside])
    return [a for a in found if a.source is None or a.source.i in held]


def with_nested(reading: Reading, outer: Sequence[Attribution]) -> list[Attribution]:
    """Return the attributions with those that their contents hold and that pass something on.

    An inner one is cut to the content that holds it. The outer ones stay as they are.
    """
    own = {i for a in outer for i in range(*a.cue)}
    own |= {i for a in outer if a.source_range for i in range(*a.source_range)}
    inner = nested(reading, _merged(a.content for a in outer))
    fresh = [a for a in inner if own.isdisjoint(range(*a.cue))]
    every = sorted([*outer, *fresh], key=lambda a: a.cue)
    holders = holders_of(reading, every)
    given = {id(a) for a in outer}
    cut = [
        a if id(a) in given or holder < 0 else _within(a, every[holder].content)
        for a, holder in zip(every, holders, strict=True)
    ]
    kept = {id(a) for a in passing_on(reading, cut)}
    return [a for a in cut if id(a) in given or (id(a) in kept and a.content)]


def _merged(contents: Iterable[Sequence[Range]]) -> list[Range]:
    """Return the ranges of all contents without what they share."""
    merged: list[Range] = []
    for start, end in sorted(place for content in contents for place in content):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _within(attribution: Attribution, holding: Sequence[Range]) -> Attribution:
    """Return the attribution with its content cut to the ranges that hold it."""
    cut = [
        (max(low, start), min(high, end))
        for start, end in attribution.content
        for low, high in holding
        if max(low, start) < min(high, end)
    ]
    return replace(attribution, content=sorted(cut))

"""Brackets: words that open a bracket or a quotation run to the mark that closes it."""

PAIRS = {"(": ")", "[": "]", "“": "”", "«": "»"}
STRAIGHT = '"'
STOPS = ".,!?;:"


def closed_end(text: str, start: int, end: int) -> int:
    """Return `end` past the marks right after it that close what `text[start:end]` left open."""
    left_open: list[str] = []
    for mark in text[start:end]:
        if mark in PAIRS:
            left_open.append(PAIRS[mark])
        elif left_open and mark == left_open[-1]:
            left_open.pop()
        elif mark == STRAIGHT:
            left_open.append(STRAIGHT)
    i, stop = end, end
    while left_open and i < len(text):
        if text[i] == left_open[-1]:
            left_open.pop()
            stop = i + 1
        elif text[i] not in STOPS:
            break
        i += 1
    return stop

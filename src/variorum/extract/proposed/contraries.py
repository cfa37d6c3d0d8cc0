"""Which claims may not both be true, as a language model sees it; nothing counts what it says.

Claims of one happening are shown to it with numbers. Of its answers those pairs are taken whose
numbers are of claims of two reports, and of which it copies words that stand in each.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Sequence

from variorum.extract.proposed.anchoring import is_in
from variorum.extract.proposed.chat_client import ChatClient, NoAnswer
from variorum.extract.proposed.proposals import LONGEST_NAME, hash_of, object_of, text_of
from variorum.model import Claim, Gap, Happening, Proposal, Suggestion
from variorum.settings import Settings
from variorum.yaml_files import yaml_file

PROMPT: str = yaml_file(__package__, "prompts.yaml")["contraries"]
# So many characters of claims are shown at once, and so many pairs are taken of an answer.
SHOWN, MOST_PAIRS = 3_000, 12
_NUMBER = dict(type="integer", minimum=0, maximum=999)  # noqa: C408
_WORDS = text_of(LONGEST_NAME)
_PAIR = object_of(one=_NUMBER, other=_NUMBER, words=_WORDS, against=_WORDS)
SCHEMA = object_of(pairs={"type": "array", "maxItems": MOST_PAIRS, "items": _PAIR})


def contraries(
    claims: Sequence[Claim],
    happenings: Iterable[Happening],
    known: Iterable[Collection[str]],
    settings: Settings,
) -> tuple[list[Suggestion], list[Gap]]:
    """Return the pairs that a model suggests, and its answers that are of no use.

    Args:
        claims: those that are compared.
        happenings: what each is about; it is asked about one happening at a time.
        known: claims that contradict each other, or were found not to; none is suggested.
        settings: which model is asked, and where.

    Raises:
        UsageError: when no model may be asked as the settings say.
    """
    client, by_id = ChatClient(settings), {claim.id: claim for claim in claims}
    found: dict[frozenset[str], Suggestion] = {}
    gaps: list[Gap] = []
    for happening in happenings:
        about = [by_id[one] for one in happening.claims if one in by_id]
        for shown in _shown(about):
            try:
                told = client.ask(PROMPT, _question(shown), SCHEMA)
                pairs = list(_pairs(told.content, shown))
            except NoAnswer as error:
                why = f"The answer of {client.model} about what may contradict here {error}."
                gaps.append(Gap(what=happening.label, why=why))
                continue
            proposal = Proposal(
                model=client.model, answered_as=told.model or None, prompt=hash_of(PROMPT, SCHEMA)
            )
            for one, other, why in pairs:
                said = f"{why}, says the language model {client.model}."
                both = Suggestion(claims=(one, other), why=said, score=0, proposal=proposal)
                found.setdefault(frozenset(both.claims), both)
    for pair in known:
        found.pop(frozenset(pair), None)
    return list(found.values()), gaps


def _shown(claims: Sequence[Claim]) -> Iterator[list[Claim]]:
    """Yield the claims in parts that are asked about; a part of one report is not."""
    part: list[Claim] = []
    for claim in [*claims, None]:
        if claim is None or sum(len(c.text) for c in [*part, claim]) > SHOWN:
            if len({one.document for one in part}) > 1:
                yield part
            part = []
        if claim is not None:
            part.append(claim)


def _question(claims: Sequence[Claim]) -> str:
    rows = [
        {"number": number, "who": claim.speaker.name, "stance": claim.stance, "words": claim.text}
        for number, claim in enumerate(claims)
    ]
    return json.dumps({"claims": rows}, ensure_ascii=False)


def _pairs(content: str, shown: Sequence[Claim]) -> Iterator[tuple[str, str, str]]:
    """Yield the ids of two claims and which words of theirs are said not to agree."""
    try:
        rows = json.loads(content)["pairs"][:MOST_PAIRS]
        told = [
            (shown[one["one"]], shown[one["other"]], one["words"], one["against"])
            for one in rows
            if 0 <= min(one["one"], one["other"]) <= max(one["one"], one["other"]) < len(shown)
        ]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise NoAnswer("does not have the shape that was asked for") from error
    for one, other, words, against in told:
        if one.document != other.document and is_in(words, one.text) and is_in(against, other.text):
            yield one.id, other.id, f"“{words}” and “{against}” may not both be true"

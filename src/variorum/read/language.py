"""The language of a document, as an ISO 639-1 code."""

import functools
import re

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from variorum.yaml_files import word_file

_TOLD = word_file(__package__, "language.yaml")
# ISO 639-2 and -3 codes that files carry where a two-letter code exists.
_SHORT_CODES: dict[str, str] = _TOLD["short_codes"]
_CODE = re.compile(r"[a-z]{2,3}")
_SAMPLE_CHARS = 20_000
# Below this the classifier is guessing: of 599 single sentences of news in ten languages, each
# shorter than 120 characters, 548 reach it, and all but two of these are right.
LEAST_CONFIDENCE = 0.3
# A page's own `lang` is often its template's; it gives way to a verdict this sure on a text this
# long, but never within the Norwegian written standards, which the classifier does not tell apart.
OVERRULING_CONFIDENCE = 0.9
OVERRULING_CHARS = 200
_NORWEGIAN = frozenset({"no", "nb", "nn"})
# Languages so near to each other that a paragraph of one looks like one of another.
_NEAR = [frozenset(codes.split()) for codes in _TOLD["near"]]
SURE_CHARS, SURE_CHARS_NEAR = 40, 160
SURE_CONFIDENCE, SURE_CONFIDENCE_NEAR = 0.95, 0.999


@functools.cache
def _identifier() -> LanguageIdentifier:
    """Return the classifier, loaded once, giving probabilities."""
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def forget() -> None:
    """Let go of the classifier, which takes 70 MB, until it is asked again."""
    _identifier.cache_clear()


def _classify(text: str) -> tuple[str, float]:
    """Return the likeliest language of `text` and its probability among those of ISO 639-1.

    The classifier also knows varieties with longer codes, such as Egyptian Arabic.
    """
    ranked = [row for row in _identifier().rank(text[:_SAMPLE_CHARS]) if len(row[0]) == 2]
    return ranked[0][0], ranked[0][1] / sum(share for _, share in ranked)


def confidence(text: str) -> float:
    """Return the probability, 0 to 1, of the likeliest language or variety of `text`.

    The more the classifier may choose from, the less sure it is of words that are none.
    """
    return float(_identifier().classify(text[:_SAMPLE_CHARS])[1])


def normalised(stated: str | None) -> str | None:
    """Return 'en' for 'en-GB', 'EN_us' or 'eng'; None for what is no language code."""
    code = re.split(r"[-_.]", (stated or "").strip().lower())[0]
    code = _SHORT_CODES.get(code, code)
    return code if _CODE.fullmatch(code) else None


def detect(text: str) -> str | None:
    """Return the language of `text` found by py3langid, or None where it cannot tell."""
    code, probability = _classify(text)
    return code if probability >= LEAST_CONFIDENCE else None


def stated_or_detected(stated: str | None, text: str) -> str | None:
    """Return the language a page or mail states, unless its words clearly speak another."""
    code = normalised(stated)
    found, probability = _classify(text)
    sure = probability >= OVERRULING_CONFIDENCE and len(text) >= OVERRULING_CHARS
    if code is None or (sure and found != code and not {found, code} <= _NORWEGIAN):
        return detect(text)
    return code


def sure_language(text: str, usual: str | None) -> str | None:
    """Return the language of one paragraph where it surely is not the `usual` one, else None.

    A language near to the usual one needs more words, and more certainty.
    """
    if len(text) < SURE_CHARS:
        return None
    found, probability = _classify(text)
    near = any({found, usual} <= group for group in _NEAR)
    if found == usual or {found, usual} <= _NORWEGIAN:
        return None
    chars, least = (
        (SURE_CHARS_NEAR, SURE_CONFIDENCE_NEAR) if near else (SURE_CHARS, SURE_CONFIDENCE)
    )
    return found if len(text) >= chars and probability >= least else None

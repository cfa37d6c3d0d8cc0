"""Score who says what against treebanks, in the languages that are read by lexicon.

    .venv/bin/python benchmarks/treebanks.py FILE.conllu ... [--show PART]

Treebanks of Universal Dependencies hold sentences with the parse that people drew of them, and that
tells who says what: a verb with a subject that is a noun,
and with a clause that it governs (ccomp), or that stands beside a quotation (parataxis). Each such
verb is one asked. The language is that of the file's name (es_gsd-ud-dev.conllu). Each sentence is
a text of its own; every second one is *held*: nobody looks at it, and --show prints the *open* ones
alone, unless it is told `held`.

    ok        the speaker is the subject: all of its name, with or without what is said of it
    cut       words of its name are left out, before its head or behind it; small words are none
    over      it runs on into other words
    wrong     it is somebody else
    nobody    the claim has no speaker
    missed    no claim, by a verb that is the cue of a claim elsewhere in these files
    content   the share of claims with a right speaker whose content is the clause: what both share
              is at least three quarters of what they cover together

Verbs that are no cue anywhere ("means", "shows") are not asked. The treebanks are not part of the
project; their licences differ, so only figures are kept.
"""

from __future__ import annotations

import argparse
import zlib
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from variorum.model import Claim, Document
from variorum.pipeline import extract

SUBJECTS = {"nsubj", "nsubj:pass", "nsubj:outer"}
# "gave a report", "made an announcement": the noun tells what the verb means.
COMPOUNDS = {"compound:lvc"}
NAMES = {"NOUN", "PROPN", "ADJ", "NUM"}
# What is said of a noun and may be left out of its name.
BESIDE = {"acl", "advcl", "appos", "parataxis", "punct", "cc", "conj", "dep"}
SMALL = {"DET", "ADP", "PUNCT", "CCONJ", "PART"}
CODES = {"no": "nb"}
SHARED = 0.75
STATES = ("ok", "cut", "over", "wrong", "nobody", "missed")


@dataclass(frozen=True)
class Word:
    """A word of a treebank: its place in the text, and what it depends on."""

    start: int
    end: int
    lemma: str
    pos: str
    head: int
    relation: str


Words = dict[int, Word]
Range = tuple[int, int]


@dataclass(frozen=True)
class Asked:
    """One verb of saying: where it stands, who says it, and the clause, if it governs one."""

    verb: Word
    means: str
    subject: Word
    name: tuple[Word, ...]
    """The words of the subject's name, without the small ones and what is said of it."""
    whole: Range
    clause: Range | None


def sentences(path: Path) -> Iterator[tuple[str, Words]]:
    """Yield the text of each sentence of a file in CoNLL-U, and its words by their number."""
    for block in path.read_text("utf-8").split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines() if line and line[0] != "#"]
        text, words, told = "", {}, {}
        for row in rows:
            number = row[0]
            if "." in number:
                continue
            if "-" in number:
                first, last = map(int, number.split("-"))
                told = dict.fromkeys(range(first, last + 1), (len(text), len(text) + len(row[1])))
            if "-" in number or int(number) not in told:
                start, text = len(text), text + row[1]
                place = (start, len(text))
                text += "" if "SpaceAfter=No" in row[9] else " "
            if "-" not in number:
                start, end = told.get(int(number), place)
                words[int(number)] = Word(start, end, row[2], row[3], int(row[6]), row[7])
        if words:
            yield text.rstrip(), words


def asked(words: Words) -> Iterator[Asked]:
    """Yield the verbs of a sentence that say something, by its parse."""
    under: dict[int, list[int]] = defaultdict(list)
    for number, word in words.items():
        under[word.head].append(number)

    def below(top: int, without: Collection[str] = ()) -> list[Word]:
        found, waiting = [], [top]
        while waiting:
            found.append(words[one := waiting.pop()])
            waiting += [n for n in under[one] if words[n].relation.split(":")[0] not in without]
        return found

    def covered(top: int) -> Range:
        found = below(top)
        return min(w.start for w in found), max(w.end for w in found)

    for number, verb in words.items():
        subjects = [n for n in under[number] if words[n].relation in SUBJECTS]
        named = [n for n in subjects if words[n].pos in NAMES]
        clauses = [n for n in under[number] if words[n].relation.split(":")[0] == "ccomp"]
        beside = verb.relation.split(":")[0] == "parataxis"
        if verb.pos in {"VERB", "AUX"} and named and (clauses or beside):
            clause = covered(clauses[0]) if clauses else None
            name = tuple(w for w in below(named[0], BESIDE) if w.pos not in SMALL)
            parts = [words[n].lemma for n in under[number] if words[n].relation in COMPOUNDS]
            means = " ".join((*parts, verb.lemma))
            yield Asked(verb, means, words[named[0]], name, covered(named[0]), clause)


def state(one: Asked, text: str, claims: list[Claim]) -> tuple[str, Claim | None]:
    """Return how the speaker of a verb was read, and the claim; "none" where there is no claim."""
    verb, head = one.verb, one.subject
    own = [c for c in claims if c.cue and c.cue.start < verb.end and verb.start < c.cue.end]
    if not own:
        return "none", None
    speaker = own[0].speaker
    spans = [s for s in (speaker.span, speaker.full_span, speaker.organisation) if s]
    if not spans:
        return "nobody", own[0]
    low, high = min(s.start for s in spans), max(s.end for s in spans)
    if not (low <= head.start < high or one.whole[0] <= low < high <= one.whole[1]):
        return "wrong", own[0]
    marks = " ,.«»\"“”„()'"
    left_out = any(word.end <= low or high <= word.start for word in one.name)
    run_on = text[one.whole[1] : high].strip(marks) or text[low : one.whole[0]].strip(marks)
    return ("over" if run_on else "cut" if left_out else "ok"), own[0]


def shares(clause: Range, claim: Claim) -> bool:
    """Whether the content of a claim is the clause."""
    wanted = set(range(*clause))
    found = {i for part in claim.content for i in range(part.start, part.end)}
    return len(wanted & found) >= SHARED * len(wanted | found)


def rows(paths: list[Path]) -> Iterator[tuple[str, bool, str, Asked, Claim | None, str]]:
    """Yield language, whether held, state, what was asked, the claim and the text of each verb."""
    for path in paths:
        language = CODES.get(path.name[:2], path.name[:2])
        for text, words in sentences(path):
            if wanted := list(asked(words)):
                held = zlib.crc32(text.encode()) % 2 == 1
                document = Document.from_text(
                    text, publisher="P", language=language, published="2020-05-05"
                )
                claims = extract(document)
                for one in wanted:
                    told, claim = state(one, text, claims)
                    yield language, held, told, one, claim, text


def main() -> None:
    """Print the figures of each language, of the open and of the held sentences."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--show", choices=("open", "held"))
    given = parser.parse_args()
    found = list(rows(given.files))
    cues = {(row[0], row[3].means) for row in found if row[4]}
    counts: Counter[tuple[str, bool, str]] = Counter()
    for language, held, read, one, claim, text in found:
        if read == "none" and (language, one.means) not in cues:
            continue
        told = "missed" if read == "none" else read
        counts[language, held, told] += 1
        clause = right = False
        if one.clause and claim and told == "ok":
            clause, right = True, shares(one.clause, claim)
        counts[language, held, "clauses"] += clause
        counts[language, held, "right clauses"] += right
        if given.show == ("held" if held else "open"):
            what = told if told != "ok" or right or not clause else "content"
            said = " … ".join(part.exact for part in claim.content) if claim else ""
            who = claim.speaker.name if claim else ""
            parts = (language, what, text[one.verb.start : one.verb.end], text[slice(*one.whole)])
            print("\t".join((*parts, who, said, text)))
    never = Counter((row[0], row[3].means) for row in found if not row[1])
    for (language, lemma), times in never.most_common() if given.show == "open" else ():
        if (language, lemma) not in cues and times > 1:
            print(language, "no cue anywhere:", lemma, times)
    for language in sorted({row[0] for row in found}):
        for held in (False, True):
            own = {name: counts[language, held, name] for name in STATES}
            claimed = sum(own.values()) - own["missed"]
            clauses = counts[language, held, "clauses"]
            print(
                f"{language} {'held' if held else 'open'}: "
                f"speaker {own['ok'] / max(1, claimed):.2f} of {claimed} read,",
                f"found {claimed / max(1, sum(own.values())):.2f} of {sum(own.values())},",
                f"content {counts[language, held, 'right clauses'] / max(1, clauses):.2f}"
                f" of {clauses};",
                ", ".join(f"{name} {n}" for name, n in own.items()),
            )


if __name__ == "__main__":
    main()

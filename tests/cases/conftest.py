"""The bundled case, built once."""

from pathlib import Path

import pytest
from gold import Gold

import variorum

FOLDER = Path(__file__).resolve().parents[2] / "examples" / "raqqa-2017"


@pytest.fixture(scope="session")
def raqqa() -> Gold:
    return Gold(variorum.build([FOLDER]))

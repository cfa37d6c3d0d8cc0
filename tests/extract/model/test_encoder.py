import json
import shutil

import numpy as np
import pytest

from variorum.errors import ModelMissing
from variorum.extract.document.reading import Reading
from variorum.extract.model.encoder import MODELS, Encoder, load_encoder
from variorum.extract.model.segments import windows
from variorum.language.parsing import words
from variorum.model import Document

MOST_BYTES = 25_000_000
SHORT = "The mayor said the bridge was closed."
LONG = " ".join([SHORT] * 9)


def windows_of(text):
    document = Document.from_text(text)
    return windows(Reading(document, words(document)))


@pytest.fixture
def copied(tmp_path):
    shutil.copytree(MODELS, tmp_path / "models")
    return tmp_path / "models"


def test_all_files_together_are_small():
    assert sum(file.stat().st_size for file in MODELS.iterdir()) <= MOST_BYTES


def test_a_file_that_is_not_the_one_shipped_is_refused(copied):
    with (copied / "roles.onnx").open("ab") as file:
        file.write(b" ")
    with pytest.raises(ModelMissing, match=r"roles\.onnx is not the file that was shipped"):
        Encoder(copied)


def test_a_missing_file_is_named(copied):
    (copied / "encoder.onnx").unlink()
    with pytest.raises(ModelMissing, match=r"encoder\.onnx is missing"):
        Encoder(copied)


def test_a_broken_manifest_is_named(copied):
    (copied / "manifest.json").write_text(json.dumps({}), encoding="utf-8")
    with pytest.raises(ModelMissing, match=r"manifest\.json cannot be read"):
        Encoder(copied)


def test_the_company_of_other_windows_changes_nothing():
    one, many = windows_of(SHORT), windows_of(LONG)
    encoder = load_encoder()
    alone = encoder.read(one)[0]
    together = encoder.read([*many, *one])[-1]
    assert alone.own.shape[0] == len(one[0].tokens)
    # Eight-bit scales depend on the batch; what is decided by the scores must not.
    assert np.array_equal(alone.own[:, :3].argmax(1), together.own[:, :3].argmax(1))

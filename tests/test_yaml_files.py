"""The data files of the package: the fast reader gives what the plain one does."""

from pathlib import Path

import pytest
import yaml

import variorum
from variorum.yaml_files import Loader, yaml_file

SOURCE = Path(variorum.__file__).parent
FILES = sorted(SOURCE.rglob("*.yaml"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_data_file_reads_the_same_with_and_without_libyaml(file: Path) -> None:
    text = file.read_text("utf-8")
    assert yaml.load(text, Loader=Loader) == yaml.safe_load(text)


def test_a_file_is_found_in_its_package() -> None:
    assert yaml_file("variorum.taxonomy", "taxonomy.yaml")["kinds"]
    assert yaml_file("variorum.language", "data", "common.yaml")["aliases"]

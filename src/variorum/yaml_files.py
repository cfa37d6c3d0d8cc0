"""The data files of the package, which are YAML."""

import functools
from importlib import resources
from typing import Any

import yaml


class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """Plain values, read by libyaml where PyYAML comes with it: ten times as fast."""


def yaml_file(package: str, *path: str, loader: type[Loader] = Loader) -> Any:
    """Return what the file at `path` in a package holds; `loader` says which words are values."""
    return yaml.load(resources.files(package).joinpath(*path).read_text("utf-8"), Loader=loader)


@functools.cache
def word_file(package: str, name: str) -> Any:
    """Return what a file of a package holds, read once, with every value a word, such as "no"."""
    text = resources.files(package).joinpath(name).read_text("utf-8")
    return yaml.load(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))

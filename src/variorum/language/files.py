"""The data files of the languages: which languages have one, and its sections."""

import functools
from importlib import resources
from typing import Any

from variorum.yaml_files import Loader, yaml_file

COMMON = "common"
ROOM = "variorum.language"


class _Loader(Loader):
    """YAML that reads yes, no, on and off as words, and not as true or false."""

    yaml_implicit_resolvers = {  # noqa: RUF012  (the shape of the class it extends)
        sign: [row for row in rows if row[0] != "tag:yaml.org,2002:bool" or sign in "tTfF"]
        for sign, rows in Loader.yaml_implicit_resolvers.items()
    }


@functools.cache
def _read(name: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml_file(ROOM, "data", f"{name}.yaml", loader=_Loader)
    return found


def _codes() -> frozenset[str]:
    names = (file.name for file in resources.files(ROOM).joinpath("data").iterdir())
    files = {name.removesuffix(".yaml") for name in names if name.endswith(".yaml")} - {COMMON}
    aliases = _read(COMMON)["aliases"]
    return frozenset(files | {code for code, name in aliases.items() if name in files})


LANGUAGES = _codes()


@functools.cache
def table(name: str) -> Any:
    """Return the data of `english/<name>.yaml` as it is written: a mapping by language code."""
    return yaml_file(ROOM, "english", f"{name}.yaml", loader=_Loader)


def code_of(language: str | None) -> str | None:
    """Return the code of the file that reads `language`, or None where no file does."""
    if language not in LANGUAGES:
        return None
    return str(_read(COMMON)["aliases"].get(language, language))


@functools.cache
def section(language: str, name: str) -> dict[str, Any]:
    """Return the section `name` of the file of `language`, merged with what all languages share.

    Lists under the same key are joined, tables are merged key by key, other values are replaced.

    Raises:
        KeyError: when there is no file for the language.
    """
    code = code_of(language)
    if code is None:
        raise KeyError(language)
    shared, own = _read(COMMON).get(name), _read(code).get(name)
    merged: dict[str, Any] = _merged(shared or {}, own or {})
    return merged


def _merged(one: Any, two: Any) -> Any:
    if isinstance(one, dict) and isinstance(two, dict):
        keys = dict.fromkeys([*one, *two])
        return {
            k: _merged(one[k], two[k]) if k in one and k in two else two.get(k, one.get(k))
            for k in keys
        }
    if isinstance(one, list) and isinstance(two, list):
        return [*one, *two]
    return two

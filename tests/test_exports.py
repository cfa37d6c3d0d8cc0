"""The public face changes on purpose only."""

import importlib
import pkgutil
from types import ModuleType

import pytest

import variorum

MODULES = sorted(
    name for _, name, _ in pkgutil.walk_packages(variorum.__path__, prefix="variorum.")
)


def test_the_public_names_are_those_of_the_module() -> None:
    public = {
        name
        for name, thing in vars(variorum).items()
        if not name.startswith("_") and not isinstance(thing, ModuleType)
    }
    assert sorted({*public, "__version__"}) == variorum.__all__


@pytest.mark.parametrize("name", MODULES)
def test_every_module_has_the_names_it_lists(name: str) -> None:
    module = importlib.import_module(name)
    listed = getattr(module, "__all__", [])
    assert [each for each in listed if not hasattr(module, each)] == []


def test_what_the_documentation_promises_is_there() -> None:
    promised = {"read", "extract", "build", "Document", "Claim", "Case", "VariorumError"}
    assert promised <= set(variorum.__all__)
    assert callable(variorum.Document.from_text)
    assert {"questions", "contradictions", "to_json"} <= set(dir(variorum.Case))

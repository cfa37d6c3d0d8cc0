"""The public face changes on purpose only."""

import importlib
import pkgutil
from collections.abc import Sequence
from types import ModuleType

import pytest

import variorum

MODULES = sorted(
    name for _, name, _ in pkgutil.walk_packages(variorum.__path__, prefix="variorum.")
)


def test_the_public_names_are_those_of_the_module() -> None:
    public = {name for name in variorum.__all__ if not name.startswith("_")}
    offered = {name for name in dir(variorum) if not name.startswith("_")}
    packages = {name.removeprefix("variorum.") for name in MODULES}
    assert sorted({*public, "__version__"}) == variorum.__all__
    assert public - offered == set()
    assert offered - public - packages == {"TYPE_CHECKING", "os"}
    assert all(hasattr(variorum, name) for name in public)


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="module 'variorum' has no attribute 'nonsense'"):
        variorum.nonsense  # noqa: B018  (asking for it is the test)


def test_every_package_has_the_names_it_lists_and_no_module_lists_any() -> None:
    modules = [importlib.import_module(name) for name in MODULES]
    missing = [(m.__name__, n) for m in modules for n in _listed(m) if not hasattr(m, n)]
    inside = [m.__name__ for m in modules if _listed(m) and not hasattr(m, "__path__")]
    assert missing == []
    assert inside == []


def _listed(module: ModuleType) -> Sequence[str]:
    return getattr(module, "__all__", ())


def test_what_the_documentation_promises_is_there() -> None:
    promised = {"read", "extract", "build", "Document", "Claim", "Case", "VariorumError"}
    assert promised <= set(variorum.__all__)
    assert callable(variorum.Document.from_text)
    assert {"questions", "contradictions", "to_json"} <= set(dir(variorum.Case))

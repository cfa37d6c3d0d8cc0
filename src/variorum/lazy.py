"""Names that are loaded when they are first asked for, so that starting costs nothing.

The one place that imports by name. `import variorum` and `variorum --help` stay as light as the
command line's own library: spaCy, the model and the solver are loaded by what needs them.
"""

import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from types import ModuleType
from typing import Any

from variorum.errors import UsageError


def attribute(module: str, name: str) -> Any:
    """Import `module` and return what it calls `name`."""
    return getattr(import_module(module), name)


def extra(module: str, name: str, of: str) -> Any:
    """Return what a module of an extra calls `name`; without a name, the module.

    Raises:
        UsageError: when the extra, `of`, is not installed.
    """
    try:
        return attribute(module, name) if name else import_module(module)
    except ModuleNotFoundError as error:
        raise UsageError(
            f"{module} is not installed; 'pip install \"variorum[{of}]\"' installs it."
        ) from error


def names(
    package: str, modules: Mapping[str, str | None]
) -> tuple[Callable[[str], Any], Callable[[], list[str]]]:
    """Return the `__getattr__` and `__dir__` (PEP 562) of a package.

    Args:
        package: the package's name.
        modules: the module that defines each public name, or None where the name is that of a
            package in it, made callable.
    """

    def get(name: str) -> Any:
        if name not in modules:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        module = modules[name]
        return attribute(module, name) if module else import_module(f"{package}.{name}")

    def listed() -> list[str]:
        return sorted({*modules, *vars(sys.modules[package])})

    return get, listed


class _CallablePackage(ModuleType):
    """A package that is called like the public function of its name."""

    def __call__(self, *given: Any, **named: Any) -> Any:
        """Call the function of the pipeline that has the package's name."""
        return attribute("variorum.pipeline", self.__name__.rpartition(".")[2])(*given, **named)


def make_callable(package: str) -> None:
    """Let a package be called: `variorum.extract(document)` is `pipeline.extract(document)`.

    A function and a package of one name cannot both be attributes of `variorum`. Whichever was
    set last would hide the other, and `import variorum.extract.claims as claims` would fail or
    `variorum.extract(document)` would. So the package is the one attribute, and answers for both.
    """
    sys.modules[package].__class__ = _CallablePackage

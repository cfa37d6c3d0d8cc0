"""A server of the Model Context Protocol, through which an assistant asks for a case."""

import functools
import inspect
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

from variorum import lazy
from variorum.case import Case
from variorum.errors import VariorumError
from variorum.publish.assistants.bounded_answers import NOTICE
from variorum.publish.assistants.record_answers import TOOLS

EXTRA = "mcp"
INSTRUCTIONS = (
    "The record of one event, made from many reports: who claims what, in which exact words, and "
    "which claims cannot all be true. It decides nothing: say who says so, and never which of them "
    "is right. Cite each claim by its id with its exact words, publisher and address, so that a "
    f"person can check it. What the record does not say is in 'gaps', or is not known. {NOTICE}"
)


def server_of(opened: Callable[[], AbstractContextManager[Case]], version: str) -> Any:
    """Return the server of a case; its `run()` talks over the standard streams until they close.

    Args:
        opened: opens the case for one answer.
        version: that of Variorum.

    Raises:
        UsageError: when the extra is not installed.
    """
    server = lazy.extra("mcp.server", "MCPServer", EXTRA)(
        "variorum", instructions=INSTRUCTIONS, version=version, log_level="ERROR"
    )
    failed = lazy.extra("mcp.server.mcpserver.exceptions", "ToolError", EXTRA)
    hints = lazy.extra("mcp.types", "ToolAnnotations", EXTRA)(
        read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
    )
    for asked in TOOLS:
        server.tool(annotations=hints, structured_output=False)(_tool(asked, opened, failed))
    return server


def _tool(
    asked: Callable[..., str],
    opened: Callable[[], AbstractContextManager[Case]],
    failed: type[Exception],
) -> Callable[..., str]:
    """Return what asks a question of the case; errors of ours are told as one sentence."""

    @functools.wraps(asked)
    def answer(**given: Any) -> str:
        try:
            with opened() as case:
                return asked(case, **given)
        except VariorumError as error:
            raise failed(str(error)) from error

    _, *others = inspect.signature(asked).parameters.values()
    answer.__signature__ = inspect.Signature(others)  # type: ignore[attr-defined]
    return answer

"""A server of the Model Context Protocol, through which an assistant asks for a case."""

import functools
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Annotated, Any

from pydantic import Field

from variorum import lazy
from variorum.case import Case
from variorum.errors import VariorumError
from variorum.publish.assistants import record_answers
from variorum.publish.assistants.bounded_answers import NOTICE

EXTRA = "mcp"
INSTRUCTIONS = (
    "The record of one event, made from many reports: who claims what, in which exact words, and "
    "which claims cannot all be true. It decides nothing: say who says so, and never which of them "
    "is right. Cite each claim by its id with its exact words, publisher and address, so that a "
    f"person can check it. What the record does not say is in 'gaps', or is not known. {NOTICE}"
)
First = Annotated[int, Field(description="'next' of the answer before; 0 begins.", ge=0)]


class Tools:
    """What can be asked; nothing of it changes a case.

    Args:
        opened: opens the case for one answer.
    """

    def __init__(self, opened: Callable[[], AbstractContextManager[Case]]) -> None:
        self._opened = opened

    def disputes(self, first: First = 0) -> str:
        """List what the reports dispute, the gravest first, with the positions of each."""
        with self._opened() as case:
            return record_answers.disputes(case, first)

    def positions(
        self,
        dispute: Annotated[int, Field(description="Its number in 'disputes'.")],
        first: First = 0,
    ) -> str:
        """Open one dispute: who says what in which words, and why it cannot all be true."""
        with self._opened() as case:
            return record_answers.positions(case, dispute, first)

    def questions(
        self,
        word: Annotated[str, Field(description="Only questions with this in them.")] = "",
        first: First = 0,
    ) -> str:
        """List the questions that the claims answer, the disputed first."""
        with self._opened() as case:
            return record_answers.questions(case, word, first)

    def claims(
        self,
        question: Annotated[str, Field(description="A question's id, or words of it.")] = "",
        source: Annotated[str, Field(description="Part of a speaker's or outlet's name.")] = "",
        place: Annotated[str, Field(description="Part of the name of a place.")] = "",
        first: First = 0,
    ) -> str:
        """List claims with their exact words, by question, source or place, or all of them."""
        with self._opened() as case:
            return record_answers.claims(case, question, source, place, first)

    def quotation(self, claim: Annotated[str, Field(description="The claim's id.")]) -> str:
        """Quote one claim whole, with its document's title and address, and the place in it."""
        with self._opened() as case:
            return record_answers.quotation(case, claim)

    def origins(self, first: First = 0) -> str:
        """List the independent origins of what is said; reprints of one are one."""
        with self._opened() as case:
            return record_answers.origins(case, first)

    def agreements(self, first: First = 0) -> str:
        """List what was agreed, term by term, and whether the accounts say it was kept."""
        with self._opened() as case:
            return record_answers.agreements(case, first)

    def gaps(self, first: First = 0) -> str:
        """List what is missing from the record, and why."""
        with self._opened() as case:
            return record_answers.gaps(case, first)


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
    tools = Tools(opened)
    for name in (name for name in vars(Tools) if not name.startswith("_")):
        tool = _answering(getattr(tools, name), failed)
        server.tool(annotations=hints, structured_output=False)(tool)
    return server


def _answering(tool: Callable[..., str], failed: type[Exception]) -> Callable[..., str]:
    """Return a tool whose errors of ours reach the assistant as one sentence."""

    @functools.wraps(tool)
    def answer(*given: Any, **named: Any) -> str:
        try:
            return tool(*given, **named)
        except VariorumError as error:
            raise failed(str(error)) from error

    return answer

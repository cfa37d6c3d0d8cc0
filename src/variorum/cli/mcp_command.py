"""`variorum mcp`: a case for assistants, over the standard streams."""

from functools import partial

from variorum import __version__
from variorum.cli.case_files import CaseFile, opened
from variorum.publish.assistants.mcp_server import server_of


def mcp(case_file: CaseFile) -> None:
    """Serve a case to an assistant over the Model Context Protocol, on the standard streams.

    Everything can be read and nothing changed. The assistant starts this command itself; nothing
    listens on the network.
    """
    server = server_of(partial(opened, case_file), __version__)
    with opened(case_file):  # a case that is missing is told before the assistant asks
        pass
    server.run()

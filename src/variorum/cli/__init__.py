"""What can be done from the command line?

In: the words of a command. Out: a case file, a report, an export or what is printed, and the exit
code: 0 when all went well; 1 when some files could not be read, each of which is listed; 2 when
the command cannot be done as asked. There is one module for each command, loaded when it is run.
"""

from variorum.cli.commands import COMMANDS, app, main

__all__ = ["COMMANDS", "app", "main"]

"""What becomes of a failure: it is noted, and raised only where a handler of the notebook catches it. CPython 3.6 and later."""
import sys

import calls
from nothing import Nothing


class Lost(Nothing):
    """In the place of a name whose import failed."""


class Guard:
    """The clauses around a body while it runs; None is where a function begins."""

    def __init__(self, stack, clauses):
        self.stack = stack
        self.clauses = clauses

    def __enter__(self):
        self.stack.append(self.clauses)

    def __exit__(self, *_):
        self.stack.pop()


class Failures:
    """The outcomes of all usages, and the handlers around the place that is run."""

    def __init__(self):
        self.outcomes = {}
        self.guards = []
        # How many failures no handler has caught.
        self.uncaught = 0

    def tell(self, usage, outcome):
        held = self.outcomes.setdefault(usage, [])
        if outcome not in held:
            held.append(outcome)

    def caught(self, error):
        """`caught` where a handler around this place catches it, `again` where one only raises it again, else nothing."""
        found = ""
        for clauses in reversed(self.guards):
            if clauses is None:
                break
            for kinds, again in clauses():
                try:
                    matches = isinstance(error, kinds)
                except TypeError:
                    matches = False
                if matches and not again:
                    return "caught"
                if matches:
                    found = "again"
                    break
        return found

    def passes(self):
        """Whether what was raised goes on to a handler; where there is none, the next statement is run."""
        error = sys.exc_info()[1]
        return isinstance(error, (GeneratorExit, SystemExit)) or bool(self.caught(error))

    def note(self, usage, error):
        """Note a failure, and how it ends."""
        ending = self.caught(error)
        self.uncaught += ending != "caught"
        self.tell(usage, ("~" if ending == "caught" else "") + calls.said(error))
        return ending

    def fail(self, usage, error):
        """Note a failure; raise it where there is a handler for it."""
        if self.note(usage, error):
            raise error
        return Lost()

    def guard(self, clauses):
        return Guard(self.guards, clauses)

    def elsewhere(self, root):
        """Whether an import of another package is made: of a few, and of those that are not here where a handler waits for that."""
        return root in calls.REAL or bool(self.caught(ModuleNotFoundError(root))) and not calls.is_here(root)

    def arrived(self, usage):
        self.tell(usage, "ok")

    def refused(self, usage):
        """An import that has just failed."""
        self.note(usage, sys.exc_info()[1])

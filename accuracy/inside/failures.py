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

    def tell(self, usage, outcome):
        held = self.outcomes.setdefault(usage, [])
        if outcome not in held:
            held.append(outcome)

    def caught(self, error):
        """Whether a handler around this place catches it."""
        for clauses in reversed(self.guards):
            if clauses is None:
                return False
            for kinds, again in clauses():
                if isinstance(kinds, tuple) or isinstance(kinds, type):
                    try:
                        matches = isinstance(error, kinds)
                    except TypeError:
                        matches = False
                    if matches:
                        if not again:
                            return True
                        break
        return False

    def passes(self):
        error = sys.exc_info()[1]
        return isinstance(error, (GeneratorExit, SystemExit)) or self.caught(error)

    def fail(self, usage, error):
        """Note a failure; raise it where somebody catches it."""
        if self.caught(error):
            self.tell(usage, "~" + calls.said(error))
            raise error
        self.tell(usage, calls.said(error))
        return Lost()

    def guard(self, clauses):
        return Guard(self.guards, clauses)

    def elsewhere(self, root):
        """Whether an import of another package is made."""
        return root in calls.REAL

    def arrived(self, usage):
        self.tell(usage, "ok")

    def refused(self, usage):
        error = sys.exc_info()[1]
        self.tell(usage, ("~" if self.caught(error) else "") + calls.said(error))

"""Which ways a rewritten notebook goes where it branches, loops or takes a value apart. CPython 3.6 and later."""
import calls
from nothing import Nothing

# Of a loop so many rounds are run.
ITEMS = 3


class Once(list):
    """The one item of a loop over what is not known."""

    def __init__(self, item):
        super().__init__([item])


class Paths:
    """The part of the runtime that needs no memory."""

    def test(self, value):
        """True, False, or None where it is not known."""
        return None if isinstance(value, Nothing) else bool(value)

    def truth(self, value):
        return True if isinstance(value, Nothing) else value

    def once(self, test):
        return () if test is False else (0,)

    def items(self, value, shape):
        """At most so many items of a loop; of what is not known one."""
        if isinstance(value, Nothing) or calls.is_ours(value):
            return Once(self.apart(Nothing(), shape))
        return [self.apart(each, shape) for each, _ in zip(value, range(ITEMS))]

    def certain(self, items):
        return None if isinstance(items, Once) else True

    def apart(self, value, shape):
        """A value taken apart as its targets want it."""
        if shape is None or not isinstance(value, (Nothing, tuple, list)) and not calls.is_ours(value):
            return value
        if isinstance(value, (tuple, list)):
            return [self.apart(*each) for each in zip(value, shape)] if len(value) == len(shape) else value
        return [self.apart(Nothing(), each) for each in shape]

    def manager(self, value):
        return value if hasattr(type(value), "__enter__") and hasattr(type(value), "__exit__") else Nothing()

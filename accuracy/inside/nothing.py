"""A value of which nothing is known: whatever is done with it works and gives another. CPython 3.6 and later."""


class Nothing:
    """Stands for what was not run, or could not be."""

    def __getattr__(self, name):
        if name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        return Nothing()

    def __mro_entries__(self, bases):
        return ()

    def __iter__(self):
        return iter([Nothing()])

    def __next__(self):
        return Nothing()

    def __bool__(self):
        return True

    def __len__(self):
        return 0  # what takes a sequence apart to its last item would else find one in each for ever

    def __index__(self):
        return 1

    __int__ = __index__

    def __float__(self):
        return 1.0

    def __str__(self):
        return "nothing"

    __repr__ = __str__

    def __format__(self, how):
        return "nothing"

    def __fspath__(self):
        return "nothing"

    def __contains__(self, item):
        return True

    def __enter__(self):
        return Nothing()

    def __exit__(self, *what):
        return False

    def __await__(self):
        return iter([])

    def __hash__(self):
        return 1

    def __setitem__(self, key, value):
        pass

    def __delitem__(self, key):
        pass

    def __delattr__(self, name):
        self.__dict__.pop(name, None)

    def _other(self, *arguments, **keywords):
        return Nothing()

    __call__ = __getitem__ = __eq__ = __ne__ = __lt__ = __le__ = __gt__ = __ge__ = _other
    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __truediv__ = __rtruediv__ = _other
    __floordiv__ = __rfloordiv__ = __mod__ = __rmod__ = __pow__ = __rpow__ = __matmul__ = __rmatmul__ = _other
    __and__ = __rand__ = __or__ = __ror__ = __xor__ = __rxor__ = __lshift__ = __rshift__ = _other
    __neg__ = __pos__ = __invert__ = __abs__ = __round__ = _other


def within(value, depth=2):
    """Whether a value is, or holds, nothing known."""
    if isinstance(value, Nothing):
        return True
    if depth and isinstance(value, (list, tuple, set, frozenset)):
        return any(within(each, depth - 1) for each in list(value)[:20])
    if depth and isinstance(value, dict):
        return any(within(each, depth - 1) for each in list(value.values())[:20])
    return False

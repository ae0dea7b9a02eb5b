"""What a rewritten notebook calls for each of its attributes, calls, imports and loops. CPython 3.6 and later.

Of each usage it keeps every outcome: `ok`, an exception as `Type: message` (after `~` where a handler caught it), `other` for what
works and is none of ours, `elsewhere` for what is not known, `blocked` for what hangs on something that has failed; `member` is
added where an attribute was one of an object.
"""
import builtins
import inspect
import sys
import types

import calls
from failures import Failures, Lost
from nothing import Nothing, within
from paths import ITEMS, Paths

# Names of Python 2, of which notebooks ask whether they are there.
NEVER = {"unicode", "xrange", "raw_input", "reload", "basestring", "long", "__IPYTHON__", "unichr", "__file__", "__annotations__"}
FORBIDDEN = {"open", "input", "exit", "quit", "breakpoint", "help"}
# Methods of ours that are called for what they do to the object.
CALLED_METHODS = {"add", "compile"}


class Names(dict):
    """The builtins of a notebook: a name that nothing has bound is unknown, and no error."""

    def __missing__(self, name):
        if name in NEVER:
            raise KeyError(name)
        return Nothing()


class Runtime(Failures, Paths):
    """One run of one notebook."""

    nothing = Nothing()
    lost = Lost()

    def __init__(self, names):
        super().__init__()
        self.names = names
        self.functions = []
        self.entered = {}
        # What ended a cell before its last statement; nothing should.
        self.stopped = []
        # Objects that were made of nothing in the place of others, by their identity; kept so that it stays theirs.
        self.stand_ins = {}

    # -- names

    def keep(self, name):
        """A name of the notebook's own whose import failed holds what it held, or nothing."""
        self.names.setdefault(name, self.lost)

    def unbound(self, value):
        """A name whose binding has failed is none: raise that where there is a handler for it."""
        error = NameError("name is not defined")
        if isinstance(value, Lost) and any(each is value for each in self.names.values()) and self.caught(error):
            raise error

    def attribute(self, value, name, usage):
        if isinstance(value, Nothing):
            self.tell(usage, "blocked" if isinstance(value, Lost) else "elsewhere")
            self.unbound(value)
            found = getattr(value, name)
            return Lost() if isinstance(value, Lost) else found
        is_member = not isinstance(value, types.ModuleType)
        try:
            found = getattr(value, name)
        except BaseException as error:
            if not calls.is_ours(value) or self.is_there(value, name) or id(value) in self.stand_ins and calls.below(value, name):
                self.tell(usage, "elsewhere")
                if self.caught(error):
                    raise
                return Nothing()
            try:
                return self.fail(usage, error)
            finally:
                if is_member:
                    self.tell(usage, "member")
        self.tell(usage, "ok" if calls.is_ours(value) else "other")
        if is_member and calls.is_ours(value):
            self.tell(usage, "member")
        return found

    @staticmethod
    def is_there(value, name):
        """Whether an object has the name all the same: a property that raises as long as nothing was built."""
        if isinstance(value, (types.ModuleType, type)):
            return False
        return any(name in vars(cls) for cls in type(value).__mro__)

    # -- calls

    def call(*given, **keywords):
        """A call, whatever the names of its keywords."""
        self, function, usage, asked = given[:4]
        arguments = given[4:]
        if usage is not None:
            return self.imported(function, usage, arguments, keywords)
        if isinstance(function, Nothing):
            self.unbound(function)
            return self.unknown(asked, Lost() if isinstance(function, Lost) else Nothing())
        name = getattr(function, "__name__", "")
        if calls.of_notebook(function, self.names):
            return self.own(function, arguments, keywords)
        if not calls.is_ours(function):
            if name in FORBIDDEN or not calls.is_safe(function):
                return Nothing()
            if within(arguments) and name in ("hasattr", "isinstance", "issubclass", "len", "int", "float", "str", "bool"):
                return Nothing()
            return function(*arguments, **keywords)
        return self.ours(function, asked, arguments, keywords)

    def imported(self, function, usage, arguments, keywords):
        """`importlib.import_module('keras')`."""
        if isinstance(function, Nothing):
            return Nothing()
        try:
            found = function(*arguments, **keywords)
        except BaseException as error:
            return self.fail(usage, error)
        self.tell(usage, "ok")
        return found

    def own(self, function, arguments, keywords):
        """Something that the notebook defines; not a second time from within itself."""
        code = getattr(getattr(function, "__func__", function), "__code__", function)
        if self.entered.get(code, 0) >= ITEMS:
            return Nothing()
        self.entered[code] = self.entered.get(code, 0) + 1
        depth = len(self.guards)
        self.guards.append(None)
        try:
            return function(*arguments, **keywords)
        except Exception:
            return Nothing()
        finally:
            del self.guards[depth:]

    def unknown(self, asked, value):
        """The place is reached, and of the keywords there is nothing to tell."""
        for name, usage in asked:
            if name is not None:
                self.tell(usage, "blocked" if isinstance(value, Lost) else "elsewhere")
        return value

    def ours(self, function, asked, arguments, keywords):
        usages = dict(asked)
        unclear = within(arguments) or within(keywords)
        if isinstance(function, type) and unclear:
            made = calls.stand_in(function)
            self.stand_ins[id(made)] = made
            told, failed = calls.bound_keywords(function.__init__, keywords), None
            usages.pop(None)
        elif isinstance(function, type):
            made, told, failed = calls.constructed(function, arguments, keywords)
        else:
            told = calls.bound_keywords(function, keywords)
            wanted = isinstance(function, types.MethodType) and function.__name__ in CALLED_METHODS
            made = failed = None
            if wanted and not unclear and not any(told.values()):
                made, more, failed = calls.constructed(function, arguments, keywords)
                told.update(more)
            else:
                usages.pop(None)
        made = Nothing() if made is None else made
        if None in usages:
            told[None] = failed
        for name, usage in usages.items():
            outcome = told.get(name, "")
            if outcome:
                made = self.fail(usage, self.error(outcome))
            else:
                self.tell(usage, "ok" if outcome is None else "elsewhere")
        return made

    @staticmethod
    def error(text):
        kind, _, message = text.partition(": ")
        return getattr(builtins, kind, TypeError)(message)

    # -- functions

    def function(self, function):
        """Any function, where it is defined."""
        self.functions.append(function)
        return function

    def frame(self):
        """Around the body of a function: what stands around its call catches nothing for it."""
        return self.guard(None)

    def drain(self):
        """Call every function once more, those too that are defined by then."""
        done = set()
        while self.functions:
            function = self.functions.pop(0)
            code = getattr(function, "__code__", None)
            if code is None or code in done:
                continue
            done.add(code)
            self.entered[code] = ITEMS
            del self.guards[:]
            try:
                found = function(*[Nothing()] * code.co_argcount,
                                 **{name: Nothing() for name in code.co_varnames[code.co_argcount:][:code.co_kwonlyargcount]})
                if inspect.isgenerator(found):
                    for _ in zip(range(ITEMS), found):
                        pass
                elif inspect.iscoroutine(found):
                    found.send(None)
            except BaseException:
                continue


def run(programs):
    """Run the cells in order, then all functions; {usage: outcomes}."""
    main = types.ModuleType("__main__")
    names = main.__dict__
    sys.modules["__main__"] = main
    names["__builtins__"] = Names(vars(builtins))
    names["_kd"] = runtime = Runtime(names)
    for program in programs:
        del runtime.guards[:]
        try:
            exec(compile(program, "<cell>", "exec"), names)
        except BaseException as error:
            runtime.stopped.append(calls.said(error))
    runtime.drain()
    return {"usages": runtime.outcomes, "stopped": runtime.stopped}

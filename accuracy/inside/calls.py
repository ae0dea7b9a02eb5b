"""Which calls of a notebook are made, and what of a call's keywords the interpreter says. CPython 3.6 and later."""
import builtins
import contextlib
import functools
import importlib
import importlib.util
import operator
import os
import re
import sys
import types
import warnings

from nothing import Nothing

ROOTS = ("tensorflow", "keras", "tf_keras", "keras_core", "tensorflow_estimator", "tensorboard", "keras_preprocessing", "keras_applications")
# Modules of the standard library, and one more, that version conditions and guards are made of.
REAL = {"sys", "os", "importlib", "contextlib", "functools", "operator", "warnings", "packaging", "distutils", "platform", "re", "math",
        "collections", "itertools", "typing", "types", "__future__", "abc", "dataclasses", "enum", "string", "copy", "json"}
BUILTINS = {getattr(builtins, name) for name in (
    "range len zip enumerate list tuple dict set frozenset sorted reversed min max sum abs int float str bool isinstance issubclass type "
    "hasattr getattr setattr map filter any all round repr id callable iter next object property staticmethod classmethod slice hash "
    "print bytes complex divmod chr ord").split()}
CHEAP = {importlib.import_module, importlib.reload, builtins.__import__, contextlib.suppress, functools.partial, functools.wraps,
         functools.lru_cache, warnings.catch_warnings, warnings.filterwarnings, warnings.simplefilter, operator.attrgetter, os.getenv,
         os.path.join, *(getattr(os.environ, name).__func__ for name in ("get", "setdefault", "pop"))}
# An exception that speaks of a keyword, and not of what it was given.
REFUSED = re.compile(r"keyword argument|argument\(s\)|parameters?|deprecated in the new|not recognized|no longer supported|not understood",
                     re.IGNORECASE)
# Of a class that is made of nothing.
REFUSES_ALL = re.compile(r"(takes no|this constructor takes no) (keyword )?arguments|takes no parameters")
UNEXPECTED = re.compile(r"unexpected keyword argument '(\w+)'")
WANTING = re.compile(r"missing \d+ required ")
VARIABLE_KEYWORDS = 8
NEVER = "_kd_never"
TRIES = 5
# So many wrappers are looked through.
WRAPPERS = 20


def root_of(value):
    """The package that a module, class, function or object comes from."""
    if isinstance(value, types.ModuleType):
        name = types.ModuleType.__getattribute__(value, "__dict__").get("__name__") or ""
    elif isinstance(value, (type, types.FunctionType, types.BuiltinFunctionType, types.MethodType)):
        name = getattr(value, "__module__", None) or ""
    else:
        name = getattr(type(value), "__module__", None) or ""
    return name.split(".")[0] if isinstance(name, str) else ""


def is_here(root):
    """Whether there is such a package, without importing it."""
    try:
        return importlib.util.find_spec(root) is not None
    except (ImportError, ValueError, AttributeError):
        return root in sys.modules


def is_ours(value):
    return root_of(value) in ROOTS


def said(error):
    """`Type: message`, one line, without paths."""
    lines = str(error).strip().splitlines()
    return "{}: {}".format(type(error).__name__, re.sub(r"(?<![\w.])/[^\s'\":)]*/", "", lines[0] if lines else "")[:200])


def refused(error, keywords):
    """The keywords that an exception refuses."""
    text = str(error)
    if not isinstance(error, (TypeError, ValueError)):
        return []
    if REFUSES_ALL.search(text):
        return list(keywords)
    return [name for name in keywords if REFUSED.search(text) and re.search(r"(?<!\w){}(?!\w)".format(re.escape(name)), text)][:1]


def innermost(function):
    """The function that is come to once its wrappers have passed on whatever they were given; None where one of them may not."""
    for _ in range(WRAPPERS):
        code = getattr(function, "__code__", None)
        if code is None or not isinstance(function, types.FunctionType):
            return None
        if not hasattr(function, "__wrapped__"):
            return function
        if code.co_argcount or code.co_kwonlyargcount or not code.co_flags & VARIABLE_KEYWORDS:
            return None
        function = function.__wrapped__
    return None


def bound_keywords(function, keywords):
    """What the interpreter says of each keyword when it is given: {keyword: exception or None}, only where that is told.

    The call cannot be bound, so that wrappers are run and the body is not: another keyword is given that nothing takes, of which Python
    complains after this one, and a method is called without its object.
    """
    function = getattr(function, "__func__", function)
    inner = innermost(function)
    if inner is None:
        return {}
    code = inner.__code__
    named = code.co_varnames[:code.co_argcount + code.co_kwonlyargcount]
    wanting = set(code.co_varnames[:code.co_argcount - len(inner.__defaults__ or ())])
    more = code.co_flags & VARIABLE_KEYWORDS
    told = {}
    for name in keywords:
        if more and not (name in named and wanting - {name}):
            continue
        try:
            function(**{name: Nothing(), NEVER: Nothing()})
        except TypeError as error:
            unexpected = UNEXPECTED.search(str(error))
            if unexpected and unexpected.group(1) == name:
                told[name] = said(error)
            elif more and WANTING.search(str(error)) or unexpected and unexpected.group(1) == NEVER:
                told[name] = None
        except Exception as error:
            del error  # a wrapper's own, of what it was not given
    return told


def constructed(cls, arguments, keywords):
    """What it gives, {keyword: exception or None} for those of which the interpreter said something, and what else it raised."""
    told = {}
    keywords = dict(keywords)
    for _ in range(TRIES):
        try:
            made = cls(*arguments, **keywords)
        except Exception as error:
            names = refused(error, keywords)
            if not names:
                return None, told, said(error)
            for name in names:
                told[name] = said(error)
                del keywords[name]
        else:
            told.update({name: None for name in keywords})
            return made, told, None
    return None, told, None


def stand_in(cls):
    """An object of a Keras class where one can be made of nothing; others may keep whatever they are given as attributes."""
    if "keras" not in (cls.__module__ or ""):
        return Nothing()
    try:
        return cls()
    except BaseException:
        return Nothing()


def below(value, name):
    """Whether a class below the object's has the name: what the notebook itself makes may be of that class."""
    return any(hasattr(cls, name) for cls in type(value).__subclasses__())


def is_safe(function):
    """Whether a call of something that is none of ours is made: builtins, and methods of plain values."""
    if isinstance(function, types.BuiltinMethodType) and isinstance(getattr(function, "__self__", None), (str, list, tuple, dict, set)):
        return True
    try:
        if getattr(function, "__func__", function) in CHEAP or function in BUILTINS:
            return True
    except TypeError:
        return False
    return (getattr(function, "__module__", None) or "").split(".")[0] in ("packaging", "distutils", "contextlib", "functools")


def of_notebook(function, names):
    """Whether the notebook itself defines it."""
    if isinstance(function, types.MethodType):
        function = function.__func__
    if isinstance(function, types.FunctionType):
        return function.__globals__ is names
    return isinstance(function, type) and function.__module__ == "__main__"


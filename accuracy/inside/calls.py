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
REFUSED = re.compile(r"keyword argument|argument\(s\)|parameters?|takes no arguments|not recognized|no longer supported|not understood",
                     re.IGNORECASE)
VARIABLE_KEYWORDS = 8
TRIES = 5


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
    """The keyword that an exception refuses, or None."""
    text = str(error)
    if isinstance(error, (TypeError, ValueError)) and REFUSED.search(text):
        for name in keywords:
            if re.search(r"(?<!\w){}(?!\w)".format(re.escape(name)), text):
                return name
    return None


def bound_keywords(function, keywords):
    """By the code that is entered first: {keyword: TypeError or None}, only where that code alone decides."""
    function = getattr(function, "__func__", function)
    code = getattr(function, "__code__", None)
    if code is None or not isinstance(function, types.FunctionType):
        return {}
    named = code.co_varnames[:code.co_argcount + code.co_kwonlyargcount]
    if code.co_flags & VARIABLE_KEYWORDS:
        return {name: None for name in keywords if name in named}
    return {name: None if name in named else "TypeError: {}() got an unexpected keyword argument '{}'".format(function.__name__, name)
            for name in keywords}


def constructed(cls, arguments, keywords):
    """What it gives, {keyword: exception or None} for those of which the interpreter said something, and what else it raised."""
    told = {}
    keywords = dict(keywords)
    for _ in range(TRIES):
        try:
            made = cls(*arguments, **keywords)
        except Exception as error:
            name = refused(error, keywords)
            if name is None:
                return None, told, said(error)
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


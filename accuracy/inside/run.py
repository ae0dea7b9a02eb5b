"""Runs rewritten notebooks, each in a fork of its own: `python run.py NOTEBOOKS OUT`. CPython 3.6 and later, standard library only.

NOTEBOOKS is a list of [statements it begins with, programs]. OUT gets a line for each notebook:
[number, {usage: outcomes}], null where the process did not live to tell. A process has run what its notebooks begin with and nothing
else; they are forked from there, so that what many begin with is run once.
"""
import gc
import json
import os
import signal
import socket
import sys

SECONDS = 90
LIVED = 0


def refuse(*_):
    raise OSError("no connections here")


def in_child(work):
    """Run `work` in a fork of this process and wait for it: 0 where all went well."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            work()
            code = LIVED
        finally:
            os._exit(code)
    return os.waitpid(child, 0)[1]


def tell(out, number, outcomes):
    line = json.dumps([number, outcomes]).encode() + b"\n"
    file = os.open(out, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o644)
    os.write(file, line)
    os.close(file)


def one(number, programs, out):
    from runtime import run
    signal.alarm(SECONDS)
    tell(out, number, run(programs))


def settle(notebooks, depth, out):
    """Notebooks of which so many beginnings have been run in this process."""
    here = [each for each in notebooks if len(each[1]) <= depth]
    for number, _, programs in here:
        if in_child(lambda: one(number, programs, out)):
            tell(out, number, None)
    further = {}
    for each in notebooks:
        if len(each[1]) > depth:
            further.setdefault(each[1][depth], []).append(each)
    for statement, group in sorted(further.items()):
        def begun(statement=statement, group=group):
            try:
                exec(compile(statement, "<begin>", "exec"), {"__name__": "__main__"})
            except BaseException as error:
                del error  # each of them meets it again
            settle(group, depth + 1, out)

        in_child(begun)


def main(notebooks, out):
    with open(notebooks) as file:
        given = [[number, *each] for number, each in enumerate(json.load(file))]
    sys.argv[:] = [""]
    sys.setrecursionlimit(5000)
    gc.disable()
    socket.socket.connect = refuse
    import runtime  # noqa: F401  (loaded once, before anything is forked)
    sys.path.remove(os.path.dirname(os.path.abspath(__file__)))
    away = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(away, stream)
    settle(given, 0, out)
    os._exit(0)


if __name__ == "__main__":
    main(*sys.argv[1:])

"""Measure one root package from inside the interpreter that has it: `python extract.py ROOT OUT [ASK]`.

For every CPython from 3.6 on, standard library only, because it runs in the measured environment. The root is imported once; then
each module is imported in a forked child, so that every answer is that of a process which has imported the root and this one
module, as `import a.b` always imports `a` first. ASK maps module paths to names that other environments list there; a dynamic
module is asked for each of them.
"""
import gc
import importlib
import importlib.machinery
import json
import os
import re
import signal
import sys
import tempfile

from looking import bound, describe, ours, said

TIMEOUT = 180
LANES = 2
# TensorFlow's API tree holds itself again (tensorflow.compat.v1.compat.v2 …): there only what lies on disk is measured.
AGAIN = re.compile(r"compat\.v\d\..*compat\.|\.v2\.v2(\.|$)")


def below(folder, path):
    """Dotted paths of every module on disk in a package's folder; data folders left out."""
    suffixes = sorted(importlib.machinery.all_suffixes(), key=len, reverse=True)
    found = set()

    def walk(folder, path):
        held = False
        try:
            entries = sorted(os.listdir(folder))
        except OSError:
            return held
        for entry in entries:
            full = os.path.join(folder, entry)
            if os.path.isdir(full):
                if entry.isidentifier() and entry != "__pycache__" and walk(full, path + "." + entry):
                    found.add(path + "." + entry)
                    held = True
                continue
            suffix = next((s for s in suffixes if entry.endswith(s)), None)
            if suffix is None or suffix == ".pyc":
                continue
            name = entry[:-len(suffix)]
            held = True
            if name.isidentifier() and not name.startswith("__"):
                found.add(path + "." + name)
        return held

    walk(folder, path)
    return found


def forked(work, out):
    """Run `work` in a child and append what it returns, as one line of JSON, to `out`; None when the child died."""
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        try:
            signal.alarm(TIMEOUT)
            sys.argv[:] = [""]
            line = json.dumps(work()).encode() + b"\n"
            with open(out, "ab") as file:
                file.write(line)
            os._exit(0)
        finally:
            os._exit(1)
    return os.waitpid(child, 0)[1]


def imported(path, before, asked):
    """What `import path` does, in this very process."""
    try:
        importlib.import_module(path)
    except BaseException as error:
        return {path: {"error": said(error)}}
    hidden = {}
    record, finish = describe(path, before, asked, hidden)
    if finish:
        finish()
    return {"hidden": hidden, path: record}


def loaded(paths, asked):
    """The modules that the root's import has loaded: all are looked at before the first is touched."""
    hidden, records, later = {}, {}, []
    for path in paths:
        records[path], finish = describe(path, None, asked, hidden)
        later += [finish] if finish else []
    for finish in later:
        finish()
    return dict(records, hidden=hidden)


def in_lanes(paths, work):
    """Run `work(path)`, a dict to be written as JSON, for each path in a child of its own; all that they said together."""
    folder = tempfile.mkdtemp()

    def lane(number):
        out = os.path.join(folder, str(number))
        open(out, "w").close()
        for path in paths[number::LANES]:
            if forked(lambda: work(path), out):
                with open(out, "a") as file:
                    file.write(json.dumps({path: {"error": "the interpreter crashes"}}) + "\n")

    lanes = []
    for number in range(LANES):
        child = os.fork()
        if child == 0:
            try:
                lane(number)
                os._exit(0)
            finally:
                os._exit(1)
        lanes.append(child)
    if any([os.waitpid(child, 0)[1] for child in lanes]):
        raise SystemExit("a lane died")
    found, hidden = {}, {}
    for number in range(LANES):
        with open(os.path.join(folder, str(number))) as file:
            for line in file:
                answer = json.loads(line)
                hidden.update(answer.pop("hidden", {}))
                found.update(answer)
    for path, record in hidden.items():
        found.setdefault(path, dict(record, hidden=True))
    return found


def measure(root, asked):
    """The whole measurement of one root."""
    try:
        importlib.import_module(root)
    except BaseException as error:
        return {"root": root, "error": said(error), "modules": {}}
    boot = ours()
    here = [path for path in sorted(boot) if path.split(".")[0] == root]
    gc.collect()
    gc.disable()
    modules = in_lanes([""], lambda _: loaded(here, asked))
    walked = set()
    while True:  # a package may extend its `__path__` when it is imported
        waiting = set()
        for path, record in list(modules.items()):
            for folder in record.pop("paths", ()):
                if (folder, path) not in walked and not (walked and AGAIN.search(path)):
                    waiting |= below(folder, path)
                    walked |= {(folder, path)} | {(os.path.join(folder, *p[len(path) + 1:].split(".")), p) for p in waiting}
        waiting -= set(modules)
        if not waiting:
            break
        modules.update(in_lanes(sorted(waiting), lambda path: imported(path, boot, asked)))
    return {"root": root, "error": None, "loaded": {k: bound(k) for k in sorted(boot)}, "modules": modules}


def main(root, out, ask=None):
    asked = {}
    if ask:
        with open(ask) as file:
            asked = json.load(file)
    sys.path.remove(os.path.dirname(os.path.abspath(__file__)))
    keep_out = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1):
        os.dup2(keep_out, stream)
    if not os.environ.get("KERAS_DOCTOR_LOUD"):
        os.dup2(keep_out, 2)
    result = measure(root, asked)
    result["python"] = "%d.%d.%d" % sys.version_info[:3]
    with open(out, "w") as file:
        json.dump(result, file, sort_keys=True)
    os._exit(0)


if __name__ == "__main__":
    main(*sys.argv[1:])

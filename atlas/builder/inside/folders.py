"""Folders without any Python, which are importable all the same, as namespace packages. For every CPython from 3.6 on."""
import importlib
import importlib.util
import os
import sys


def lying(path, homes):
    """Whether a folder that is no package lies where the path says."""
    places = [os.path.join(home, *path.split(".")[1:]) for home in homes]
    return any(os.path.isdir(place) and not os.path.exists(os.path.join(place, "__init__.py")) for place in places)


def is_folder(path):
    """Whether the path is importable, and nothing but a folder; its parents are imported on the way."""
    try:
        spec = importlib.util.find_spec(path)
        found = spec is not None and spec.origin in (None, "namespace") and spec.submodule_search_locations is not None
        return found and getattr(importlib.import_module(path), "__file__", None) is None
    except Exception:
        return False


def folders(paths, root):
    """Those of the paths, and of what lies in the root's own folder, that are such folders."""
    homes = [str(home) for home in getattr(sys.modules[root], "__path__", ()) if os.path.isdir(str(home))]
    beside = {root + "." + name for home in homes for name in os.listdir(home) if name.isidentifier() and not name.startswith("__")}
    return sorted(path for path in sorted(beside | set(paths)) if lying(path, homes) and is_folder(path))

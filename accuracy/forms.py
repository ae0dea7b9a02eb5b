"""How often real notebooks write what: `python -m accuracy forms FOLDER…` writes forms.json, figures only."""

from __future__ import annotations

import ast
import json
import warnings
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from .cells import CELL_MAGIC, page, sources
from .usage import ROOTS, dotted

FILE = Path(__file__).with_name("forms.json")
RELEASE = ("__version__", "version_info", "VERSION")


def root(name: str | None) -> bool:
    return (name or "").split(".")[0] in ROOTS


class Forms(ast.NodeVisitor):
    """Counts the forms of one notebook; what is bound by an import of ours, or by a call of it, is known across cells."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.bound: set[str] = set()
        self.made: set[str] = set()
        self.places: list[str] = []

    def count(self, form: str) -> None:
        self.counts[form] += 1

    def where(self, form: str) -> None:
        """Count a form, and once more where it stands."""
        self.count(form)
        for place in ("function", "try", "handler", "condition", "class", "loop"):
            if place in self.places:
                self.count(f"{form} in {place}")
                return

    def is_ours(self, node: ast.expr) -> bool:
        return (dotted(node) or "").split(".")[0] in self.bound

    def visit_Import(self, node: ast.Import) -> None:
        for alias in node.names:
            if root(alias.name):
                self.where("import" + (" dotted" if "." in alias.name else "") + (" as" if alias.asname else ""))
                self.bound.add(alias.asname or alias.name.split(".")[0])
            else:
                self.count("import of others")
        if len(node.names) > 1 and any(root(alias.name) for alias in node.names):
            self.count("import several")

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        if node.level or not root(node.module):
            self.count("import of others")
            return
        if node.names[0].name == "*":
            self.where("star import")
            return
        self.where("from" + (" several" if len(node.names) > 1 else "") + (" as" if any(alias.asname for alias in node.names) else ""))
        self.bound.update(alias.asname or alias.name for alias in node.names)

    def visit_Attribute(self, node: ast.Attribute) -> None:
        name = (dotted(node) or "").split(".")[0]
        if name in self.made:
            self.count("member")
        elif name in self.bound:
            self.where("chain")
        else:
            self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        name = dotted(node.func) or ""
        if name in ("hasattr", "getattr") and node.args and self.is_ours(node.args[0]):
            self.count(name)
        if name.rpartition(".")[2] == "import_module" and node.args and isinstance(node.args[0], ast.Constant) and root(str(node.args[0].value)):
            self.count("import_module")
        if any(each.arg for each in node.keywords) and (self.is_ours(node.func) or name.split(".")[0] in self.made):
            self.count("keywords of a call" if self.is_ours(node.func) else "keywords of a method")
        self.generic_visit(node)

    def visit_Assign(self, node: ast.Assign) -> None:
        self.visit(node.value)
        for target in node.targets:
            if isinstance(target, ast.Name):
                if isinstance(node.value, ast.Attribute) and self.is_ours(node.value):
                    self.count("rebinding")
                    self.bound.add(target.id)
                    continue
                if isinstance(node.value, ast.Call) and self.is_ours(node.value.func) and node.value.func is not None:
                    self.count("instance")
                    self.made.add(target.id)
                elif target.id in self.bound:
                    self.count("shadowing")
                self.bound.discard(target.id)
            else:
                self.visit(target)

    def inside(self, place: str, nodes: Iterable[ast.AST]) -> None:
        self.places.append(place)
        for each in nodes:
            self.visit(each)
        self.places.pop()

    def visit_FunctionDef(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
        self.count("function")
        for form, parts in (("decorator", node.decorator_list), ("default", [*node.args.defaults, *filter(None, node.args.kw_defaults)]),
                            ("annotation", [each.annotation for each in node.args.args if each.annotation])):
            for part in parts:
                if self.is_ours(part) or isinstance(part, ast.Call) and self.is_ours(part.func):
                    self.count(form)
                self.visit(part)
        if "function" in self.places:
            self.count("nested function")
        self.inside("function", node.body)

    visit_AsyncFunctionDef = visit_FunctionDef

    def visit_Lambda(self, node: ast.Lambda) -> None:
        self.count("lambda")
        self.inside("function", [node.body])

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        if any(self.is_ours(base) for base in node.bases):
            self.count("base class")
        self.count("class")
        self.inside("class", [*node.bases, *node.body])

    def visit_Try(self, node: ast.Try) -> None:
        if any(isinstance(each, (ast.Import, ast.ImportFrom)) for each in node.body):
            self.count("guarded import")
        self.count("try")
        self.inside("try", node.body)
        self.inside("handler", [*node.handlers, *node.orelse, *node.finalbody])

    def visit_If(self, node: ast.If) -> None:
        if any(isinstance(each, ast.Attribute) and each.attr in RELEASE for each in ast.walk(node.test)):
            self.count("version condition")
        self.count("condition")
        self.visit(node.test)
        self.inside("condition", [*node.body, *node.orelse])

    def visit_With(self, node: ast.With) -> None:
        self.count("with")
        self.generic_visit(node)

    def visit_For(self, node: ast.For) -> None:
        self.count("loop")
        self.visit(node.iter)
        self.inside("loop", node.body)

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        self.count("f-string")
        self.generic_visit(node)

    def visit_comprehension(self, node: ast.comprehension) -> None:
        self.count("comprehension")
        self.generic_visit(node)

    def visit_Delete(self, node: ast.Delete) -> None:
        self.count("del")

    def visit_Global(self, node: ast.Global) -> None:
        self.count("global")


def counted(notebook: Path) -> Counter[str]:
    """The forms of one notebook."""
    forms = Forms()
    for index, source in sources(notebook):
        forms.count("cell")
        if CELL_MAGIC.match(source):
            forms.count("cell magic")
        forms.counts["line magic"] += sum(line.lstrip().startswith("%") and not line.startswith("%%") for line in source.split("\n"))
        forms.counts["shell"] += sum(line.lstrip().startswith("!") for line in source.split("\n"))
        held = page(index, source)
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                forms.visit(ast.parse(held[1] if held else ""))
        except (SyntaxError, ValueError, RecursionError):
            forms.count("cell that does not parse")
    return forms.counts


def notebooks(folders: Iterable[str]) -> Iterator[Path]:
    for folder in folders:
        yield from sorted(path for path in Path(folder).rglob("*.ipynb") if ".ipynb_checkpoints" not in path.parts)


def write(folders: Iterable[str]) -> int:
    """Count, and keep of each form how often it stands and in how many notebooks."""
    total: Counter[str] = Counter()
    present: Counter[str] = Counter()
    number = 0
    for path in notebooks(folders):
        try:
            counts = counted(path)
        except (ValueError, KeyError):
            continue
        number += 1
        total.update(counts)
        present.update(form for form, times in counts.items() if times)
    rows = {form: {"times": times, "notebooks": present[form]} for form, times in sorted(total.items()) if times}
    FILE.write_text(json.dumps({"notebooks": number, "forms": rows}, indent=2) + "\n")
    print(f"{number} notebooks, {len(rows)} forms")
    return 0


def read() -> dict[str, float]:
    """The part of the notebooks in which each form stands."""
    held = json.loads(FILE.read_text())
    return {form: row["notebooks"] / held["notebooks"] for form, row in held["forms"].items()}

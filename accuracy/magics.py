"""Line magics that run Python or set variables, as what they do; all others stay calls of which nothing is known."""

from __future__ import annotations

import ast
import re

RUNS = {"time", "timeit", "prun"}
SETS = {"env", "set_env"}
OPTIONS = re.compile(r"(-\w+( ?\d+)?\s+)*")


def magic(node: ast.AST) -> tuple[str, str] | None:
    """Name and text of a line magic as IPython rewrites it; null for anything else."""
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "run_line_magic"):
        return None
    said = [each.value for each in node.args if isinstance(each, ast.Constant) and isinstance(each.value, str)]
    return (said[0], said[1]) if len(said) == 2 else None


def moved(statements: list[ast.stmt], where: ast.AST) -> list[ast.stmt]:
    """Statements as if they stood on the line of the magic; where in that line is not known."""
    for statement in statements:
        for node in ast.walk(statement):
            ast.copy_location(node, where)
            node.loose = True  # type: ignore[attr-defined]
    return statements


class Magics(ast.NodeTransformer):
    """Puts what magics run in their place."""

    def visit_Expr(self, node: ast.Expr) -> ast.stmt:
        found = magic(node.value)
        if found and found[0] in SETS:
            name, _, value = found[1].replace(" ", "=", 1).partition("=")
            new = ast.parse(f"import os\nos.environ[{name.strip()!r}] = {value.lstrip('= ')!r}").body
        elif found and found[0] in RUNS:
            try:
                new = ast.parse(found[1][self.begin(found[1]):]).body
            except SyntaxError:
                return node
        else:
            self.generic_visit(node)
            return node
        return ast.copy_location(ast.If(ast.Constant(True), moved(new, node) or [ast.Pass()], []), node)

    def visit_Call(self, node: ast.Call) -> ast.expr:
        found = magic(node)
        if found and found[0] in RUNS:
            try:
                new = ast.parse(found[1][self.begin(found[1]):], mode="eval").body
            except SyntaxError:
                return node
            moved([ast.Expr(new)], node)
            return new
        self.generic_visit(node)
        return node

    @staticmethod
    def begin(text: str) -> int:
        """Where the code begins, after the options."""
        found = OPTIONS.match(text)
        return found.end() if found else 0

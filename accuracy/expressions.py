"""Rewrites expressions so that every attribute, call and loop goes through the runtime of inside/runtime.py."""

from __future__ import annotations

import ast
from typing import Any

from .usage import Ledger, Page, Usage, dotted

# Calls that look at the frame they are in; they are left as they stand.
FRAMED = {"super", "locals", "globals", "vars", "dir", "eval", "exec", "print", "input"}
RUNTIME = "_kd"


def runtime(method: str, *arguments: ast.expr) -> ast.Call:
    """A call of the runtime."""
    return ast.Call(ast.Attribute(ast.Name(RUNTIME, ast.Load()), method, ast.Load()), list(arguments), [])


def shape(target: ast.expr) -> ast.expr:
    """How a value is taken apart: None for one name, a tuple for several."""
    if isinstance(target, ast.Starred):
        return ast.Constant(None)
    if isinstance(target, (ast.Tuple, ast.List)):
        return ast.Tuple([shape(each) for each in target.elts], ast.Load())
    return ast.Constant(None)


class Expressions(ast.NodeTransformer):
    """The rewriting of what has a value; statements are another class's."""

    def __init__(self, page: Page, ledger: Ledger) -> None:
        self.page = page
        self.ledger = ledger
        self.exact = True
        self.choice = 0

    def ask(self, kind: str, name: str, where: tuple[int, int, int | None, int | None], **more: Any) -> ast.Constant:
        """Enter a usage, and give its number as an argument."""
        line, end_line, column, end_column = where
        usage = Usage(len(self.ledger.usages), kind, name, self.page.cell, line, end_line, column, end_column,
                      more.pop("group", 0), choice=self.choice > 0, **more)
        self.ledger.usages.append(usage)
        return ast.Constant(usage.id)

    def visit_Attribute(self, node: ast.Attribute) -> ast.expr:
        if not isinstance(node.ctx, ast.Load):
            node.value = self.visit(node.value)
            return node
        value = self.step(node.value)
        asked = self.ask("attribute", node.attr, self.page.span(node, len(node.attr), self.exact), step=getattr(node, "step", False))
        return runtime("attribute", value, ast.Constant(node.attr), asked)

    def step(self, node: ast.expr) -> ast.expr:
        """What an attribute is taken of."""
        if isinstance(node, ast.Attribute):
            node.step = True  # type: ignore[attr-defined]
        result: ast.expr = self.visit(node)
        return result

    def visit_JoinedStr(self, node: ast.JoinedStr) -> ast.expr:
        before, self.exact = self.exact, False
        self.generic_visit(node)
        self.exact = before
        return node

    def visit_Call(self, node: ast.Call) -> ast.expr:
        name = dotted(node.func) or ""
        if name in FRAMED:
            self.generic_visit(node)
            return node
        literal = [each.value for each in node.args if isinstance(each, ast.Constant) and isinstance(each.value, str)]
        if name == "getattr" and len(node.args) == 2 and literal and isinstance(node.args[1], ast.Constant):
            asked = self.ask("getattr", literal[0], self.page.span(node.args[1], None, self.exact))
            return runtime("attribute", self.visit(node.args[0]), node.args[1], asked)
        group = self.ledger.group()
        imports = name.rpartition(".")[2] in ("import_module", "__import__") and len(node.args) == 1 and bool(literal)
        number = ast.Constant(None)
        if imports and literal[0].split(".")[0] in self.ledger.roots:
            number = self.ask("import", literal[0], self.page.span(node.args[0], None, self.exact), group=group)
        func = self.visit(node.func)
        args = [self.visit(each) for each in node.args]
        keywords: list[ast.keyword] = []
        itself = self.ask("value", name, self.page.span(node, None, self.exact), group=group)
        asked_for: list[ast.expr] = [ast.Tuple([ast.Constant(None), itself], ast.Load())]
        for each in node.keywords:
            if each.arg is not None:
                line, end_line, column, _ = self.page.span(each, None, self.exact)
                width = None if column is None else column + len(each.arg)
                asked_for.append(ast.Tuple([ast.Constant(each.arg), self.ask("keyword", each.arg, (line, line, column, width), group=group)],
                                           ast.Load()))
            keywords.append(ast.keyword(each.arg, self.visit(each.value)))
        call = runtime("call", func, number, ast.Tuple(asked_for, ast.Load()), *args)
        call.keywords = keywords
        return call

    def visit_Lambda(self, node: ast.Lambda) -> ast.expr:
        self.visit(node.args)
        node.body = self.visit(node.body)
        return runtime("function", node)

    def visit_comprehension(self, node: ast.comprehension) -> ast.comprehension:
        node.iter = runtime("items", self.visit(node.iter), shape(node.target))
        node.ifs = [runtime("truth", self.visit(each)) for each in node.ifs]
        return node

    def visit_IfExp(self, node: ast.IfExp) -> ast.expr:
        self.choice += 1
        test = runtime("truth", self.visit(node.test))
        result = ast.IfExp(test, self.visit(node.body), self.visit(node.orelse))
        self.choice -= 1
        return result

    def visit_BoolOp(self, node: ast.BoolOp) -> ast.expr:
        first = self.visit(node.values[0])
        self.choice += 1
        rest = [self.visit(each) for each in node.values[1:]]
        self.choice -= 1
        return ast.BoolOp(node.op, [first, *rest])

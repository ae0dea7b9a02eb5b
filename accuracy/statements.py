"""Rewrites statements so that each goes on after a failure, as if it had been run alone, and handlers still catch what they catch."""

from __future__ import annotations

import ast
import copy

from .expressions import Expressions, runtime, shape
from .usage import Ledger, Page


def parsed(text: str) -> list[ast.stmt]:
    return ast.parse(text).body


def name(text: str) -> ast.Name:
    return ast.Name(text, ast.Load())


def assign(target: str, value: ast.expr) -> ast.Assign:
    return ast.Assign([ast.Name(target, ast.Store())], value)


def raises_again(handler: ast.ExceptHandler) -> bool:
    """Whether a handler ends by raising what it has caught, or something of its own."""
    return any(isinstance(each, ast.Raise) for each in handler.body)


class Statements(Expressions):
    """The rewriting of one cell."""

    def __init__(self, page: Page, ledger: Ledger) -> None:
        super().__init__(page, ledger)
        self.count = 0
        # Temporaries whose being None says that this place is reached on one of several paths.
        self.unsure: list[str] = []
        # How many functions and classes are around.
        self.local = 0

    def temporary(self, letter: str) -> str:
        self.count += 1
        return f"_kd_{letter}{self.page.cell}_{self.count}"

    def body(self, statements: list[ast.stmt]) -> list[ast.stmt]:
        found: list[ast.stmt] = []
        for each in statements:
            new = self.visit(each)
            found += new if isinstance(new, list) else [new]
        return found or [ast.Pass()]

    def nested(self, statements: list[ast.stmt], unsure: str | None = None, choice: bool = False) -> list[ast.stmt]:
        """A body that is reached only on some paths."""
        self.unsure += [unsure] if unsure else []
        self.choice += choice
        found = self.body(statements)
        self.choice -= choice
        if unsure:
            self.unsure.pop()
        return found

    def guarded(self, *statements: ast.stmt, instead: list[ast.stmt] | None = None) -> ast.stmt:
        """These statements, going on after a failure unless a handler around them catches it."""
        return ast.Try(list(statements), [ast.ExceptHandler(name("BaseException"), None, [
            ast.If(runtime("passes"), [ast.Raise()], []), *(instead or [])])], [], [])

    def plain(self, node: ast.stmt) -> ast.stmt:
        return self.guarded(self.generic_visit(node))  # type: ignore[arg-type]

    visit_Expr = visit_Delete = visit_AugAssign = visit_AnnAssign = plain

    def visit_Assign(self, node: ast.Assign) -> ast.stmt:
        value = self.visit(node.value)
        for target in node.targets:
            if isinstance(target, (ast.Tuple, ast.List)):
                value = runtime("apart", value, shape(target))
        return self.guarded(ast.Assign([self.visit(each) for each in node.targets], value))

    def visit_Assert(self, node: ast.Assert) -> ast.stmt:
        return self.guarded(ast.Expr(self.visit(node.test)))

    def only_if_sure(self, statement: ast.stmt) -> list[ast.stmt]:
        test = ast.BoolOp(ast.And(), [ast.Constant(True), *(ast.Compare(name(each), [ast.IsNot()], [ast.Constant(None)])
                                                             for each in self.unsure)])
        return [ast.If(test, [statement], [])] if self.unsure else [statement]

    def visit_Raise(self, node: ast.Raise) -> list[ast.stmt]:
        return [self.guarded(*self.only_if_sure(self.generic_visit(node)))]  # type: ignore[arg-type]

    def visit_Return(self, node: ast.Return) -> list[ast.stmt]:
        value = self.visit(node.value) if node.value else ast.Constant(None)
        kept = self.guarded(assign("_kd_returned", value))
        return [kept, *self.only_if_sure(ast.Return(name("_kd_returned")))]

    def leave(self, node: ast.stmt) -> list[ast.stmt]:
        return self.only_if_sure(node)

    visit_Break = visit_Continue = leave

    def visit_Import(self, node: ast.Import) -> list[ast.stmt]:
        found: list[ast.stmt] = []
        for alias in node.names:
            bound = alias.asname or alias.name.split(".")[0]
            found.append(self.imported(ast.Import([alias]), alias, alias.name, bound, alias.name.split(".")[0], self.ledger.group()))
        return found

    def visit_ImportFrom(self, node: ast.ImportFrom) -> list[ast.stmt]:
        if node.module == "__future__":
            return [ast.Pass()]
        group, root = self.ledger.group(), (node.module or ".").split(".")[0] if not node.level else "."
        return [self.imported(ast.ImportFrom(node.module, [alias], node.level), alias, alias.name, alias.asname or alias.name, root, group,
                              node.lineno) for alias in node.names]

    def imported(self, statement: ast.stmt, alias: ast.alias, what: str, bound: str, root: str, group: int, first: int = 0) -> ast.stmt:
        """One import: what it says, and something in the place of what it could not bind."""
        local = f"try: {bound}\nexcept NameError: {bound} = _kd.lost"
        placeholder = [] if bound == "*" else parsed(local if self.local else f"_kd.keep({bound!r})")
        if root not in self.ledger.roots:
            return self.guarded(ast.If(runtime("elsewhere", ast.Constant(root)), [statement], [
                *([] if bound == "*" else [assign(bound, ast.Attribute(name("_kd"), "nothing", ast.Load()))])]), instead=placeholder)
        line, end_line, column, end_column = self.page.span(alias, None, self.exact)
        asked = self.ask("import", what, (first + self.page.above if first else line, end_line, column, end_column), group=group)
        tried = ast.Try([statement], [ast.ExceptHandler(name("BaseException"), None, [ast.Expr(runtime("refused", asked)), ast.Raise()])],
                        [ast.Expr(runtime("arrived", asked))], [])
        return self.guarded(tried, instead=placeholder)

    def visit_If(self, node: ast.If) -> list[ast.stmt]:
        test = self.temporary("t")
        begin = [assign(test, ast.Constant(None)), self.guarded(assign(test, runtime("test", self.visit(node.test))))]
        body = self.nested(node.body, test, choice=True)
        other: list[ast.stmt] = self.nested(node.orelse, test, choice=True) if node.orelse else [ast.Pass()]
        return [*begin, ast.If(ast.Compare(name(test), [ast.IsNot()], [ast.Constant(False)]), body, []),
                ast.If(ast.Compare(name(test), [ast.IsNot()], [ast.Constant(True)]), other, [])]

    def visit_For(self, node: ast.For) -> list[ast.stmt]:
        items, sure = self.temporary("i"), self.temporary("t")
        value = runtime("items", self.visit(node.iter), shape(node.target))
        begin = [assign(items, ast.Tuple([], ast.Load())), self.guarded(assign(items, value))]
        loop = ast.For(self.visit(node.target), name(items), [assign(sure, runtime("certain", name(items))), *self.nested(node.body, sure)],
                       self.nested(node.orelse) if node.orelse else [])
        return [*begin, loop]

    def visit_AsyncFor(self, node: ast.AsyncFor) -> list[ast.stmt]:
        return self.visit_For(ast.For(node.target, node.iter, node.body, node.orelse))

    def visit_While(self, node: ast.While) -> list[ast.stmt]:
        test, once = self.temporary("t"), self.temporary("o")
        begin = [assign(test, ast.Constant(None)), self.guarded(assign(test, runtime("test", self.visit(node.test))))]
        loop = ast.For(ast.Name(once, ast.Store()), runtime("once", name(test)), self.nested(node.body, test),
                       self.nested(node.orelse) if node.orelse else [])
        return [*begin, loop]

    def visit_With(self, node: ast.With) -> list[ast.stmt]:
        if len(node.items) > 1:
            inner = ast.With(node.items[1:], node.body)
            return self.visit_With(ast.With(node.items[:1], [inner]))
        item, held = node.items[0], self.temporary("w")
        caught = item.context_expr
        suppresses = isinstance(caught, ast.Call) and ast.unparse(caught.func).rpartition(".")[2] == "suppress"
        types = ast.Tuple([copy.deepcopy(each) for each in caught.args] if suppresses and isinstance(caught, ast.Call) else [], ast.Load())
        nothing = ast.Attribute(name("_kd"), "nothing", ast.Load())
        begin = [assign(held, nothing), self.guarded(assign(held, runtime("manager", self.visit(caught))))]
        body = self.body(node.body)
        if suppresses:
            body = [ast.With([ast.withitem(runtime("guard", self.clauses([(types, False)])), None)], body)]
        target = self.visit(item.optional_vars) if item.optional_vars else None
        return [*begin, self.guarded(ast.With([ast.withitem(name(held), target)], body))]

    def visit_AsyncWith(self, node: ast.AsyncWith) -> list[ast.stmt]:
        return self.visit_With(ast.With(node.items, node.body))

    @staticmethod
    def clauses(found: list[tuple[ast.expr, bool]]) -> ast.expr:
        """What handlers catch and whether they raise again, asked only when something has failed."""
        rows: list[ast.expr] = [ast.Tuple([each, ast.Constant(again)], ast.Load()) for each, again in found]
        return ast.Lambda(ast.arguments([], [], None, [], [], None, []), ast.List(rows, ast.Load()))

    def visit_Try(self, node: ast.Try) -> list[ast.stmt]:
        caught = [(copy.deepcopy(each.type) if each.type else name("BaseException"), raises_again(each)) for each in node.handlers]
        body = self.nested(node.body)
        if caught:
            body = [ast.With([ast.withitem(runtime("guard", self.clauses(caught)), None)], body)]
        handlers = [ast.ExceptHandler(each.type, each.name, self.nested(each.body, choice=True)) for each in node.handlers]
        orelse: list[ast.stmt] = []
        if node.orelse:  # it is reached only where nothing in the body has failed
            before, count = self.temporary("u"), ast.Attribute(name("_kd"), "uncaught", ast.Load())
            body = [assign(before, count), *body]
            orelse = [ast.If(ast.Compare(name(before), [ast.Eq()], [count]), self.nested(node.orelse, choice=True), [])]
        return [self.guarded(ast.Try(body, handlers, orelse, self.nested(node.finalbody) if node.finalbody else []))]

    def visit_FunctionDef(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> ast.stmt:
        outside = self.unsure
        decorators = [self.visit(each) for each in node.decorator_list]
        self.visit(node.args)
        node.returns = self.visit(node.returns) if node.returns else None
        self.unsure, self.local = [], self.local + 1
        inner = self.body(node.body)
        self.unsure, self.local = outside, self.local - 1
        node.decorator_list = [*decorators, ast.Attribute(name("_kd"), "function", ast.Load())]
        node.body = [assign("_kd_returned", ast.Constant(None)),
                     ast.With([ast.withitem(runtime("frame"), None)], inner)]
        if not any(isinstance(each, (ast.Yield, ast.YieldFrom)) for each in ast.walk(node)):
            node.body.append(ast.Return(name("_kd_returned")))
        return self.guarded(node, instead=parsed(f"try: {node.name}\nexcept NameError: {node.name} = _kd.nothing"))

    visit_AsyncFunctionDef = visit_FunctionDef

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.stmt:
        outside = self.unsure
        node.decorator_list = [self.visit(each) for each in node.decorator_list]
        node.bases = [self.visit(each) for each in node.bases]
        node.keywords = [ast.keyword(each.arg, self.visit(each.value)) for each in node.keywords]
        self.unsure, self.local = [], self.local + 1
        node.body = self.body(node.body)
        self.unsure, self.local = outside, self.local - 1
        return self.guarded(node, instead=parsed(f"try: {node.name}\nexcept NameError: {node.name} = _kd.nothing"))

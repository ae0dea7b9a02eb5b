"""What CPython itself says about the sources on stdin: a JSON list of texts, or of file names to adapt.

For every source prints which imports and attribute chains of the packages that
the engine judges the compiler has kept (`compiled`) and which the text has
(`written`); columns in UTF-16 units. Names resolve as the compiler resolved
them: a use counts where its bytecode reads the module's own variable, and that
variable has one binder, an import in the module's own body.
"""

import ast
import json
import os
import re
import sys
import sysconfig

ROOTS = ('tensorflow', 'keras', 'tf_keras', 'keras_core')
# Names of the standard library that its own modules use most, as ours.
ADAPT = {'os': 'keras', 'sys': 'tensorflow', 're': 'tf_keras', 'functools': 'keras_core'}
COMPREHENSIONS = ('<listcomp>', '<setcomp>', '<dictcomp>', '<genexpr>')


def codes(code):
    """A code object and those that it makes functions and classes of."""
    yield code
    for _, made, _ in instructions(code):
        if hasattr(made, 'co_code'):
            yield from codes(made)


def instructions(code):
    import dis

    for item in dis.get_instructions(code):
        yield item.opname, item.argval, item.positions


def without_type_checking(tree):
    class Drop(ast.NodeTransformer):
        def visit_If(self, node):
            self.generic_visit(node)
            if 'TYPE_CHECKING' in ast.dump(node.test):
                node.body = [ast.copy_location(ast.Pass(), node)]
            return node

    return ast.fix_missing_locations(Drop().visit(tree))


def facts(source):
    try:
        code = compile(without_type_checking(ast.parse(source)), 'cell', 'exec')
    except (SyntaxError, ValueError):
        return None
    tree = ast.parse(source)
    lines = re.split('\r\n|\r|\n', source)

    def point(line, column):
        before = lines[line - 1].encode()[:column].decode()
        return line, len(before.encode('utf-16-le')) // 2 + 1

    parents = {}
    for node in ast.walk(tree):
        for child in ast.iter_child_nodes(node):
            parents[child] = node

    # Where the compiler reads and writes module variables.
    reads, writes, imported = set(), {}, set()
    for part in codes(code):
        own = set() if part is code else {
            name for op, name, _ in instructions(part) if op == 'STORE_NAME'
        }
        for op, name, at in instructions(part):
            here = (at.lineno, at.col_offset)
            if op in ('STORE_GLOBAL', 'DELETE_GLOBAL') or (
                part is code and op in ('STORE_NAME', 'DELETE_NAME')
            ):
                writes.setdefault(name, set()).add(here)
            elif op in ('LOAD_GLOBAL', 'LOAD_NAME') and name not in own:
                reads.add((name, *here))
            elif op == 'IMPORT_NAME':
                imported.add(here)

    binders = {}
    for node in tree.body:
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            for alias in node.names:
                binders[alias.asname or alias.name.split('.')[0]] = (
                    node,
                    getattr(node, 'module', None) or alias.name,
                    getattr(node, 'level', 0),
                )
    tracked = {
        name: node
        for name, (node, module, level) in binders.items()
        if not level and module.split('.')[0] in ROOTS and len(writes.get(name, ())) == 1
    }

    compiled, written = [], []

    def add(line, column, text, kept):
        spot = '%d:%d %s' % (*point(line, column), text)
        written.append(spot)
        if kept:
            compiled.append(spot)

    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                if alias.name.split('.')[0] in ROOTS:
                    kept = (node.lineno, node.col_offset) in imported
                    add(alias.lineno, alias.col_offset, 'import ' + alias.name, kept)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            if node.module.split('.')[0] in ROOTS:
                for alias in node.names:
                    kept = (node.lineno, node.col_offset) in imported
                    add(alias.lineno, alias.col_offset, 'from %s import %s' % (node.module, alias.name), kept)
        elif isinstance(node, ast.Name) and node.id in tracked:
            binder = tracked[node.id]
            if (node.lineno, node.col_offset) < (binder.lineno, binder.col_offset):
                continue
            names, at = [node.id], node
            while isinstance(parents[at], ast.Attribute):
                at = parents[at]
                names.append(at.attr)
            target = isinstance(at, ast.Attribute) and not isinstance(at.ctx, ast.Load)
            if target and not isinstance(parents[at], ast.AugAssign):
                names.pop()
            kept = (node.id, node.lineno, node.col_offset) in reads
            add(node.lineno, node.col_offset, '.'.join(names), kept)

    unplaced = []
    if sys.version_info < (3, 12):
        # Before PEP 701 the places of names in f-strings are wrong.
        for node in ast.walk(tree):
            if isinstance(node, ast.JoinedStr) and not isinstance(parents[node], ast.FormattedValue):
                unplaced.append([
                    point(node.lineno, node.col_offset),
                    point(node.end_lineno, node.end_col_offset),
                ])
    return {
        'source': source,
        'names': {name: point(node.lineno, node.col_offset) for name, node in tracked.items()},
        'compiled': sorted(set(compiled)),
        'written': sorted(set(written)),
        'unplaced': unplaced,
    }


def library(count):
    """Modules of this interpreter's own library, in which our names replace theirs."""
    folder = sysconfig.get_paths()['stdlib']
    files = [
        os.path.join(root, name)
        for part in ('', 'asyncio', 'concurrent/futures', 'email', 'http', 'importlib', 'json', 'logging', 'multiprocessing', 'unittest', 'xml/dom')
        for root in [os.path.join(folder, part)]
        for name in sorted(os.listdir(root))
        if name.endswith('.py')
    ]
    for path in files:
        with open(path, encoding='utf-8', newline='') as file:
            source = file.read()
        found = set(re.findall(r'^import (\w+)', source, re.M)) & set(ADAPT)
        if found and count and len(source) < 60000:
            count -= 1
            for name, ours in ADAPT.items():
                source = re.sub(r'\b%s\b' % name, ours, source)
            yield source


def main():
    request = json.load(sys.stdin)
    sources = request['sources'] + list(library(request['library']))
    json.dump([facts(source) for source in sources], sys.stdout)


main()

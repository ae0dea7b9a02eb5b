"""The forms of code that generated notebooks are made of: each phrase beside the counted form that it stands for."""

from __future__ import annotations

from collections.abc import Callable

from . import chains, importing, objects, ways
from .writer import Writer

Phrase = Callable[[Writer], list[str]]

OPENINGS: list[tuple[float, Phrase]] = [
    (5, importing.import_tf),
    (3, importing.import_tf_keras),
    (3, importing.import_keras),
    (2, importing.import_both),
    (1, importing.import_tensorflow),
    (2, importing.from_keras),
]

PHRASES: list[tuple[str, Phrase]] = [
    ("from", importing.from_one),
    ("from several", importing.from_several),
    ("from as", importing.from_as),
    ("from of an alias", importing.from_alias),
    ("import dotted", importing.import_dotted),
    ("import dotted as", importing.import_dotted_as),
    ("star import", importing.star),
    ("rebinding", importing.rebinding),
    ("chain", chains.chain),
    ("chain in function", chains.chain_in_function),
    ("from in function", importing.import_in_function),
    ("nested function", chains.nested_function),
    ("chain in class", chains.chain_in_class),
    ("base class", chains.base_class),
    ("decorator", chains.decorator),
    ("annotation", chains.annotation),
    ("default", chains.default),
    ("f-string", ways.f_string),
    ("comprehension", ways.comprehension),
    ("lambda", ways.lambda_),
    ("loop", ways.loop),
    ("with", ways.with_),
    ("guarded import", ways.guarded_import),
    ("try", ways.guarded_chain),
    ("suppress", ways.suppressed),
    ("version condition", ways.version_condition),
    ("hasattr", ways.asked_for),
    ("getattr", ways.got),
    ("import_module", importing.import_module),
    ("line magic", ways.line_magic),
    ("shell", ways.shell),
    ("instance", objects.instance),
    ("member", objects.member),
    ("keywords of a call", objects.keyword),
    ("keywords of a method", objects.method_keyword),
    ("instance", objects.added),
    ("shadowing", ways.shadowing),
    ("del", ways.deleted),
    ("global", importing.global_),
]

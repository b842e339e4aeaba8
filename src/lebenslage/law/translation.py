"""Rule functions as the compiler takes them: the same source, without decorators, units and defaults.

Names of choices and constants become numbers, helper functions are carried along. What plain Python runs for one household is what the
machine runs for a city: there is no second, hand-written kernel.
"""

from __future__ import annotations

import ast
import builtins
import inspect
import textwrap
from collections.abc import Callable, Mapping
from enum import EnumMeta
from types import FunctionType
from typing import Any

BUILTINS = frozenset({"min", "max", "abs", "bool", "int", "range", "len", "sum", "enumerate", "zip"})


class Translator:
    """Collects the helper functions that translated rules call; `helpers` are they by name, callees first."""

    def __init__(self) -> None:
        """Start without helpers."""
        self.helpers: dict[str, ast.FunctionDef] = {}
        self.names: dict[FunctionType, str] = {}

    def translated(self, function: Callable[..., Any], name: str) -> ast.FunctionDef:
        """A function under a new name. Raises TypeError where it reads something that is neither number nor function."""
        tree = ast.parse(textwrap.dedent(inspect.getsource(function)))
        definition = tree.body[0]
        if not isinstance(definition, ast.FunctionDef):
            raise TypeError(f"{name} is no plain function")
        _Resolver(function.__globals__, self).visit(definition)
        definition.name = name
        definition.decorator_list, definition.returns = [], None
        definition.args.defaults, definition.args.kw_defaults = [], []
        for argument in definition.args.args:
            argument.annotation = None
        if ast.get_docstring(definition) is not None:
            definition.body = definition.body[1:]
        ast.fix_missing_locations(definition)
        return definition

    def helper(self, function: Any) -> str:
        """Carry a helper function along and give its name in the text; two of the same name stay apart."""
        if function not in self.names:
            name = f"h{len(self.names)}_{function.__name__}"
            self.names[function] = name
            self.helpers[name] = self.translated(function, name)
        return self.names[function]


class _Resolver(ast.NodeTransformer):
    """Replaces choices and constants by numbers and helper calls by their carried names."""

    def __init__(self, namespace: Mapping[str, Any], translator: Translator) -> None:
        self.namespace = namespace
        self.translator = translator
        self.local: set[str] = set()

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        """Names bound inside the function stay as they are."""
        self.local = {a.arg for a in node.args.args} | {
            n.id for n in ast.walk(node) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)
        }
        node.body = [self.visit(statement) for statement in node.body]
        return node

    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        """`Leistung.KEINE` becomes its number."""
        owner = self.namespace.get(node.value.id) if isinstance(node.value, ast.Name) else None
        if not isinstance(owner, EnumMeta):
            raise TypeError(f"{ast.unparse(node)} cannot be compiled: only choices have attributes in rules")
        return ast.copy_location(ast.Constant(int(owner[node.attr].value)), node)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST:
        """What is said of a name for the reader is left out."""
        if node.value is None:
            raise TypeError(f"{ast.unparse(node)} cannot be compiled: a name needs a value")
        return ast.copy_location(ast.Assign([node.target], self.visit(node.value)), node)

    def visit_Call(self, node: ast.Call) -> ast.AST:
        """A number called a choice stays that number."""
        if isinstance(node.func, ast.Name) and isinstance(self.namespace.get(node.func.id), EnumMeta):
            node.func = ast.copy_location(ast.Name("int", ast.Load()), node.func)
        return self.generic_visit(node)

    def visit_Name(self, node: ast.Name) -> ast.AST:
        """A constant becomes its number, a helper its carried name."""
        if node.id in self.local or node.id in BUILTINS:
            return node
        found = self.namespace.get(node.id, getattr(builtins, node.id, None))
        if isinstance(found, int):
            return ast.copy_location(ast.Constant(int(found)), node)
        if isinstance(found, tuple):
            return ast.copy_location(_spelled(found), node)
        if isinstance(found, FunctionType):
            return ast.copy_location(ast.Name(self.translator.helper(found), node.ctx), node)
        raise TypeError(f"{node.id} cannot be compiled: rules read numbers, choices and functions")


def _spelled(constant: Any) -> ast.expr:
    """A number, or a tuple of numbers, as it is written."""
    if isinstance(constant, tuple):
        return ast.Tuple([_spelled(each) for each in constant], ast.Load())
    if not isinstance(constant, int):
        raise TypeError(f"{constant!r} cannot be compiled: rules read whole numbers")
    return ast.Constant(int(constant))

"""What a function of a rule costs on the machine: whether to jump around a piece of it, and whether rows run side by side."""

from __future__ import annotations

import ast
from collections.abc import Mapping

FREE = frozenset({"min", "max", "abs", "bool", "int", "len", "sum"})


def divisions(function: ast.AST, helpers: Mapping[str, ast.FunctionDef]) -> int:
    """How many divisions a function and those that it calls spell out."""
    total = 0
    for node in ast.walk(function):
        total += isinstance(node, ast.BinOp) and isinstance(node.op, (ast.FloorDiv, ast.Mod))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in helpers:
            total += divisions(helpers[node.func.id], helpers)
    return total


def leaves_early(function: ast.AST, helpers: Mapping[str, ast.FunctionDef]) -> bool:
    """Whether a function, or one that it calls, returns from inside a condition."""
    for node in ast.walk(function):
        if isinstance(node, ast.If) and any(isinstance(each, ast.Return) for each in ast.walk(node)):
            return True
        called = helpers.get(node.func.id) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) else None
        if called is not None and leaves_early(called, helpers):
            return True
    return False


def costly(node: ast.AST) -> bool:
    """Whether an expression is worth a jump around it: it divides, or calls a function that may."""
    for each in ast.walk(node):
        if isinstance(each, ast.BinOp) and isinstance(each.op, (ast.FloorDiv, ast.Mod)):
            return True
        if isinstance(each, ast.Call) and isinstance(each.func, ast.Name) and each.func.id not in FREE:
            return True
    return False

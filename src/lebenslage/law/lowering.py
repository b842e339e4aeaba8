"""Rule functions as machine instructions: the statements and expressions that rules may use, lowered to LLVM's language.

Numbers are 64 bits wide. `//` and `%` round towards minus infinity as in Python; to divide by nothing gives 0 where plain Python would
stop, and an index is kept inside its table, so that nothing here can fail and cheap alternatives are computed side by side instead of
jumped to. Helper functions are lowered in the place where they are called.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Sequence

from llvmlite import ir

from lebenslage.law.lowered_expressions import Expressions, Frame, either
from lebenslage.law.lowered_numbers import I64
from lebenslage.law.lowered_operands import POINTER, Operand, Table

MOST_STEPS = 400


class Lowering(Expressions):
    """Lowers functions of numbers into one function of the machine."""

    def called(self, function: ast.FunctionDef, arguments: Sequence[Operand]) -> Operand:
        """Lower a function's body for these arguments; what it returns."""
        names = dict(zip((a.arg for a in function.args.args), arguments, strict=True))
        body = function.body
        if len(body) == 1 and isinstance(body[0], ast.Return) and body[0].value is not None:
            return self._alone(names, body[0].value)
        anchor = self.builder.add(ir.Constant(I64, 0), ir.Constant(I64, 0))
        frame = Frame({}, assigned_in(function), anchor, self.builder.append_basic_block())
        self.frames.append(frame)
        for name, value in names.items():
            self._bind(name, value)
        self._block(body)
        if not self.builder.block.is_terminated:
            self.builder.branch(frame.end)
        self.builder.position_at_end(frame.end)
        self.frames.pop()
        return ir.Constant(I64, 0) if frame.result is None else self._loaded(frame.result)

    def _alone(self, names: dict[str, Operand], value: ast.expr) -> Operand:
        """A function that is one expression."""
        self.frames.append(Frame(names, frozenset(), None, self.builder.block))
        result = self.expression(value)
        self.frames.pop()
        return result

    # --- Names ------------------------------------------------------------------------------------

    def _bind(self, name: str, value: Operand) -> None:
        frame = self.frames[-1]
        if name not in frame.assigned:
            frame.names[name] = value
            return
        if name not in frame.names:
            frame.names[name] = self._slots(value)
        self._store(value, frame.names[name])

    def _slots(self, like: Operand) -> Operand:
        """Places for a value of this shape, empty when the function begins."""
        if isinstance(like, tuple):
            return tuple(self._slots(each) for each in like)
        with self.builder.goto_entry_block():
            slot = self.builder.alloca(POINTER if isinstance(like, Table) else I64)
        if isinstance(like, Table):
            return Table(slot, like.shape)
        before = ir.IRBuilder()
        before.position_before(self.frames[-1].start)
        before.store(ir.Constant(I64, 0), slot)
        self.builder.position_at_end(self.builder.block)  # it counts instructions, and there is one more now
        return slot

    def _store(self, value: Operand, slots: Operand) -> None:
        if isinstance(value, tuple) and isinstance(slots, tuple):
            for one, slot in zip(value, slots, strict=True):
                self._store(one, slot)
        elif isinstance(value, Table) and isinstance(slots, Table):
            if value.shape != slots.shape:
                raise TypeError(f"a name cannot stand for tables of {value.shape} and {slots.shape}")
            self.builder.store(value.start, slots.start)
        else:
            self.builder.store(self.number(value), slots)

    def _loaded(self, slots: Operand) -> Operand:
        if isinstance(slots, tuple):
            return tuple(self._loaded(slot) for slot in slots)
        if isinstance(slots, Table):
            return Table(self.builder.load(slots.start, typ=POINTER), slots.shape)
        return self.builder.load(slots, typ=I64)

    # --- Statements -------------------------------------------------------------------------------

    def _block(self, statements: Sequence[ast.stmt]) -> None:
        for statement in statements:
            if self.builder.block.is_terminated:
                return
            self._statement(statement)

    def _statement(self, node: ast.stmt) -> None:
        frame = self.frames[-1]
        match node:
            case ast.Return(value=ast.expr() as given):
                value = self.expression(given)
                if frame.result is None:
                    frame.result = self._slots(value)
                self._store(value, frame.result)
                self.builder.branch(frame.end)
            case ast.Assign(targets=[target], value=given) | ast.AnnAssign(target=target, value=ast.expr() as given):
                self._assign(target, self.expression(given))
            case ast.AugAssign(target=ast.Name(id=name), op=operator, value=given):
                changed = self._binary(operator, self.number(self._name(name)), self.number(self.expression(given)))
                self._bind(name, changed)
            case ast.If(test=test, body=body, orelse=otherwise):
                either(self.builder, self.flag(self.expression(test)), lambda: self._block(body), lambda: self._block(otherwise))
            case ast.For(target=target, iter=over, body=body, orelse=[]):
                self._for(target, over, body)
            case ast.While(test=test, body=body, orelse=[]):
                self._while(lambda: self.flag(self.expression(test)), body, lambda: None)
            case ast.Break() | ast.Continue():
                self.builder.branch(frame.loops[-1][isinstance(node, ast.Continue)])
            case ast.Pass():
                pass
            case _:
                raise TypeError(f"{ast.unparse(node)!r} cannot be compiled")

    def _assign(self, target: ast.expr, value: Operand) -> None:
        if isinstance(target, ast.Name):
            self._bind(target.id, value)
            return
        if not isinstance(target, ast.Tuple):
            raise TypeError(f"{ast.unparse(target)!r} cannot be assigned to")
        for each, one in zip(target.elts, self.entries(value), strict=True):
            self._assign(each, one)

    def _for(self, target: ast.expr, over: ast.expr, body: Sequence[ast.stmt]) -> None:
        match over:
            case ast.Call(func=ast.Name(id="range"), args=bounds):
                self._counted(target, [self.number(self.expression(bound)) for bound in bounds], body)
            case _:
                self._unrolled(target, self._iterated(over), body)

    def _iterated(self, over: ast.expr) -> Sequence[Operand]:
        match over:
            case ast.Call(func=ast.Name(id="enumerate"), args=[listed]):
                return [(ir.Constant(I64, n), one) for n, one in enumerate(self._iterated(listed))]
            case ast.Call(func=ast.Name(id="zip"), args=several):
                return list(zip(*(self._iterated(one) for one in several), strict=False))
            case _:
                return list(self.entries(self.expression(over)))

    def _unrolled(self, target: ast.expr, entries: Sequence[Operand], body: Sequence[ast.stmt]) -> None:
        if len(entries) > MOST_STEPS:
            raise TypeError(f"a loop over {len(entries)} entries is too long to be compiled")
        after = self.builder.append_basic_block()
        for entry in entries:
            following = self.builder.append_basic_block()
            self.frames[-1].loops.append((after, following))
            self._assign(target, entry)
            self._block(body)
            self.frames[-1].loops.pop()
            if not self.builder.block.is_terminated:
                self.builder.branch(following)
            self.builder.position_at_end(following)
        self.builder.branch(after)
        self.builder.position_at_end(after)

    def _counted(self, target: ast.expr, bounds: Sequence[ir.Value], body: Sequence[ast.stmt]) -> None:
        first, last = (ir.Constant(I64, 0), bounds[0]) if len(bounds) == 1 else bounds[:2]
        step = bounds[2] if len(bounds) == 3 else ir.Constant(I64, 1)
        if not isinstance(step, ir.Constant) or not step.constant:
            raise TypeError("the step of a range must be a number")
        with self.builder.goto_entry_block():
            counter = self.builder.alloca(I64)
        self.builder.store(first, counter)

        def inside() -> ir.Value:
            now = self.builder.load(counter, typ=I64)
            self._assign(target, now)
            return self.builder.icmp_signed("<" if step.constant > 0 else ">", now, last)

        def onwards() -> None:
            self.builder.store(self.builder.add(self.builder.load(counter, typ=I64), step), counter)

        self._while(inside, body, onwards)

    def _while(self, holds: Callable[[], ir.Value], body: Sequence[ast.stmt], onwards: Callable[[], None]) -> None:
        asked, inside, following, after = (self.builder.append_basic_block() for _ in range(4))
        self.builder.branch(asked)
        self.builder.position_at_end(asked)
        self.builder.cbranch(holds(), inside, after)
        self.builder.position_at_end(inside)
        self.frames[-1].loops.append((after, following))
        self._block(body)
        self.frames[-1].loops.pop()
        if not self.builder.block.is_terminated:
            self.builder.branch(following)
        self.builder.position_at_end(following)
        onwards()
        self.builder.branch(asked)
        self.builder.position_at_end(after)


def assigned_in(function: ast.FunctionDef) -> frozenset[str]:
    """The names that a function binds itself."""
    return frozenset(n.id for n in ast.walk(function) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store))

"""Machine code: loops compiled once for a processor, kept by their text, and run over households block by block.

The loops of one statute's file are compiled together and kept under the hash of their text: where a rule changes, only its file is
compiled again.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from ctypes import CFUNCTYPE, c_int64, c_void_p
from functools import cache
from pathlib import Path

import llvmlite.binding as llvm

from lebenslage.law.driver import DRIVER, DRIVER_NAME
from lebenslage.law.row_loop import Loop

type Progress = Callable[[int, int], None]
type Drive = Callable[..., None]


class Machine:
    """Loaded machine code. Keep it as long as the addresses it gives are used."""

    def __init__(self, loops: Iterable[Loop], progress: Progress | None = None) -> None:
        """Load the loops, from the cache or compiled now. `progress` gets loops done and loops in all."""
        loops = tuple(loops)
        packs: dict[str, list[str]] = {"": [DRIVER]}
        for loop in loops:
            packs.setdefault(loop.statute, []).append(loop.text)
        found = _objects(list(packs.values()), progress)
        self._engine = llvm.create_mcjit_compiler(llvm.parse_assembly(""), _target())
        for code in found:
            self._engine.add_object_file(llvm.object_file.ObjectFileRef.from_data(code))
        self._engine.finalize_object()
        self.addresses: Mapping[str, int] = {name: self._engine.get_function_address(name) for name in (loop.name for loop in loops)}
        address = self._engine.get_function_address(DRIVER_NAME)
        self.drive: Drive = CFUNCTYPE(None, c_int64, c_int64, c_int64, *[c_void_p, c_int64] * 3, c_void_p)(address)


def cache_directory() -> Path:
    """Where compiled loops are kept: LEBENSLAGE_CACHE, or the user's cache."""
    given = os.environ.get("LEBENSLAGE_CACHE")
    return Path(given) if given else Path.home() / ".cache" / "lebenslage"


def _objects(packs: Sequence[Sequence[str]], progress: Progress | None) -> Sequence[bytes]:
    """The machine code of some packs of texts, each kept in a file named after what it was made from."""
    folder = cache_directory() / "loops"
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"{_key(pack)}.o" for pack in packs]
    fresh = [(pack, path) for pack, path in zip(packs, paths, strict=True) if not path.exists()]
    for number, (pack, path) in enumerate(fresh, 1):
        beside = path.with_suffix(f".{os.getpid()}")
        beside.write_bytes(compiled(pack))
        beside.replace(path)
        if progress:
            progress(number, len(fresh))
    return [path.read_bytes() for path in paths]


def compiled(texts: Sequence[str]) -> bytes:
    """Some modules as one object file of this processor."""
    target = _target()
    module = llvm.parse_assembly(texts[0])
    for text in texts[1:]:
        module.link_in(llvm.parse_assembly(text))
    module.triple, module.data_layout = target.triple, str(target.target_data)
    tuning = llvm.create_pipeline_tuning_options(speed_level=3)
    tuning.loop_vectorization = tuning.slp_vectorization = True
    llvm.create_pass_builder(target, tuning).getModulePassManager().run(module, llvm.create_pass_builder(target, tuning))
    code: bytes = target.emit_object(module)
    return code


def _target() -> llvm.TargetMachine:
    """This processor; an engine takes the one that it is given for its own."""
    llvm.initialize_native_target()
    llvm.initialize_native_asmprinter()
    features = llvm.get_host_cpu_features().flatten()
    return llvm.Target.from_default_triple().create_target_machine(cpu=llvm.get_host_cpu_name(), features=features, opt=3, jit=True)


@cache
def _processor() -> str:
    return f"{llvm.llvm_version_info} {llvm.get_host_cpu_name()} {llvm.get_host_cpu_features().flatten()}"


def _key(texts: Sequence[str]) -> str:
    return hashlib.sha256("\0".join((_processor(), *texts)).encode()).hexdigest()[:24]

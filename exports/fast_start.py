"""What the renderer loads for nothing when it starts, left out.

WeasyPrint loads the tools for fonts that vary and for subsets without HarfBuzz: a third of its
start, for fonts that are not among ours. They are loaded if they are ever called.
"""

import ctypes.util
import importlib
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any

_RARE = {
    "fontTools.subset": ("Options", "Subsetter"),
    "fontTools.varLib.instancer": ("instantiateVariableFont",),
}


class _Later(ModuleType):
    """Stands for a module until something of it is called."""

    def __init__(self, name: str, called: tuple[str, ...]) -> None:
        super().__init__(name)
        for one in called:
            setattr(self, one, _loading(name, one))

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        sys.modules.pop(self.__name__, None)
        return getattr(importlib.import_module(self.__name__), name)


def _loading(module: str, name: str) -> Callable[..., Any]:
    return lambda *args, **options: getattr(importlib.import_module(module), name)(*args, **options)


@contextmanager
def without_rare_parts() -> Iterator[None]:
    """Load the renderer inside this block."""
    waiting = {name: called for name, called in _RARE.items() if name not in sys.modules}
    sys.modules.update({name: _Later(name, called) for name, called in waiting.items()})
    try:
        with _no_library_search():
            yield
    finally:
        for name in waiting:
            if isinstance(sys.modules.get(name), _Later):
                del sys.modules[name]


@contextmanager
def _no_library_search() -> Iterator[None]:
    """Skip the search for libraries by compiler, half of the start; names are tried next."""
    find = ctypes.util.find_library
    if sys.platform == "linux":
        ctypes.util.find_library = lambda name: None
    try:
        yield
    finally:
        ctypes.util.find_library = find

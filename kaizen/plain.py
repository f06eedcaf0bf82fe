"""Dataclasses to plain data and back: tolerant of missing and unknown keys, strict about types.

How a type is read is worked out once: a case is read and written with every page and save.
"""

import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from enum import Enum
from functools import cache
from typing import Any, TypeVar

from kaizen.dates import FIRST_YEAR, LAST_YEAR

T = TypeVar("T")
Reader = Callable[[Any], Any]


class PlainError(ValueError):
    """Plain data that do not fit; ``place`` names where, in dots."""

    def __init__(self, place: str, message: str) -> None:
        super().__init__(f"{place}: {message}")
        self.place, self.message = place, message

    def within(self, outer: str) -> "PlainError":
        """Return the same problem, its place seen from outside."""
        return PlainError(outer + self.place, self.message)


def to_plain(value: object) -> Any:
    """Return ``value`` as dictionaries, lists, texts and numbers that JSON can hold."""
    kind: Any = type(value)
    if kind is str or value is None:
        return value
    names = _names(kind)
    if names is not None:
        return {name: to_plain(getattr(value, name)) for name in names}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, Mapping):
        return {str(key): to_plain(inner) for key, inner in value.items()}
    if isinstance(value, tuple | list):
        return [to_plain(inner) for inner in value]
    return value


@cache
def _names(kind: type) -> tuple[str, ...] | None:
    """Return the attributes of a dataclass; None for any other type."""
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else None


def from_plain(kind: type[T], data: object, place: str = "") -> T:
    """Return ``data`` as a ``kind``; raises PlainError naming the place that does not fit."""
    try:
        return typing.cast(T, _reader(typing.cast(Any, kind))(data))
    except PlainError as problem:
        raise problem.within(place or kind.__name__.lower()) from None


@cache
def _reader(kind: Any) -> Reader:
    """Return what reads a ``kind``; the places of its problems begin at the value itself."""
    if is_dataclass(kind):
        return _dataclass_reader(typing.cast(type, kind))
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if origin in (typing.Union, types.UnionType):
        (known,) = (_reader(arg) for arg in inner if arg is not type(None))
        return lambda data: None if data is None else known(data)
    if origin is tuple:
        return _tuple_reader(_reader(inner[0]))
    if origin is not None and issubclass(origin, Mapping):
        return _mapping_reader(_reader(inner[1]))
    return _scalar_reader(kind)


def _dataclass_reader(kind: type) -> Reader:
    hints = typing.get_type_hints(kind)
    attributes = [
        (one.name, _reader(hints[one.name]), one.default is one.default_factory is MISSING)
        for one in fields(kind)
    ]

    def read(data: Any) -> Any:
        known, values = _expect(dict, data), {}
        for name, reader, is_required in attributes:
            if name in known:
                values[name] = _inside(f".{name}", reader, known[name])
            elif is_required:
                raise PlainError(f".{name}", "is missing")
        return kind(**values)

    return read


def _tuple_reader(inner: Reader) -> Reader:
    def read(data: Any) -> Any:
        entries = enumerate(_expect(list, data))
        return tuple(_inside(f"[{number}]", inner, entry) for number, entry in entries)

    return read


def _mapping_reader(inner: Reader) -> Reader:
    def read(data: Any) -> Any:
        entries = _expect(dict, data).items()
        return {str(key): _inside(f".{key}", inner, entry) for key, entry in entries}

    return read


def _inside(place: str, reader: Reader, data: Any) -> Any:
    try:
        return reader(data)
    except PlainError as problem:
        raise problem.within(place) from None


def _scalar_reader(kind: Any) -> Reader:
    def read(data: Any) -> Any:
        try:
            return _converted(kind, data)
        except (ValueError, InvalidOperation) as problem:
            if isinstance(problem, PlainError):
                raise
            raise PlainError("", "does not hold a known value") from None

    is_converted = issubclass(kind, Enum) or kind in (date, datetime, Decimal)
    return read if is_converted else lambda data: _expect(kind, data)


def _converted(kind: Any, data: Any) -> Any:
    if issubclass(kind, Enum):
        return kind(data)
    written = _expect(str, data)
    if kind is Decimal:
        return Decimal(written)
    moment = kind.fromisoformat(written)
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise PlainError("", "names a year that cannot be meant")
    return moment


def _expect(kind: Any, data: Any) -> Any:
    if type(data) is kind:
        return data
    is_number_as_truth = kind is int and isinstance(data, bool)
    if not isinstance(data, kind) or is_number_as_truth:
        raise PlainError("", f"should be {kind.__name__}, not {type(data).__name__}")
    return data

"""Dataclasses to plain data and back: tolerant of missing and unknown keys, strict about types."""

import types
import typing
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from enum import Enum
from functools import cache
from typing import Any, TypeVar

from kaizen.dates import FIRST_YEAR, LAST_YEAR

T = TypeVar("T")


class PlainError(ValueError):
    """Plain data that do not fit; ``place`` names where, in dots."""

    def __init__(self, place: str, message: str) -> None:
        super().__init__(f"{place}: {message}")
        self.place = place


def to_plain(value: object) -> Any:
    """Return ``value`` as dictionaries, lists, texts and numbers that JSON can hold."""
    kind = type(value)
    if kind is str or value is None:
        return value
    if is_dataclass(kind):
        return {name: to_plain(getattr(value, name)) for name in _names(kind)}
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


def from_plain(kind: type[T], data: object, place: str = "") -> T:
    """Return ``data`` as a ``kind``; raises PlainError naming the place that does not fit."""
    return typing.cast(T, _read(kind, data, place or kind.__name__.lower()))


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


@cache
def _hints(kind: type) -> dict[str, Any]:
    return typing.get_type_hints(kind)


def _read(kind: Any, data: Any, place: str) -> Any:
    if is_dataclass(kind):
        return _read_dataclass(typing.cast(type, kind), data, place)
    origin = typing.get_origin(kind)
    if origin in (typing.Union, types.UnionType):
        return _read_optional(kind, data, place)
    if origin is tuple:
        inner = typing.get_args(kind)[0]
        entries = _expect(list, data, place)
        return tuple(_read(inner, entry, f"{place}[{n}]") for n, entry in enumerate(entries))
    if origin is not None and issubclass(origin, Mapping):
        inner = typing.get_args(kind)[1]
        entries = _expect(dict, data, place)
        return {str(key): _read(inner, entry, f"{place}.{key}") for key, entry in entries.items()}
    return _read_scalar(kind, data, place)


def _read_dataclass(kind: type, data: Any, place: str) -> Any:
    known = _expect(dict, data, place)
    values: dict[str, Any] = {}
    for attribute in fields(kind):
        required = attribute.default is MISSING and attribute.default_factory is MISSING
        if attribute.name in known:
            hint = _hints(kind)[attribute.name]
            inner = f"{place}.{attribute.name}"
            values[attribute.name] = _read(hint, known[attribute.name], inner)
        elif required:
            raise PlainError(f"{place}.{attribute.name}", "is missing")
    return kind(**values)


def _read_optional(kind: Any, data: Any, place: str) -> Any:
    if data is None:
        return None
    (inner,) = (arg for arg in typing.get_args(kind) if arg is not type(None))
    return _read(inner, data, place)


def _read_scalar(kind: Any, data: Any, place: str) -> Any:
    try:
        if issubclass(kind, Enum):
            return kind(data)
        if kind in (date, datetime):
            moment = kind.fromisoformat(_expect(str, data, place))
            if not FIRST_YEAR <= moment.year <= LAST_YEAR:
                raise PlainError(place, "names a year that cannot be meant")
            return moment
        if kind is Decimal:
            return Decimal(_expect(str, data, place))
    except (ValueError, InvalidOperation) as problem:
        if isinstance(problem, PlainError):
            raise
        raise PlainError(place, "does not hold a known value") from None
    return _expect(kind, data, place)


def _expect(kind: Any, data: Any, place: str) -> Any:
    is_number_as_truth = kind is int and isinstance(data, bool)
    if not isinstance(data, kind) or is_number_as_truth:
        raise PlainError(place, f"should be {kind.__name__}, not {type(data).__name__}")
    return data

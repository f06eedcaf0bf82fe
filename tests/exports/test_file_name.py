from dataclasses import replace

import pytest

from exports.file_name import file_name
from tests.export_builders import a_document


def named(store, **changes):
    document = a_document(**changes)
    return file_name(replace(document, header=replace(document.header, store=store)), ".pdf")


def test_the_name_tells_title_store_and_day():
    assert named("あおば暮らしの道具").full == "改善計画書_あおば暮らしの道具_2026-11-06.pdf"
    assert named("あおば暮らしの道具").plain == "improvement-plan_2026-11-06.pdf"


def test_a_draft_is_named_as_one():
    name = named("あおば", is_draft=True)
    assert name.full == "改善計画書_あおば_2026-11-06_下書き.pdf"
    assert name.plain == "improvement-plan_2026-11-06_draft.pdf"


@pytest.mark.parametrize(
    "store, part",
    [
        ("", "改善計画書_2026"),
        ("../../etc/passwd", "_etc-passwd_"),
        ('a:b*c?"<>|d\\e\x00f\r\ng', "_a-b-c-d-e-f-g_"),
        ("道\u202egpj.exe", "_道-gpj.exe_"),
        ("店" * 200, f"_{'店' * 40}_"),
        ("  . ", "改善計画書_2026"),
        ("前\ud842", "_前_"),
    ],
)
def test_no_system_refuses_the_name(store, part):
    name = named(store)
    assert part in name.full
    assert name.full.encode("utf-8")
    assert name.plain.isascii()

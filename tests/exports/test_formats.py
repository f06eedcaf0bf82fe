import pytest

from exports import FORMATS
from exports.unavailable import Reason, Unavailable, no_library
from tests.builders import a_case
from tests.export_builders import a_document


def test_the_formats_are_the_four_of_the_command_line():
    assert list(FORMATS) == ["text", "pdf", "docx", "json"]
    assert all(key == kind.key for key, kind in FORMATS.items())


@pytest.mark.parametrize(
    "key, start", [("text", b"1."), ("pdf", b"%PDF-1.7"), ("docx", b"PK"), ("json", b"{")]
)
def test_each_format_writes_its_own_kind_of_file(key, start):
    kind = FORMATS[key]
    written = kind.write(a_document(), a_case())
    assert isinstance(written, bytes)
    assert written.startswith(start)
    assert "/" in kind.media_type
    assert kind.ending.startswith(".")


@pytest.mark.parametrize("key", FORMATS)
def test_the_same_document_gives_the_same_bytes(key):
    first, second = (FORMATS[key].write(a_document(), a_case()) for _ in range(2))
    assert first == second


@pytest.mark.parametrize("reason", Reason)
@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_reason_says_what_to_do(reason, language):
    sentence = Unavailable(reason).sentence(language)
    assert sentence.endswith("。" if language == "ja" else ".")
    assert len(sentence) > 30


@pytest.mark.parametrize(
    "platform, part",
    [("linux", "apt-get"), ("darwin", "brew install"), ("win32", "pacman"), ("aix", "apt-get")],
)
def test_a_missing_library_comes_with_the_command_of_the_platform(monkeypatch, platform, part):
    monkeypatch.setattr("sys.platform", platform)
    assert part in no_library().command
    assert "pango" in no_library().command

from dataclasses import replace
from datetime import date
from pathlib import Path

from kaizen.case import Case, Exhibit, NoticeRecord

SHARED = Path(__file__).parents[1] / "notices" / "shared"


def rows(*names, **extra):
    typed = {}
    for n, name in enumerate(names):
        typed |= {
            f"exhibits-{n}-name": name,
            f"exhibits-{n}-day": "2026/11/4",
            f"exhibits-{n}-shows": "何を示すか",
        }
    return typed | extra


def test_documents_are_listed(reader, case, store):
    assert reader.get(f"/cases/{case.id}/exhibits").status_code == 200
    answer = reader.send(f"/cases/{case.id}/exhibits", **rows("資料1 請求書.pdf"))
    assert answer.status_code == 303
    assert store.get(case.id).exhibits == (
        Exhibit("資料1 請求書.pdf", date(2026, 11, 4), "何を示すか"),
    )
    assert "資料1 請求書.pdf" in reader.get(f"/cases/{case.id}/exhibits").text


def test_the_list_is_arranged_without_script(client, case, store):
    client.send(f"/cases/{case.id}/exhibits", **rows("a.pdf", "b.pdf", up="1"))
    assert [entry.name for entry in store.get(case.id).exhibits] == ["b.pdf", "a.pdf"]
    client.send(f"/cases/{case.id}/exhibits", **rows("b.pdf", "a.pdf", remove="0"))
    assert [entry.name for entry in store.get(case.id).exhibits] == ["a.pdf"]


def test_adding_saves_what_is_typed_first(client, case, store):
    answer = client.send(f"/cases/{case.id}/exhibits", **rows("a.pdf", add="exhibits"))
    assert "add=" in answer.headers["Location"]
    assert len(store.get(case.id).exhibits) == 1
    assert 'name="exhibits-1-name"' in client.get(f"/cases/{case.id}/exhibits?add=").text


def test_a_date_that_is_none_comes_back(reader, case, store):
    typed = rows("a.pdf") | {"exhibits-0-day": "11月末"}
    page = reader.send(f"/cases/{case.id}/exhibits", **typed)
    assert page.status_code == 422
    assert "11月末" in page.text
    assert store.get(case.id).exhibits[0].name == "a.pdf"


def test_another_window_is_not_overwritten(client, case, store):
    stamp = client.get(f"/cases/{case.id}/exhibits").text.split('name="stamp" value="')[1][:16]
    client.send(f"/cases/{case.id}/exhibits", **rows("a.pdf"))
    page = client.send(f"/cases/{case.id}/exhibits", **rows("b.pdf", stamp=stamp))
    assert page.status_code == 409
    assert "b.pdf" in page.text
    assert store.get(case.id).exhibits[0].name == "a.pdf"


def test_missing_case_and_wrong_method(client, store):
    case = store.create(Case())
    assert client.get("/cases/nothing/exhibits").status_code == 404
    assert client.send("/cases/nothing/exhibits").status_code == 404
    assert client.put(f"/cases/{case.id}/exhibits").status_code == 405


def test_where_a_note_is_sent_its_words_name_the_exhibits(client, store):
    (file,) = SHARED.glob("05-*.txt")
    listed = (Exhibit("IMG_2031.jpg", None, "お届け済みの画面"),)
    case = store.create(Case(notice=NoticeRecord(text=file.read_text("utf-8")), exhibits=listed))
    assert "message-warn" in client.get(f"/cases/{case.id}/exhibits").text
    store.save(replace(case, note="資料1は、注文の品がお届け済みであることを示します。"))
    page = client.get(f"/cases/{case.id}/exhibits").text
    assert "message-warn" not in page

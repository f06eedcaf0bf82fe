from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.daily_table import DailyTable, read_table
from intake.table_columns import Columns, CountIs
from intake.table_text import table_text
from intake.table_words import TableProblem, table_words
from kaizen.forecast import Day
from kaizen.metrics import find_metric

ODR, VTR, LSR = (find_metric(key) for key in ("odr", "vtr", "lsr"))
THREE_DAYS = (
    Day(date(2026, 11, 1), 25, 1),
    Day(date(2026, 11, 2), 1030, 0),
    Day(date(2026, 11, 3), 0, 0),
)
JAPANESE = '日付,注文数,不良数\r\n2026/11/1,25,1\r\n2026/11/2,"1,030",0\r\n2026/11/3,0,0\r\n'
ENGLISH = "date,orders,defects\n2026-11-01,25,1\n2026-11-02,1030,0\n2026-11-03,0,0\n"


def read(text, metric=ODR, **other):
    data = text if isinstance(text, bytes) else text.encode()
    return read_table(data, metric=metric, **other)


def codes(things):
    return [thing.code for thing in things]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "cp932", "utf-16", "utf-16-le", "utf-16-be"]
)
@pytest.mark.parametrize("text", [JAPANESE, ENGLISH])
def test_every_usual_encoding_is_read(text, encoding):
    table = read(text.encode(encoding))
    assert table.days == THREE_DAYS
    assert table.bad_lines == ()


@pytest.mark.parametrize(
    "text",
    [
        ENGLISH.replace(",", "\t"),
        ENGLISH.replace(",", ";"),
        ENGLISH.replace(",", "|"),
        ENGLISH.replace("\n", "\r"),
        ENGLISH + "\n\n",
        "\n\n" + ENGLISH,
        "日付\t注文数\t不良数\n2026/11/1\t25\t1\n2026/11/2\t1,030\t0\n2026/11/3\t0\t0\n",
        '"日付","不良件数","受注件数"\n"2026年11月1日","1","25"\n'
        '"2026年11月2日","0","1,030"\n"2026年11月3日","0","0"\n',
        "defects,note,orders,date\n1,x,25,2026.11.1\n0,,1030,2026.11.2\n0,,0,2026.11.3\n",
        "日付,注文数(件),不良数(件)\n2026-11-01,25件,1件\n2026-11-02,1030件,0件\n2026-11-03,0件,0件\n",
        "日付,曜日,売上,注文品目総数,不良率,不良件数\n2026/11/1(日),日,100,25,4%,1\n"
        "2026/11/2(月),月,1,1030,0%,0\n2026/11/3(火),火,0,0,,0\n",
        "Date,Ordered Product Sales,Units Ordered,Total Order Items,Defects\n"
        "11/1/2026,¥10,40,25,1\n11/2/2026,¥99,1200,1030,0\n11/3/2026,¥0,0,0,0\n",
        "売上ダッシュボード\n作成日,2026/11/4\n\n" + JAPANESE.replace("\r\n", "\n"),
        "２０２６／１１／１,２５,１\n2026/11/2,1030,0\n2026/11/3,0,0\n",
        "date,orders,defects\n2026-11-01T00:00:00+09:00,25,1\n2026/11/02 0:00,1030.0,0\n"
        "20261103,0,0\n",
        "date,orders,defects\n46327,25,1\n46328,1030,0\n46329,0,0\n",
        "date,orders,defects\n令和8年11月1日,25,1\nNov 2 2026,1030,0\n3 Nov 2026,0,0\n",
        JAPANESE + "合計,1055,1\r\n",
        JAPANESE + ",合計,1\r\n",
        JAPANESE + "Total,1055,1\r\n",
        "不良率,不良数,曜日,日付,注文数\n4%,1,日,2026/11/1,25\n,,月,2026/11/2,1030\n"
        "0%,0,火,2026/11/3,0\n,,,合計,1055\n",
    ],
)
def test_the_same_three_days_are_read_from_every_layout(text):
    table = read(text)
    assert isinstance(table, DailyTable), table
    assert table.bad_lines == ()
    assert table.days == THREE_DAYS


@pytest.mark.parametrize(
    "line, code",
    [
        ("2026-02-29,5,0", "bad_date"),
        ("11/3,5,0", "bad_date"),
        ("きのう,5,0", "bad_date"),
        ("2026-11-04,many,0", "bad_number"),
        ("2026-11-04,-5,0", "bad_number"),
        ("2026-11-04,5,0.5", "bad_number"),
        ("2026-11-04,5,1.86%", "bad_number"),
        ("2026-11-04,3,4", "more_than_orders"),
        ("2026-11-04", "too_few_cells"),
    ],
)
def test_a_line_that_cannot_be_read_is_named_with_number_and_reason(line, code):
    table = read(ENGLISH + line + "\n2026-11-05,9,0\n")
    assert [(bad.line, bad.code) for bad in table.bad_lines] == [(5, code)]
    assert table.days[-1] == Day(date(2026, 11, 5), 9, 0)
    sentence = table.bad_lines[0].sentence("ja", "11月.csv")
    assert sentence.startswith("11月.csv:5: ")
    assert sentence.endswith("。")


def test_lines_keep_their_number_after_a_cell_of_two_lines():
    table = read('date,orders,defects,note\n2026-11-01,25,1,"a\nb"\n2026-11-02,x,0,\n')
    assert [bad.line for bad in table.bad_lines] == [4]


@pytest.mark.parametrize(
    "data, code",
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf \r\n", "empty"),
        (b"PK\x03\x04rest", "spreadsheet"),
        (b"%PDF-1.7", "spreadsheet"),
        (b"date,orders\xff\xff\xfe\x80\x81", "unreadable_text"),
        (b"date,orders,defects\n", "no_rows"),
        (b'date,orders,defects\n"2026-11-01,5,0\n2026-11-02,5,0\n', "broken_quotes"),
        (b"date,orders,sales\n2026-11-01,5,100\n", "no_columns"),
        (b"a,b\n1,2\n", "no_columns"),
        (b"date,orders,defects\n1926-11-01,5,0\n2026-11-02,5,0\n", "long_span"),
        (b"1,2,3\n" * 20_001, "too_many_lines"),
        (b" " * (10 * 1024 * 1024 + 1), "too_large"),
    ],
)
def test_a_file_that_cannot_be_used_is_answered_with_a_remedy(data, code):
    problem = read(data)
    assert isinstance(problem, TableProblem)
    assert problem.code == code
    for language in ("en", "ja"):
        assert problem.reason(language)
        assert "{" not in problem.sentence(language, "x.csv")


@pytest.mark.parametrize(
    "missing, word", [("orders", "注文数"), ("date", "日付"), ("defects", "不良")]
)
def test_a_missing_column_is_named(missing, word):
    header = "date,orders,defects".replace(missing, "xyz")
    problem = read(f"{header}\n2026-11-01,a5,0\n")
    assert problem.code == "no_columns"
    assert word in problem.reason("ja")


def test_how_the_table_was_understood_is_noted():
    table = read("date,orders,defects\n2026-11-01,5,\n2026-11-01,7,1\n合計,12,1\n")
    assert codes(table.notes) == ["total_row", "blank_is_zero", "same_day"]
    assert table.notes[2].sentence("en") == (
        "November 1, 2026 stands in several lines (2, 3); they were added up."
    )
    assert table.notes[2].sentence("ja").startswith("2026年11月1日が複数の行(2、3行目)")
    assert codes(read("2026-11-01,5,0\n").notes) == ["no_header"]
    assert read(ENGLISH).notes == ()


def test_the_three_parts_of_the_defect_rate_are_added_up():
    table = read("日付,注文数,低評価,保証申請,チャージバック\n2026-11-01,50,2,1,0\n")
    assert table.days == (Day(date(2026, 11, 1), 50, 3),)
    assert codes(table.notes) == ["parts_added"]


def test_columns_can_be_corrected_by_the_seller():
    text = "date,orders,units ordered,defects\n2026-11-01,5,9,1\n"
    recognised = read(text)
    assert recognised.columns == Columns(0, 1, (3,), CountIs.DEFECTS)
    corrected = Columns(0, 2, (3,), CountIs.DEFECTS)
    assert read(text, columns=corrected).days == (Day(date(2026, 11, 1), 9, 1),)


def test_a_metric_where_more_is_better_counts_the_valid_ones():
    direct = read("date,orders,valid\n2026-11-01,20,18\n", VTR)
    turned = read("date,orders,defects\n2026-11-01,20,2\n", VTR)
    assert direct.days_for(VTR) == turned.days_for(VTR) == (Day(date(2026, 11, 1), 20, 18),)
    assert codes(direct.notes) == []
    assert codes(turned.notes) == ["turned_around"]
    both = read("date,packages,defects,valid\n2026-11-01,20,2,18\n", VTR)
    assert both.columns.counts == (3,)


@pytest.mark.parametrize(
    "written, first",
    [
        (["11/3/2026", "11/4/2026"], date(2026, 11, 3)),
        (["3/11/2026", "4/11/2026"], date(2026, 11, 3)),
        (["13/11/2026"], date(2026, 11, 13)),
        (["11/13/2026"], date(2026, 11, 13)),
    ],
)
def test_days_with_the_year_last_are_read_in_the_order_that_fits_them_all(written, first):
    table = read("date,orders,defects\n" + "".join(f"{day},5,0\n" for day in written))
    assert table.days[0].day == first
    assert codes(table.notes)[0] in {"month_first", "day_first"}


def test_of_days_in_two_styles_one_with_the_year_last_is_shown():
    table = read("date,orders,defects\n2026/11/1,5,0\n11/2/2026,5,0\n")
    assert [day.day.day for day in table.days] == [1, 2]
    assert "11/2/2026" in table.notes[0].sentence("ja")


@pytest.mark.parametrize("encoding", ["euc_jp", "iso2022_jp"])
def test_older_japanese_encodings_are_read_too(encoding):
    assert read(JAPANESE.encode(encoding)).days == THREE_DAYS


def test_every_problem_and_note_is_written_in_both_languages():
    words = table_words()
    for entry in words["problems"].values():
        assert set(entry) == {"reason", "remedy"}
        assert all(text["en"] and text["ja"] for text in entry.values())
    for entry in words["notes"].values():
        assert entry["en"]
        assert entry["ja"]


@given(st.one_of(st.binary(max_size=300), st.text(max_size=300).map(str.encode)))
@settings(max_examples=200, deadline=None)
def test_any_bytes_get_an_answer(data):
    answer = read(data)
    assert isinstance(answer, DailyTable | TableProblem)
    if isinstance(answer, TableProblem):
        assert answer.sentence("ja", "x")


@given(
    days=st.lists(st.tuples(st.integers(0, 5000), st.integers(0, 5000)), min_size=1, max_size=40),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "cp932", "utf-16"]),
    delimiter=st.sampled_from([",", "\t", ";"]),
    order=st.permutations(["日付", "注文数", "不良数"]),
    style=st.sampled_from(["%Y-%m-%d", "%Y/%m/%d", "%Y年%m月%d日", "%Y.%m.%d"]),
)
@settings(max_examples=80, deadline=None)
def test_what_a_spreadsheet_saves_comes_back(days, encoding, delimiter, order, style):
    first = date(2024, 2, 20)
    expected = tuple(
        Day(first + timedelta(days=n), max(pair), min(pair)) for n, pair in enumerate(days)
    )
    lines = [delimiter.join(order)]
    for entry in expected:
        cells = {"日付": entry.day.strftime(style), "注文数": entry.orders, "不良数": entry.count}
        lines.append(delimiter.join(str(cells[name]) for name in order))
    assert read("\r\n".join(lines).encode(encoding)).days == expected


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp932"])
def test_the_words_of_a_table_are_given_back_whatever_program_saved_it(encoding):
    words = "日付,注文数,不良数\n2026-11-01,25,1\n"
    assert table_text(words.encode(encoding)) == words


def test_what_is_no_text_has_no_words():
    assert table_text(b"PK\x03\x04") == ""
    assert table_text(b"2026-11-01,25,1\n\x81") == ""

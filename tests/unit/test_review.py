from kaizen.case import Exhibit, Waiver
from kaizen.review import blockers, findings_as_json, is_complete, review_plan
from kaizen.review_context import review_of
from tests.builders import TODAY, a_case


def found(language="ja", waivers=(), **items):
    return review_plan(review_of(a_case(**items), today=TODAY), language=language, waivers=waivers)


def test_a_well_written_plan_is_complete_and_holds_nothing_back():
    assert blockers(found()) == []
    assert is_complete(review_of(a_case(), today=TODAY))


def test_an_empty_item_is_named_in_the_language_of_the_reader():
    (japanese,) = (f for f in found(effect="") if f.id == "R01")
    (english,) = (f for f in found(language="en", effect="") if f.id == "R01")
    assert "改善策を実施した場合の効果" in japanese.message
    assert "Effect" in english.message


def test_computed_months_are_written_as_the_language_writes_them():
    (japanese,) = (f for f in found(effect_month="2026年11月") if f.id == "R33")
    (english,) = (f for f in found(language="en", effect_month="2026年11月") if f.id == "R33")
    assert "2027年1月" in japanese.message
    assert "January 2027" in english.message


def test_the_heaviest_place_of_a_habit_speaks_for_it():
    hint, clear = "検品用の機械が止まったためです。", "違反はしておりません。"
    for cause in (hint + clear, clear + hint):
        (denial,) = (f for f in found(cause=cause) if f.id == "R46")
        assert denial.severity == "block"


def test_further_places_of_a_habit_are_kept_with_their_words():
    fix = "丁寧な梱包を心がけます。\n今後は十分に注意いたします。\n親切な対応に努めます。"
    (vague,) = (f for f in found(fix=fix) if f.id == "R21")
    assert vague.text == "丁寧な梱包を心がけます。"
    assert [other.text for other in vague.others] == fix.split("\n")[1:]
    assert vague.more == 2


def test_a_further_place_without_words_of_its_own_is_told_in_a_sentence():
    exhibits = (Exhibit("a.heic"), Exhibit("b.heic"))
    case = a_case().with_exhibits(exhibits)
    findings = review_plan(review_of(case, today=TODAY), language="en")
    (format_,) = (f for f in findings if f.id == "R69")
    assert "b.heic" in format_.others[0].message


def test_a_variant_may_help_with_a_question_of_its_own():
    (day,) = (f for f in found(language="en", implementation_date="11月30日") if f.id == "R29")
    assert day.how == "Can you write “November 30, 2026”?"
    (unreadable,) = (f for f in found(language="en", implementation_date="すぐ") if f.id == "R29")
    assert "By ____" in unreadable.how


def test_a_reason_leaves_a_finding_but_not_one_that_may_not_be_left():
    weak = next(f for f in found(effect_month="2026年11月") if f.id == "R33")
    kept = found(effect_month="2026年11月", waivers=[Waiver(weak.key, "理由")])
    assert next(f for f in kept if f.id == "R33").is_waived
    hard = next(f for f in found(effect="") if f.id == "R01")
    kept = found(effect="", waivers=[Waiver(hard.key, "理由")])
    assert next(f for f in kept if f.id == "R01").holds_back


def test_findings_stand_by_item_worst_first():
    findings = found(violation="", responsible_person="店長", fix="気をつけます。")
    items = [finding.place.item for finding in findings]
    assert items == sorted(items, key=items.index)
    assert items[0] == "violation"


def test_the_contract_names_place_and_words():
    data = findings_as_json(found(responsible_person="店長"), complete=True)
    entry = next(e for e in data["findings"] if e["id"] == "R34")
    assert entry["item"] == "responsible_person"
    assert entry["text"] == "店長"
    assert (entry["start"], entry["end"]) == (0, 2)
    assert data["blocked"] is True

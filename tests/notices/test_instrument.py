import pytest

from kaizen.instrument import Instrument, instrument_for
from kaizen.notice import Clock, Deadline, Notice, Status, read
from tests.notices.reading import TODAY, corpus, shared

BY_CASE = {
    "01": Instrument.PLAN_SEVEN,
    "02": Instrument.PLAN_THREE,
    "03": Instrument.PLAN_SEVEN,
    "04": Instrument.PLAN_THREE,
    "05": Instrument.DOCUMENTS_WITH_NOTE,
    "06": Instrument.PLAN_THREE,
    "07": Instrument.EXPLANATION,
    "08": Instrument.PLAN_SEVEN,
    "09": Instrument.PLAN_SEVEN,
    "10": Instrument.PLAN_THREE,
    "11": Instrument.PLAN_THREE,
    "12": Instrument.PLAN_THREE,
    "13": Instrument.PLAN_THREE,
    "14": Instrument.DOCUMENTS_WITH_NOTE,
    "15": Instrument.MONEY_ONLY,
}


@pytest.mark.parametrize("name, text, expected", shared(), ids=[one[0] for one in shared()])
def test_each_case_gets_the_answer_that_fits(name, text, expected):
    fits = instrument_for(read(text, TODAY))
    assert fits.instrument is BY_CASE[name[:2]]
    assert fits.wastes_a_plan is not expected["plan_requested"]


@pytest.mark.parametrize(
    "notice, instrument, reason",
    [
        (Notice(status=Status.LOGIN_LOCKED), Instrument.SIGN_IN, "buyer_account"),
        (Notice(status=Status.REINSTATED), Instrument.WAIT, "reinstated"),
        (Notice(status=Status.NOT_A_NOTICE), Instrument.WAIT, "not_a_notice"),
        (Notice(status=Status.UNDER_REVIEW), Instrument.WAIT, "under_review"),
        (Notice(status=Status.WARNING), Instrument.WAIT, "no_answer_asked"),
        (Notice(suspicious=True, plan_requested=True), Instrument.WAIT, "suspicious"),
        (Notice(), Instrument.PLAN_THREE, "unsure"),
        (
            Notice(
                status=Status.SUSPENDED,
                violation_type="charges_double_billing",
                documents_requested=("card_update",),
            ),
            Instrument.SIGN_IN,
            "settings",
        ),
        (
            Notice(
                status=Status.LISTING_REMOVED,
                other_clocks=(Clock("remove_similar_listings", None, 48, ""),),
            ),
            Instrument.WAIT,
            "remove_similar",
        ),
        (
            Notice(status=Status.WARNING, deadline=Deadline("call", None, 72, None, "")),
            Instrument.PLAN_THREE,
            "call",
        ),
        (
            Notice(
                status=Status.DEACTIVATED,
                violation_type="related_account",
                documents_requested=("explanation",),
            ),
            Instrument.EXPLANATION,
            "other_account_first",
        ),
    ],
)
def test_states_without_a_plan_get_their_own_advice(notice, instrument, reason):
    fits = instrument_for(notice)
    assert fits.instrument is instrument
    assert reason in fits.reason_keys


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_advice_has_its_words(language):
    for written in corpus():
        fits = instrument_for(read(written.text, TODAY))
        assert fits.title(language)
        assert all(fits.reasons(language))

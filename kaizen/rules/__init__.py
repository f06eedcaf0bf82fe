"""The written list of all rules, in the order of their ids."""

from kaizen.rule import Rule
from kaizen.rules.blame import BlamesAmazon, BlamesBuyers, BlamesOthers, OthersDoItToo
from kaizen.rules.cause_without_action import CauseWithoutAction
from kaizen.rules.causes import (
    CauseRestatesViolation,
    CausesNotBrokenDown,
    IgnoranceAsCause,
    PersonBlamedAsCause,
    ShallowCause,
)
from kaizen.rules.characters import NotPlainText, UnsafeCharacters
from kaizen.rules.dates_of_items import (
    DatesOutOfOrder,
    EffectMonthTooEarly,
    EffectMonthUnreadable,
    ImplementationDateOutOfRange,
    ImplementationDateUnreadable,
)
from kaizen.rules.done_and_planned import (
    DoneActionUndated,
    DoneAndPlannedMixed,
    PlannedAfterImplementationDate,
)
from kaizen.rules.effect import (
    EffectNotMeasurable,
    EffectNotMonitored,
    OfficialTargetIgnored,
)
from kaizen.rules.exhibits import (
    AttachmentFormat,
    AttachmentMismatch,
    DocumentNotFullPage,
    DocumentTooOld,
    IdentityDocumentMarked,
)
from kaizen.rules.first_person import InconsistentVoice
from kaizen.rules.fit import (
    ComplainantNotNamed,
    NoAppealOpen,
    OpeningDoesNotAnswer,
    ReviewerQuestionsUnanswered,
    WrongInstrument,
)
from kaizen.rules.forbidden import AlteredDocument, Evasion, PersonalData, ProhibitedPromise
from kaizen.rules.foreign_facts import ForeignFacts
from kaizen.rules.honesty import (
    ConfessionRisk,
    Denial,
    DoneWithoutProof,
    Guesswork,
    NoResponsibilityTaken,
)
from kaizen.rules.impossible_effect import ImpossibleEffect
from kaizen.rules.item_missing import ItemMissing
from kaizen.rules.layout import (
    HeaderMissing,
    LabelsChanged,
    UnrelatedViolationsMixed,
    WrongLanguage,
)
from kaizen.rules.measures import (
    ActionWithoutFrequency,
    ActionWithoutNumber,
    ActionWithoutOwner,
    ActionWithoutRecord,
)
from kaizen.rules.numbering import NoNumbering
from kaizen.rules.person import NoPersonNamed, PersonNotRegistered, PersonWithoutRole
from kaizen.rules.placeholder import PlaceholderLeft
from kaizen.rules.reach import BuyersNotCovered, ExistingStockNotCovered, NoWiderAudit
from kaizen.rules.rounds import (
    ContradictsEarlierRound,
    EarlierMeasuresUnexplained,
    ResentTooSoon,
    UnchangedResubmission,
)
from kaizen.rules.size import Length, LongSentence
from kaizen.rules.tone import (
    EmotionalPlea,
    Exclamation,
    Flattery,
    OffTopic,
    Threat,
    TooManyApologies,
)
from kaizen.rules.vague_promise import VaguePromise
from kaizen.rules.violation_mixes_in_cause import ViolationMixesInCause
from kaizen.rules.violation_named import (
    AsinNotNamed,
    NoticeNotIdentified,
    OrderNotNamed,
    PeriodOrCountMissing,
    PolicyNotNamed,
)

ALL: tuple[Rule, ...] = (
    ItemMissing(),  # R01
    PolicyNotNamed(),
    AsinNotNamed(),
    OrderNotNamed(),
    PeriodOrCountMissing(),  # R05
    NoticeNotIdentified(),
    ViolationMixesInCause(),
    CauseRestatesViolation(),
    CauseWithoutAction(),
    PersonBlamedAsCause(),  # R10
    IgnoranceAsCause(),
    ShallowCause(),
    CausesNotBrokenDown(),
    DoneAndPlannedMixed(),
    DoneActionUndated(),  # R15
    PlannedAfterImplementationDate(),
    ActionWithoutOwner(),
    ActionWithoutFrequency(),
    ActionWithoutRecord(),
    ActionWithoutNumber(),  # R20
    VaguePromise(),
    ExistingStockNotCovered(),
    BuyersNotCovered(),
    NoWiderAudit(),
    EffectNotMeasurable(),  # R25
    OfficialTargetIgnored(),
    EffectNotMonitored(),
    ImpossibleEffect(),
    ImplementationDateUnreadable(),
    ImplementationDateOutOfRange(),  # R30
    DatesOutOfOrder(),
    EffectMonthUnreadable(),
    EffectMonthTooEarly(),
    NoPersonNamed(),
    PersonWithoutRole(),  # R35
    PersonNotRegistered(),
    PlaceholderLeft(),
    ForeignFacts(),
    BlamesAmazon(),  # R39
    BlamesBuyers(),
    BlamesOthers(),
    EmotionalPlea(),
    Threat(),
    Flattery(),
    TooManyApologies(),
    Denial(),  # R46
    NoResponsibilityTaken(),
    OthersDoItToo(),
    Guesswork(),
    InconsistentVoice(),  # R50
    Exclamation(),
    OffTopic(),
    DoneWithoutProof(),
    AlteredDocument(),
    Evasion(),  # R55
    ProhibitedPromise(),
    ConfessionRisk(),
    PersonalData(),
    ContradictsEarlierRound(),
    Length(),  # R60
    LongSentence(),
    NoNumbering(),
    NotPlainText(),
    UnsafeCharacters(),
    LabelsChanged(),  # R65
    UnrelatedViolationsMixed(),
    WrongLanguage(),
    HeaderMissing(),
    AttachmentFormat(),
    AttachmentMismatch(),  # R70
    DocumentTooOld(),
    IdentityDocumentMarked(),
    DocumentNotFullPage(),
    WrongInstrument(),
    NoAppealOpen(),  # R75
    UnchangedResubmission(),
    ResentTooSoon(),
    ComplainantNotNamed(),
    EarlierMeasuresUnexplained(),
    OpeningDoesNotAnswer(),  # R80
    ReviewerQuestionsUnanswered(),
)

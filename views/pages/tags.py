"""What findings are called on the pages, in a word or two."""

from flask_babel import gettext as _

from kaizen.finding import Finding, Severity


def severity_tags() -> dict[Severity, str]:
    """Return what each severity is called."""
    return {
        Severity.BLOCK: _("Needed before submitting"),
        Severity.WARN: _("Weak point"),
        Severity.INFO: _("Hint"),
    }


def finding_tag(finding: Finding) -> str:
    """Return what kind of finding it is."""
    if not finding.is_of_a_rule:
        return _("Figures do not agree")
    return severity_tags()[finding.severity]

"""What findings are called on the pages, in a word or two."""

from flask_babel import gettext as _

from kaizen.finding import Finding, Severity


def severity_tag(severity: Severity) -> str:
    """Return what a severity is called."""
    match severity:
        case Severity.BLOCK:
            return _("Needed before submitting")
        case Severity.WARN:
            return _("Weak point")
        case Severity.INFO:
            return _("Hint")


def finding_tag(finding: Finding) -> str:
    """Return what kind of finding it is."""
    if not finding.is_of_a_rule:
        return _("Figures do not agree")
    return severity_tag(finding.severity)

"""A pasted table: as long as a few years of days, in columns of any order."""

from forms.text_fields import ProseField, check_length

TABLE_CHARACTERS = 500_000


class TableField(ProseField):
    """The words of a table. The reader of tables judges its lines; this keeps its length."""

    limit = TABLE_CHARACTERS

    def pre_validate(self, form: object) -> None:
        """Refuse more than the limit, naming it."""
        check_length(self.data or "", self.limit)

"""The tables. Nothing here is SQLite's alone; ``migrations`` builds and changes them."""

from sqlalchemy import (
    JSON,
    Column,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
)

METADATA = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
    }
)

CASES = Table(
    "cases",
    METADATA,
    Column("id", String(32), primary_key=True),
    Column("revision", Integer, nullable=False),
    Column("title", Text, nullable=False),
    Column("status", String(20), nullable=False),
    Column("created_at", DateTime(timezone=True), nullable=False),
    Column("changed_at", DateTime(timezone=True), nullable=False),
    Column("deleted_at", DateTime(timezone=True), nullable=True),
    Column("archive", JSON, nullable=False),
    Index("ix_cases_changed_at", "changed_at"),
)

# A form carries a key; the second post of the same form finds the case of the first.
IDEMPOTENCY = Table(
    "idempotency",
    METADATA,
    Column("key", String(64), primary_key=True),
    Column(
        "case_id",
        String(32),
        ForeignKey("cases.id", ondelete="CASCADE"),
        nullable=False,
    ),
    Column("created_at", DateTime(timezone=True), nullable=False),
)

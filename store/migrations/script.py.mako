"""${message}."""

from alembic import op
import sqlalchemy as sa

revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}


def upgrade() -> None:
    """Change the tables to this version."""
    ${upgrades if upgrades else "pass"}


def downgrade() -> None:
    """Change the tables back to the version before."""
    ${downgrades if downgrades else "pass"}

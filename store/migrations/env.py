"""Run by Alembic's commands; the connection and its transaction come from ``store.migrate``."""

from alembic import context

from store.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    # SQLite changes a column by rebuilding the table; other databases alter it in place.
    render_as_batch=True,
    # Our transactions begin before the first statement, so SQLite rolls back tables as well.
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()

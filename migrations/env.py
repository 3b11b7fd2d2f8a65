"""Alembic's way in: on a connection that `corpus.storage.schema` hands over, or for developers by itself.

alembic -x db=news.db upgrade head        CORPUS_DB=news.db alembic current
"""

import os

from alembic import context
from alembic.util import CommandError
from sqlalchemy import Connection, Engine

from corpus.storage.engine import open_archive
from corpus.storage.schema import context_options, ignore_search_index, migration_transaction


def migrate(connection: Connection) -> None:
    """Run the migrations inside the connection's transaction, which whoever began it ends."""
    context.configure(
        connection=connection, render_as_batch=connection.dialect.name == "sqlite", **context_options()
    )
    with context.begin_transaction():
        context.run_migrations()


def engine_of_developer() -> Engine:
    """The archive named by `-x db=...` or CORPUS_DB."""
    place = context.get_x_argument(as_dictionary=True).get("db") or os.environ.get("CORPUS_DB", "corpus.db")
    return open_archive(place, mode="create")


if context.is_offline_mode():
    raise CommandError("an archive is migrated online: its migrations look at what is there")

ignore_search_index()
given = context.config.attributes.get("connection")
if isinstance(given, Connection):
    migrate(given)
else:
    with migration_transaction(given or engine_of_developer()) as own:
        migrate(own)

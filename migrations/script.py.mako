"""${message}

Revision ID: ${up_revision}
Revises: ${down_revision | comma,n}
"""
<%doc>
Rebuilding a table in SQLite (op.batch_alter_table): foreign keys are off and checked at the end by
corpus.storage.schema. Drop the views that read the table first and make them again after; make its triggers
again too. Give every CHECK its name.
</%doc>
import sqlalchemy as sa
from alembic import op
${imports if imports else ""}
revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}
branch_labels = ${repr(branch_labels)}
depends_on = ${repr(depends_on)}


def upgrade() -> None:
    ${upgrades if upgrades else "pass"}


def downgrade() -> None:
    ${downgrades if downgrades else "pass"}

"""The archive: tables, migrations, writing, reading, backup and proof, on SQLite and PostgreSQL."""

import pytest
from alembic.config import Config
from pytest_alembic.tests import (  # noqa: F401
    test_model_definitions_match_ddl,
    test_single_head_revision,
    test_up_down_consistency,
    test_upgrade,
)
from sqlalchemy import Engine

from corpus.storage.engine import open_archive
from corpus.storage.schema import migrations_folder


@pytest.fixture
def alembic_config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(migrations_folder()))
    config.set_main_option("path_separator", "os")
    return config


@pytest.fixture
def alembic_engine(empty_database: str) -> Engine:
    return open_archive(empty_database, mode="create")

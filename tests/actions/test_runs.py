from collections.abc import Callable

import pytest

from corpus.actions._runs import concluded
from corpus.errors import LockedArchiveError


def raising(error: BaseException | None) -> Callable[[], None]:
    def work() -> None:
        if error is not None:
            raise error

    return work


@pytest.mark.parametrize(("error", "status"), [(None, "done"), (KeyboardInterrupt(), "interrupted")])
def test_an_end_is_recorded_and_told(error: BaseException | None, status: str) -> None:
    recorded: list[str] = []
    assert concluded(raising(error), recorded.append) == status
    assert recorded == [status]


@pytest.mark.parametrize("error", [ZeroDivisionError(), SystemExit(), LockedArchiveError("in use")])
def test_what_fails_is_recorded_and_raised(error: BaseException) -> None:
    recorded: list[str] = []
    with pytest.raises(type(error)) as raised:
        concluded(raising(error), recorded.append)
    assert raised.value is error
    assert recorded == ["failed"]


def test_the_first_error_is_told_where_its_end_cannot_be_recorded() -> None:
    def finish(_status: str) -> None:
        raise LockedArchiveError("in use")

    with pytest.raises(ZeroDivisionError):
        concluded(raising(ZeroDivisionError()), finish)

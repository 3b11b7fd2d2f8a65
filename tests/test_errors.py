import pickle
import re

import pytest

from corpus import errors

CLASSES = [getattr(errors, name) for name in errors.__all__]


def test_every_public_name_is_listed_in_order() -> None:
    defined = [name for name, value in vars(errors).items() if isinstance(value, type)]
    assert errors.__all__ == sorted(defined)


def test_the_tree_in_the_docstring_is_the_tree() -> None:
    drawn = re.findall(r"^[ │├└─]*(\w+Error)\b", errors.__doc__ or "", re.MULTILINE)
    assert sorted(drawn) == errors.__all__


@pytest.mark.parametrize(
    "name", ["UsageError", "NotFoundError", "RejectedInputError", "DatabaseError", "SettingsError"]
)
def test_the_exit_codes_in_the_docstring_are_the_exit_codes(name: str) -> None:
    drawn = re.search(rf"\b{name} +exit (\d)", errors.__doc__ or "")
    assert drawn is not None
    assert getattr(errors, name).exit_code == int(drawn[1])


@pytest.mark.parametrize("error", CLASSES)
def test_every_error_is_ours_and_says_what_it_is_for(error: type[errors.CorpusError]) -> None:
    assert issubclass(error, errors.CorpusError)
    assert error.__doc__
    assert 1 <= error.exit_code <= 6


@pytest.mark.parametrize("error", [each for each in CLASSES if each.__init__ is errors.CorpusError.__init__])
def test_an_error_carries_a_message_and_a_hint(error: type[errors.CorpusError]) -> None:
    raised = error("it is wrong", hint="mend it")
    assert (str(raised), raised.message, raised.hint) == ("it is wrong", "it is wrong", "mend it")
    assert error("it is wrong").hint == ""


def test_a_rejected_input_names_its_origin() -> None:
    raised = errors.RejectedInputError("a.txt", "empty file")
    assert (raised.message, raised.origin, raised.reason) == ("a.txt: empty file", "a.txt", "empty file")


def test_a_missing_extra_says_how_to_get_it() -> None:
    raised = errors.MissingExtraError("PostgreSQL", "postgresql")
    assert raised.message == "PostgreSQL needs a package that is not installed"
    assert raised.hint == "pip install 'corpus-archive[postgresql]'"


@pytest.mark.parametrize(
    "error",
    [
        errors.DamagedArchiveError("it is wrong", hint="mend it"),
        errors.RejectedInputError("a.txt", "empty file", hint="fill it"),
        errors.MissingExtraError("PostgreSQL", "postgresql"),
    ],
    ids=lambda error: type(error).__name__,
)
def test_an_error_is_the_same_in_another_process(error: errors.CorpusError) -> None:
    error.add_note("while annotating a.txt")
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is type(error)
    assert (str(again), vars(again)) == (str(error), vars(error))

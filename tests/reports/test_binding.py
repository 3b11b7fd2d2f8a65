import pytest

from corpus.errors import UsageError
from corpus.reports import Column, Parameter, Report, bind


def report(**types: str) -> Report:
    parameters = (Parameter(name=name, type=type_, help=f"the {name}") for name, type_ in types.items())
    return Report("words", "Words", "What is said.", tuple(parameters), (Column("a", "A"),), "SELECT 1 AS a")


@pytest.mark.parametrize(
    ("type_", "given", "bound"),
    [
        ("text", "  Som Det Står ", {"x": "  Som Det Står "}),
        ("text", None, {"x": None}),
        ("integer", "12", {"x": 12}),
        ("integer", " -3 ", {"x": -3}),
        ("integer", 12, {"x": 12}),
        ("name", " Åse  ØSTER ", {"x": "Åse ØSTER", "x_key": "åse øster"}),
        ("name", "STRASSE", {"x": "STRASSE", "x_key": "strasse"}),
        ("name", None, {"x": None, "x_key": None}),
        ("since", "2023-09", {"x": "2023-09-01"}),
        ("until", "2023-09", {"x": "2023-09-30"}),
        ("since", "2023", {"x": "2023-01-01"}),
        ("until", "2024-02-29", {"x": "2024-02-29"}),
        ("words", "Våbnene til Rusland", {"x_1": "våb", "x_2": "rusland", "x_3": None, "x_4": None}),
        ("words", "våbenhandel våben", {"x_1": "våb", "x_2": "send", "x_3": None, "x_4": None}),
        ("words", None, {"x_1": None, "x_2": None, "x_3": None, "x_4": None}),
        ("act", "denial", {"x": "denial"}),
        ("polarity", "denied", {"x": "denied"}),
        ("kind", "person", {"x": "person"}),
    ],
)
def test_a_value_is_bound_as_its_type_says(
    type_: str, given: str | int | None, bound: dict[str, str | int | None]
) -> None:
    assert bind(report(x=type_), {"x": given}) == bound


@pytest.mark.parametrize(
    ("type_", "given", "message"),
    [
        ("integer", "twelve", "--x: 'twelve' is no whole number"),
        ("integer", "1.5", "--x: '1.5' is no whole number"),
        ("integer", "9223372036854775808", "--x: '9223372036854775808' is no whole number"),
        ("words", "og det", "--x: 'og det' holds no word that tells what a claim is about"),
        ("since", "September", "--x: 'September' is not a date like 2023, 2023-09 or 2023-09-13"),
        ("until", "2023-13", "--x: '2023-13': a month is 01 to 12"),
        ("polarity", "no", "--x: 'no' is none of affirmed, denied, uncommitted"),
    ],
)
def test_a_value_that_cannot_be_used_is_named(type_: str, given: str, message: str) -> None:
    with pytest.raises(UsageError) as caught:
        bind(report(x=type_), {"x": given})
    assert caught.value.message == message
    assert caught.value.hint == "the x"


def test_what_is_not_given_has_its_default() -> None:
    limit = Parameter(name="limit", type="integer", help="at most so many", default=50)
    words = Report("words", "Words", "What is said.", (limit,), (Column("a", "A"),), "SELECT 1 AS a")
    assert bind(words, {}) == bind(words, {"limit": None}) == {"limit": 50}
    assert bind(words, {"limit": 3}) == {"limit": 3}


def test_a_required_value_must_be_given() -> None:
    word = Parameter(name="word", type="name", help="which word", required=True)
    words = Report("words", "Words", "What is said.", (word,), (Column("a", "A"),), "SELECT 1 AS a")
    with pytest.raises(UsageError, match="the report words needs --word"):
        bind(words, {})


@pytest.mark.parametrize(
    ("given", "hint"), [("speker", "did you mean speaker?"), ("zzz", "there are speaker, since")]
)
def test_an_unknown_parameter_is_named(given: str, hint: str) -> None:
    with pytest.raises(UsageError, match=f"the report words has no parameter '{given}'") as caught:
        bind(report(speaker="name", since="since"), {given: "x"})
    assert caught.value.hint == hint

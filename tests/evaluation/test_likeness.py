import pytest

from corpus.evaluation.likeness import same_cue, same_names, same_time, shared_names, shared_words, words


@pytest.mark.parametrize(
    ("wanted", "found", "same"),
    [
        (("Sergej Shoigu",), ("sergei  shoigu",), True),
        (("Putin", "Kim"), ("Kim", "Putin"), True),
        (("Putin",), ("Kim",), False),
        (("Putin",), ("Putin", "Putin"), False),
        (("Putin", "Putin"), ("Putin", "Kim"), False),
        (("Putin",), (), False),
        ((), (), True),
    ],
)
def test_names_are_matched_one_to_one(wanted: tuple[str, ...], found: tuple[str, ...], same: bool) -> None:
    assert same_names(wanted, found) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("lyder", "Lyder det  fra", True), ("ifølge", "Ifølge", True), ("siger", "mener", False)],
)
def test_a_cue_may_hold_another(one: str, other: str, same: bool) -> None:
    assert same_cue(one, other) is same
    assert same_cue(other, one) is same


@pytest.mark.parametrize(
    ("wanted", "found", "shared"),
    [
        (("Putin", "Kim"), ("Kim",), 1),
        (("Kim",), ("Kim", "Kim"), 1),
        ((), ("Kim",), 0),
        (("Kim",), ("Xi",), 0),
    ],
)
def test_names_with_a_partner_are_counted(
    wanted: tuple[str, ...], found: tuple[str, ...], shared: int
) -> None:
    assert shared_names(wanted, found) == shared_names(found, wanted) == shared


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        ("»Nej, nej«, NEJ.", "nej nej", 2),
        ("EU-landene", "eu landene", 2),
        ("Den kritik … ubegrundet", "ubegrundet", 1),
        ("", "nej", 0),
    ],
)
def test_words_are_compared_without_marks_and_case(one: str, other: str, shared: int) -> None:
    assert shared_words(words(one), words(other)) == shared


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2023-09", "2023-09~", True),
        ("2023-09", "2023-09-01/2023-09-30", True),
        ("2022/2023", "2022-01/2023-12?", True),
        ("2023-09-13", "2023-09", False),
        ("2023-09-13/2023-09-14", "2023-09-13", False),
    ],
)
def test_times_are_the_same_days(one: str, other: str, same: bool) -> None:
    assert same_time(one, other) is same
    assert same_time(other, one) is same

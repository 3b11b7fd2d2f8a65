import pytest

from corpus.evaluation.likeness import same_cue, same_names


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

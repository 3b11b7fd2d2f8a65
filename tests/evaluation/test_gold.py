import dataclasses
import json
from pathlib import Path
from typing import Any

import pytest

from corpus.errors import NotFoundError, RejectedInputError
from corpus.evaluation.gold import Gold, GoldClaim, read_gold

CLAIM = {"p": 1, "cue": "siger", "speaker": ["Kim"], "via": [], "polarity": "affirmed", "content": "fred"}
ENTRY = {
    "published": "2023-09",
    "kinds": {"2": "credit"},
    "entities": {"person": ["Kim"], "any": ["Kreml"]},
    "claims": [CLAIM],
    "optional": [[1, "tror"]],
}


def write(folder: Path, content: Any) -> Path:
    path = folder / "gold.json"
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return path


def test_an_article_is_read(tmp_path: Path) -> None:
    gold = read_gold(write(tmp_path, {"a": ENTRY}))
    assert gold == {
        "a": Gold(
            published="2023-09",
            kinds={2: "credit"},
            entities=(("person", "Kim"), ("any", "Kreml")),
            claims=(GoldClaim(1, "siger", ("Kim",), (), "affirmed", "fred"),),
            optional=((1, "tror"),),
        )
    }
    assert [gold["a"].kind_of(seq) for seq in (1, 2)] == ["body", "credit"]


def test_a_claim_may_tell_more(tmp_path: Path) -> None:
    more = {
        "text": "der bliver fred",
        "quotation": "direct",
        "act": "promise",
        "target": [],
        "addressee": ["Krag"],
        "thread": "fred",
    }
    gold = read_gold(
        write(
            tmp_path,
            {
                "a": {
                    **ENTRY,
                    "claims": [{**CLAIM, **more, "said": said} for said in (None, "2023-08/2023-09~")],
                }
            },
        )
    )
    told = GoldClaim(
        1,
        "siger",
        ("Kim",),
        (),
        "affirmed",
        "fred",
        "der bliver fred",
        "direct",
        "promise",
        (),
        ("Krag",),
        "fred",
    )
    assert gold["a"].claims == tuple(
        dataclasses.replace(told, said=said) for said in ("", "2023-08/2023-09~")
    )


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("{", "it is no JSON: "),
        ([ENTRY], "it is no JSON object of articles"),
        ({"a": {**ENTRY, "claims": [{**CLAIM, "p": "x"}]}}, "the article 'a' is not annotated as gold is: "),
        ({"a": {"published": None}}, "the article 'a' is not annotated as gold is: KeyError 'kinds'"),
        (
            {"a": {**ENTRY, "claims": [{**CLAIM, "polarity": "no"}]}},
            "the article 'a' is not annotated as gold is: ValueError 'no' is none of affirmed, ",
        ),
        (
            {"a": {**ENTRY, "claims": [{**CLAIM, "act": "joke"}]}},
            "the article 'a' is not annotated as gold is: ",
        ),
        (
            {"a": {**ENTRY, "claims": [{**CLAIM, "said": "May"}]}},
            "the article 'a' is not annotated as gold is: ",
        ),
        (
            {"a": ENTRY, "b": {**ENTRY, "claims": [{**CLAIM, "act": "promise"}]}},
            "only some of its claims have the key 'act'",
        ),
        ({"a": []}, "the article 'a' is not annotated as gold is: "),
        ({"a": {**ENTRY, "kinds": []}}, "the article 'a' is not annotated as gold is: "),
    ],
)
def test_what_is_no_gold_is_rejected_with_the_reason(content: Any, reason: str, tmp_path: Path) -> None:
    with pytest.raises(RejectedInputError) as caught:
        read_gold(write(tmp_path, content))
    assert caught.value.reason.startswith(reason)


def test_no_file_at_all(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="No such file"):
        read_gold(tmp_path / "gold.json")

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import NotFoundError, RejectedInputError
from corpus.evaluation.tokens import TaggedSentence, decode, read_tagged

UNER = """\
# sent_id = prøve-0
# text = Den russiske konge Kim Il i FN-huset.
1\tDen\tO\tO#O\tx
2\trussiske\tO\tB-LOCderiv#O\tx
3\tkonge\tO\tO#O\tx
4\tKim\tB-PER\tB-PER#B-LOCderiv\tx
5\tIl\tI-PER\tI-PER#O\tx
6\ti\tO\tB-MISC#O\tx
7\tFN-huset\tB-ORG\tB-ORGpart#O\tx
8\t.\tO\tO#O\tx
"""
CONLLU = """\
# newdoc id = a
# sent_id = a-1
1-2\tivedet\t_\t_\t_\t_\t_\t_\t_\t_
1\tUSA\tUSA\tPROPN\t_\t_\t0\troot\t_\tname=B-GPE_LOC
2\tsendte\tsende\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No|name=O
2.1\ttom\t_\t_\t_\t_\t_\t_\t_\t_
3\ttorsdag\ttorsdag\tNOUN\t_\t_\t0\troot\t_\tname=B-DATE|SpaceAfter=No

# newdoc id = b
1\tDR\tDR\tPROPN\t_\t_\t0\troot\t_\tname=B-ORG
"""
TWO_COLUMNS = "-DOCSTART- O\n\nKim B-person\n# O\n\n\nDR\tB-ORG\nNyt\tI-ORG\n"


def write(folder: Path, text: str) -> Path:
    path = folder / "gold.iob2"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("text", "documents"),
    [
        (
            UNER,
            [
                [
                    TaggedSentence(
                        "prøve-0",
                        ("Den", "russiske", "konge", "Kim", "Il", "i", "FN-huset", "."),
                        ((1, 2, "demonym"), (3, 5, "person"), (6, 7, "organization")),
                    )
                ]
            ],
        ),
        (
            CONLLU,
            [
                [TaggedSentence("a-1", ("USA", "sendte", "torsdag"), ((0, 1, "place"),))],
                [TaggedSentence("sentence 2", ("DR",), ((0, 1, "organization"),))],
            ],
        ),
        (
            TWO_COLUMNS.replace("\n", "\r\n"),
            [
                [
                    TaggedSentence("sentence 1", ("Kim", "#"), ((0, 1, "person"),)),
                    TaggedSentence("sentence 2", ("DR", "Nyt"), ((0, 2, "organization"),)),
                ]
            ],
        ),
    ],
    ids=["UNER", "CoNLL-U", "two columns"],
)
def test_every_form_is_read(text: str, documents: list[list[TaggedSentence]], tmp_path: Path) -> None:
    found = read_tagged(write(tmp_path, text))
    assert [list(document) for document in found.documents] == documents
    assert found.kinds == {span[2] for document in documents for one in document for span in one.spans}


def test_labels_that_are_no_names_are_counted(tmp_path: Path) -> None:
    assert read_tagged(write(tmp_path, CONLLU)).ignored == {"DATE": 1}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Kim B-PER\nkom O O\n", "line 2 is no token: 'kom O O'"),
        ("Kim\n", "line 1 is no token: 'Kim'"),
        ("Kim PER\n", "line 1: 'PER' is no IOB2 tag"),
        ("1\tKim\tS-PER\n", "line 1: 'S-PER' is no IOB2 tag"),
        ("Kim O\n", "it marks no names"),
        ("Kim B-DATE\n", "it marks no names"),
        ("", "it marks no names"),
    ],
)
def test_what_is_no_such_file_is_rejected_with_the_reason(text: str, reason: str, tmp_path: Path) -> None:
    with pytest.raises(RejectedInputError) as caught:
        read_tagged(write(tmp_path, text))
    assert caught.value.reason == reason


def test_other_encodings_and_no_file_at_all(tmp_path: Path) -> None:
    (tmp_path / "latin").write_bytes("Sjælland B-LOC\n".encode("latin-1"))
    with pytest.raises(RejectedInputError, match="it is not in UTF-8"):
        read_tagged(tmp_path / "latin")
    with pytest.raises(NotFoundError, match="No such file"):
        read_tagged(tmp_path / "none")


@pytest.mark.parametrize(
    ("tags", "ranges"),
    [
        ("B-PER I-PER O", [(0, 2, "PER")]),
        ("B-PER B-PER", [(0, 1, "PER"), (1, 2, "PER")]),
        ("O I-PER I-LOC", [(1, 2, "PER"), (2, 3, "LOC")]),
        ("B-PER O I-PER", [(0, 1, "PER"), (2, 3, "PER")]),
        ("", []),
    ],
)
def test_decode(tags: str, ranges: list[tuple[int, int, str]]) -> None:
    assert list(decode(tags.split())) == ranges


@given(st.lists(st.tuples(st.integers(1, 4), st.sampled_from(["", "PER", "ORG"]))))
def test_decode_undoes_encoding(runs: list[tuple[int, str]]) -> None:
    tags: list[str] = []
    ranges = []
    for length, label in runs:
        if label:
            ranges.append((len(tags), len(tags) + length, label))
        tags += [f"B-{label}", *[f"I-{label}"] * (length - 1)] if label else ["O"] * length
    assert list(decode(tags)) == ranges

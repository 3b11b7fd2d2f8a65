import dataclasses
import itertools

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from corpus.records import Entity
from corpus.storage import reannotation
from corpus.storage.engine import read_transaction, write_transaction
from corpus.storage.reannotation import (
    StoredArticle,
    annotation_groups,
    forget_unused,
    rewrite_batch,
    stored_batches,
    unfinished_since,
)
from corpus.storage.runs import RunCounts, finish_run, start_run
from corpus.storage.verify import verify
from corpus.storage.writer import write_batch


def rows(engine, statement):
    with read_transaction(engine) as connection:
        return [tuple(row) for row in connection.execute(text(statement))]


def everything(engine, **limits):
    """All articles, as they come in batches."""
    with read_transaction(engine) as connection:
        groups = annotation_groups(connection)
    return list(stored_batches(engine, groups, **({"articles": 99, "characters": 99_999} | limits)))


def again(connection, articles, *, oldest=None):
    """Annotate stored articles again in a run of its own; the others are from runs that count."""
    run_id = start_run(connection, kind="annotate")
    rewrite_batch(connection, run_id, articles, oldest=oldest or run_id)
    forget_unused(connection, run_id)
    return run_id


def test_new_rows_take_the_place_of_the_old_ones(engine, store, make):
    store(make(origin="a"), make("Kim siger, at det går skidt.", origin="b", claims=()))
    ((first, second),) = everything(engine)
    _, other = make(
        "Kim siger, at det går skidt.", origin="b", claims=[("Kim", "siger", "det går skidt")], entities=()
    )
    with write_transaction(engine) as connection:
        assert again(connection, [(second, other)], oldest=1) == 2
    assert rows(engine, "SELECT id, run_id, annotation_run_id FROM articles ORDER BY id") == [
        (first.id, 1, 1),
        (second.id, 1, 2),
    ]
    assert rows(engine, "SELECT article_id, text, run_id FROM claims ORDER BY id") == [
        (first.id, "det går godt", 1),
        (second.id, "det går skidt", 2),
    ]
    assert rows(engine, "SELECT DISTINCT article_id, run_id FROM mentions") == [(first.id, 1)]
    assert list(verify(engine)) == []


def test_no_key_means_something_new(engine, store, make):
    store(make())
    before = {table: rows(engine, f"SELECT id FROM {table}") for table in ("paragraphs", "claims")}
    ((article,),) = everything(engine)
    with write_transaction(engine) as connection:
        again(connection, [(article, make()[1])])
    for table, keys in before.items():
        assert not set(keys) & set(rows(engine, f"SELECT id FROM {table}"))


def test_search_finds_the_new_stems_only(engine, store, make):
    document, annotation = make("Kim går", claims=())
    store((document, annotation))
    ((article,),) = everything(engine)
    (paragraph,) = annotation.paragraphs
    stemmed = (dataclasses.replace(paragraph, stems="kim gå"),)
    with write_transaction(engine) as connection:
        again(connection, [(article, dataclasses.replace(annotation, paragraphs=stemmed))])
        connection.execute(text("UPDATE paragraphs SET stems = 'kim gik'"))  # a user's own edit
    assert list(verify(engine)) == []


@pytest.mark.parametrize(
    ("limits", "sizes"),
    [
        ({}, [5]),
        ({"articles": 2}, [2, 2, 1]),
        ({"characters": 8}, [2, 1, 1, 1]),
        ({"characters": 1}, [1, 1, 1, 1, 1]),
    ],
)
@pytest.mark.parametrize("listed", [1, 2, 5_000])
def test_articles_come_in_batches_in_the_order_of_their_keys(
    engine, store, make, *, limits, sizes, listed, monkeypatch
):
    monkeypatch.setattr(reannotation, "_LISTED", listed)
    words = ["Kim", "Putin", "Et langt ord", "To", "Slut på det"]
    store(*(make(word, origin=word, claims=()) for word in words))
    batches = everything(engine, **limits)
    assert [len(batch) for batch in batches] == sizes
    assert [article.document.text for batch in batches for article in batch] == words


@pytest.mark.parametrize("change", ["text = 'Kim gik'", "title = 'x'", "published = 'June'"])
def test_a_damaged_article_has_no_document(engine, store, make, change):
    store(make())
    with write_transaction(engine) as connection:
        connection.execute(text(f"UPDATE articles SET {change}"))
    ((article,),) = everything(engine)
    assert (article.id, article.origin, article.document) == (1, "a.txt", None)


def test_what_others_annotated_meanwhile_is_left_to_them(engine, store, make):
    store(make(origin="a"), make("Kim gik.", origin="b", claims=()))
    with read_transaction(engine) as connection:
        groups = annotation_groups(connection)
    batches = stored_batches(engine, groups, articles=1, characters=999)
    assert [article.origin for article in next(batches)] == ["a"]
    with write_transaction(engine) as connection:
        again(connection, [(StoredArticle(2, ("da", 1, 1), "b", None), make("Kim gik.", claims=())[1])])
    assert list(batches) == [[]]


def test_articles_are_grouped_by_what_may_make_them_stale(engine, make):
    with write_transaction(engine) as connection:
        for language in ("da", "en"):
            run_id = start_run(connection, kind="import", model="old", settings={"language": language})
            pairs = [make(f"{language} {n}", origin=f"{language}{n}", claims=()) for n in "12"]
            write_batch(connection, run_id, pairs)
        groups = annotation_groups(connection)
    assert [(*group.key, group.asked_language, group.articles) for group in groups] == [
        ("da", 1, 1, "da", 2),
        ("da", 2, 2, "en", 2),
    ]
    assert [group.models for group in groups] == [{"old", "test 1"}] * 2


@pytest.mark.parametrize(
    ("runs", "since"),
    [
        ([], None),
        ([("import", None, "interrupted")], None),
        ([("annotate", False, "interrupted")], None),
        ([("annotate", True, "done")], None),
        ([("annotate", True, "interrupted")], 1),
        ([("annotate", True, "interrupted"), ("annotate", True, "failed"), ("import", None, "done")], 1),
        ([("annotate", True, "interrupted"), ("annotate", False, "done")], 1),
        ([("annotate", True, "interrupted"), ("annotate", True, "done")], None),
        ([("annotate", True, "done"), ("annotate", True, "interrupted")], 2),
        ([("annotate", True, "interrupted"), ("annotate", True, "done"), ("annotate", True, "failed")], 3),
    ],
)
def test_where_a_pass_over_everything_goes_on(engine, runs, since):
    with write_transaction(engine) as connection:
        for kind, is_all, status in runs:
            asked = {} if is_all is None else {"all": is_all}
            run_id = start_run(connection, kind=kind, settings=asked)
            finish_run(connection, run_id, RunCounts(), status)
        assert unfinished_since(connection) == since


PLACES = "Anna Bo. Anna. FN. De Forenede Nationer. Ritzau."


def met(key, *names, listed=None, wikidata=None):
    return Entity("organization", names[0] if names else listed, names, wikidata, listed, key)


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        # One article: nothing of the old annotation is left.
        ([[met("fn", "FN", "Ritzau")]], [[met("fn", "FN")]], [("fn", "FN", None, {"FN": "text"})]),
        ([[met("fn", "FN")]], [[met("ritzau", "Ritzau")]], [("ritzau", "Ritzau", None, {"Ritzau": "text"})]),
        ([[met("fn", "FN")]], [[]], []),
        # The lists know another number now, or none, or no longer know the name.
        ([[met("fn", "FN", listed="FN", wikidata="Q1")]], [[met("fn", "FN", listed="FN", wikidata="Q2")]],
         [("fn", "FN", "Q2", {"FN": "text"})]),
        ([[met("fn", "FN", listed="FN", wikidata="Q1")]], [[met("fn", "FN", listed="FN")]],
         [("fn", "FN", None, {"FN": "text"})]),
        ([[met("fn", "Ritzau", listed="FN", wikidata="Q1")]], [[met("fn", "Ritzau")]],
         [("fn", "Ritzau", None, {"Ritzau": "text"})]),
        # Newer lists win from the first import on.
        ([[met("fn", "FN", listed="FN", wikidata="Q1")], [met("fn", "FN", listed="FN")]],
         [[met("fn", "FN", listed="FN")]], [("fn", "FN", None, {"FN": "text"})]),
        # A name that articles used is now only the lists' own.
        ([[met("fn", "FN", "Ritzau")]], [[met("fn", "Ritzau", listed="FN")]],
         [("fn", "Ritzau", None, {"FN": "lexicon", "Ritzau": "text"})]),
        # What another article still gives stays.
        ([[met("fn", "FN", "Ritzau")], [met("fn", "FN", "Anna")]], [[met("fn", "FN")]],
         [("fn", "Anna", None, {"Anna": "text", "FN": "text"})]),
    ],
)  # fmt: skip
def test_entities_are_what_the_articles_now_give(engine, make, old, new, found):
    old = [make(f"{PLACES} {n}", origin=str(n), entities=e, claims=()) for n, e in enumerate(old)]
    with write_transaction(engine) as connection:
        for pair in old:
            write_batch(connection, start_run(connection, kind="import"), [pair])
    articles = [article for batch in everything(engine) for article in batch]
    with write_transaction(engine) as connection:
        annotated = [make(f"{PLACES} {n}", entities=e, claims=())[1] for n, e in enumerate(new)]
        oldest = 2 if len(old) > len(new) else None
        again(connection, list(zip(articles, annotated, strict=False)), oldest=oldest)
        assert entities(connection) == found


def entities(connection):
    shown = connection.execute(text("SELECT id, key, name, wikidata_id FROM entities ORDER BY key")).all()
    names = connection.execute(text("SELECT entity_id, name, source FROM entity_names")).all()
    return [
        (key, name, wikidata, {name: source for of, name, source in names if of == id_})
        for id_, key, name, wikidata in shown
    ]


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("UPDATE entities SET description = 'agentur'", [("ritzau", "Ritzau", None, {"Ritzau": "lexicon"})]),
        ("UPDATE entity_names SET source = 'person'", [("ritzau", "Ritzau", None, {"Ritzau": "person"})]),
    ],
)
def test_what_a_person_gave_stays(engine, store, make, given, kept):
    store(make(PLACES, entities=[met("ritzau", "Ritzau")], claims=()))
    ((article,),) = everything(engine)
    with write_transaction(engine) as connection:
        connection.execute(text(given))
        again(connection, [(article, make(PLACES, entities=(), claims=())[1])])
        assert entities(connection) == kept


NAMES = {"a": ("Anna Bo", "Anna"), "b": ("De Forenede Nationer", "FN"), "c": ("Ritzau",)}
some_entities = st.dictionaries(st.sampled_from("abc"), st.integers(0, 3), max_size=3)
some_articles = st.lists(some_entities, min_size=3, max_size=3)
some_lists = st.dictionaries(st.sampled_from("abc"), st.sampled_from([None, "Q1", "Q2"]))


def annotations(make, articles, listed):
    """A pair for each article: which entities it has, with which of their names, as some lists know them."""
    for n, found in enumerate(articles):
        given = []
        for key, which in found.items():
            names = tuple(itertools.compress(NAMES[key], (which & 1, which & 2)))
            listed_name = NAMES[key][0] if key in listed else None
            given.append(Entity("organization", NAMES[key][0], names, listed.get(key), listed_name, key))
        yield make(f"{PLACES} {n}", origin=str(n), entities=given, claims=())


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    before=st.tuples(some_articles, some_lists),
    after=st.tuples(some_articles, some_lists),
    cut=st.tuples(st.permutations(range(3)), st.integers(0, 3)),
)
def test_an_archive_annotated_again_is_as_if_imported_anew(engine, make, before, after, cut):
    old, new = list(annotations(make, *before)), list(annotations(make, *after))
    order, cut = cut
    with write_transaction(engine) as connection:
        run_id = start_run(connection, kind="import", settings={"language": "da"})
        write_batch(connection, run_id, old)
        stored = [
            (StoredArticle(n + 1, ("da", 1, 1), document.origin, document), annotation)
            for n, (document, annotation) in enumerate(new)
        ]
        first = start_run(connection, kind="annotate")
        rewrite_batch(connection, first, [stored[n] for n in order[:cut]], oldest=first)
        second = start_run(connection, kind="annotate")  # where the first was interrupted
        rewrite_batch(connection, second, [stored[n] for n in order[cut:]], oldest=first if cut else second)
        forget_unused(connection, second)
        result = entities(connection)
        connection.rollback()
    with write_transaction(engine) as connection:
        write_batch(connection, start_run(connection, kind="import"), new)
        expected = entities(connection)
        connection.rollback()
    assert result == expected

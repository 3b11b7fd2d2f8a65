import itertools

import pytest
from sqlalchemy import text

from corpus.records import Entity
from corpus.storage.engine import write_transaction
from corpus.storage.runs import start_run
from corpus.storage.writer import write_batch


def listed(kind, name, *names):
    return Entity(kind, name, names, "Q1", listed_name=name, key=f"{kind}:{name}")


@pytest.mark.parametrize(
    ("entities", "expected"),
    [
        ([Entity("person", "Kim"), Entity("person", "KIM  ")], [["KIM", "Kim"]]),
        ([Entity("person", "Kim"), Entity("place", "Kim")], [["Kim"], ["Kim"]]),
        ([Entity("person", "Holm", key="person:holm@a"), Entity("person", "Holm", key="person:holm@b")],
         [["Holm"], ["Holm"]]),
        ([listed("place", "Nordkorea"), listed("place", "Nordkorea", "DPRK")], [["DPRK", "Nordkorea"]]),
        ([listed("person", "Vladimir Putin", "Putin"), Entity("person", "Putin")],
         [["Putin"], ["Putin", "Vladimir Putin"]]),
        ([listed("person", "Vladimir Putin", "Putin")] * 2 + [listed("place", "Nordkorea")],
         [["Nordkorea"], ["Putin", "Vladimir Putin"]]),
    ],
)  # fmt: skip
@pytest.mark.parametrize("together", [True, False])
def test_entities_join_across_the_archive_in_any_order(engine, make, entities, expected, together):
    for order in itertools.permutations(range(len(entities))):
        pairs = [make(f"Tekst {i}", origin=f"{i}", entities=[entities[i]], claims=()) for i in order]
        with write_transaction(engine) as connection:
            run_id = start_run(connection, kind="import")
            for batch in [pairs] if together else [[pair] for pair in pairs]:
                write_batch(connection, run_id, batch)
            names = connection.execute(text("SELECT entity_id, name FROM entity_names")).all()
            groups = [sorted(n.strip() for i, n in names if i == key) for key in {i for i, _ in names}]
            connection.rollback()
        assert sorted(groups) == expected


FN = {"wikidata_id": "Q1065", "listed_name": "De Forenede Nationer", "key": "organization:fn"}


@pytest.mark.parametrize(
    ("uses", "name", "names"),
    [
        ([()], "De Forenede Nationer", {"De Forenede Nationer": "lexicon"}),
        ([("FN",)], "FN", {"De Forenede Nationer": "lexicon", "FN": "text"}),
        ([("FN",), ()], "FN", {"De Forenede Nationer": "lexicon", "FN": "text"}),
        ([("FN",), ("De Forenede Nationer",)], "De Forenede Nationer",
         {"De Forenede Nationer": "text", "FN": "text"}),
        ([("FN",), ("De Forenede Nationers", "FN")], "De Forenede Nationers",
         {"De Forenede Nationer": "lexicon", "De Forenede Nationers": "text", "FN": "text"}),
    ],
)  # fmt: skip
def test_an_entity_is_shown_under_a_name_that_articles_use(engine, make, uses, name, names):
    entities = [Entity("organization", "?", used, **FN) for used in uses]
    for order in itertools.permutations(range(len(uses))):
        with write_transaction(engine) as connection:
            run_id = start_run(connection, kind="import")
            for i in order:
                pair = make(f"Tekst {i}", origin=f"{i}", entities=[entities[i]], claims=())
                write_batch(connection, run_id, [pair])
            shown = connection.execute(
                text("SELECT name, name_key, listed_name, wikidata_id FROM entities")
            ).one()
            stored = connection.execute(text("SELECT name, source FROM entity_names")).all()
            connection.rollback()
        assert tuple(shown) == (name, name.casefold(), "De Forenede Nationer", "Q1065")
        assert dict(map(tuple, stored)) == names

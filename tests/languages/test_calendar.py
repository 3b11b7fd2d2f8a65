from pathlib import Path

from corpus.languages.calendar import Stretch, read_calendar

CALENDAR = """
[words.weekday]
1 = "mandag"
[words.turn]
-1 = "sidste 'den sidste'"
[words.ordinal]
digits = '\\d+\\.'
1 = "første"
[words.unit]
week = "uge"
[macros]
daypart = "(?: aften)?"
[anchors]
tables = "weekday unit"
endings = "s"
words = "går"
[[frame]]
means = "weekday"
turn = 1
match = "på {weekday}"
examples = [{ text = "På mandag.", published = "2024-06-19", date = "På mandag", value = "2024-06-24" }]
[narrow]
start = "'starten af' primo"
[before]
about = "omkring"
since = "siden"
[[stretch]]
before = "fra"
between = "til 'frem til'"
[shared]
between = "og"
[tense]
future = "vil"
but = "have"
past = "var"
leading = "i"
past_endings = "ede"
present_endings = "r"
[saying]
lead = "på"
apart = "om"
occasions = "møde"
when = "da"
then = "dengang 'samme sted'"
"""


def test_a_calendar_is_read(tmp_path: Path) -> None:
    (tmp_path / "calendar.toml").write_text(CALENDAR, encoding="utf-8")
    calendar = read_calendar(tmp_path)
    assert calendar
    assert calendar.words == {
        "weekday": {"mandag": 1},
        "turn": {"sidste": -1, "den sidste": -1},
        "ordinal": {"første": 1},
        "unit": {"uge": "week"},
    }
    assert calendar.digits == {"ordinal": "\\d+\\."}
    assert calendar.anchors == {"mandag", "mandags", "uge", "uges", "går"}
    (frame,) = calendar.frames
    assert (frame.means, frame.match, frame.fixed) == ("weekday", "på {weekday}", {"turn": 1})
    assert frame.examples[0]["value"] == "2024-06-24"
    assert calendar.narrow == {"start": ("starten af", "primo")}
    assert (calendar.about, calendar.since, calendar.shared) == (("omkring",), ("siden",), ("og",))
    assert calendar.stretches == (Stretch(("fra",), ("til", "frem til")),)
    assert (calendar.tense.future, calendar.tense.past_endings) == ({"vil"}, ("ede",))
    assert (calendar.saying.then, calendar.saying.occasions) == (("dengang", "samme sted"), ("møde",))


def test_a_language_may_have_none(tmp_path: Path) -> None:
    assert read_calendar(tmp_path) is None

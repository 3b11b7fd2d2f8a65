"""What date words mean in an article of a given date: the tables, and what holds for any text."""

import datetime
import itertools
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from corpus.edtf import parse_period
from corpus.records import DateMention

Dates = Callable[..., list[DateMention]]

WEDNESDAY = "2024-06-19"
QUICK = settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)


def found(dates: Dates, text: str, published: str | None) -> list[tuple[str, str]]:
    return [(mention.text, mention.date.text) for mention in dates(text, published)]


@pytest.mark.parametrize("published", [None, WEDNESDAY, "2018-09", "2025"])
@pytest.mark.parametrize(
    ("text", "words", "value", "earliest", "latest"),
    [
        ("Den 3. maj 2019 lukkede broen.", "Den 3. maj 2019", "2019-05-03", "2019-05-03", "2019-05-03"),
        ("Fredag d. 3/5 2019 lukkede den.", "Fredag d. 3/5 2019", "2019-05-03", "2019-05-03", "2019-05-03"),
        ("Brevet er fra 3.5.2019.", "3.5.2019", "2019-05-03", "2019-05-03", "2019-05-03"),
        ("Brevet er fra 2019-05-03.", "2019-05-03", "2019-05-03", "2019-05-03", "2019-05-03"),
        ("Den 3.-5. maj 2019 er den lukket.", "Den 3.-5. maj 2019", "2019-05-03/2019-05-05",
         "2019-05-03", "2019-05-05"),
        ("Fra den 30. april til den 2. maj 2019.", "Fra den 30. april til den 2. maj 2019",
         "2019-04-30/2019-05-02", "2019-04-30", "2019-05-02"),
        ("Fra 30. december til 2. januar 2020.", "Fra 30. december til 2. januar 2020",
         "2019-12-30/2020-01-02", "2019-12-30", "2020-01-02"),
        ("I maj 2019 lukkede den.", "maj 2019", "2019-05", "2019-05-01", "2019-05-31"),
        ("Mellem maj og juli 2019.", "Mellem maj og juli 2019", "2019-05/2019-07",
         "2019-05-01", "2019-07-31"),
        ("I 2019 lukkede den.", "2019", "2019", "2019-01-01", "2019-12-31"),
        ("I 2000 lukkede den.", "2000", "2000", "2000-01-01", "2000-12-31"),
        ("Mellem 2014 og 2019 var den lukket.", "2014 og 2019", "2014/2019", "2014-01-01", "2019-12-31"),
        ("Den var lukket fra 1989 til 1993.", "1989 til 1993", "1989/1993", "1989-01-01", "1993-12-31"),
        ("I 2014-19 var den lukket.", "2014-19", "2014/2019", "2014-01-01", "2019-12-31"),
        ("I 1990'erne var den lukket.", "1990'erne", "199X", "1990-01-01", "1999-12-31"),
        ("I 00’erne var den lukket.", "00’erne", "200X", "2000-01-01", "2009-12-31"),
        ("I firserne var den lukket.", "firserne", "198X", "1980-01-01", "1989-12-31"),
        ("Den er fra 1800-tallet.", "1800-tallet", "18XX", "1800-01-01", "1899-12-31"),
        ("Sommeren 2018 var tør.", "Sommeren 2018", "2018-22", "2018-06-01", "2018-08-31"),
        ("Vinteren 2018 var kold.", "Vinteren 2018", "2018-24", "2017-12-01", "2019-02-28"),
        ("I vinteren 2018/19.", "vinteren 2018/19", "2018-12/2019-02", "2018-12-01", "2019-02-28"),
        ("Første kvartal 2021 var godt.", "Første kvartal 2021", "2021-33", "2021-01-01", "2021-03-31"),
        ("Andet halvår af 2021 var godt.", "Andet halvår af 2021", "2021-41", "2021-07-01", "2021-12-31"),
        ("I uge 42 2024 er der ferie.", "uge 42 2024", "2024-10-14/2024-10-20", "2024-10-14", "2024-10-20"),
        ("I påsken 2019 kom de hjem.", "påsken 2019", "2019-04-18/2019-04-22", "2019-04-18", "2019-04-22"),
        ("Juleaften 2019 sneede det.", "Juleaften 2019", "2019-12-24", "2019-12-24", "2019-12-24"),
        ("I begyndelsen af maj 2019.", "begyndelsen af maj 2019", "[2019-05-01..2019-05-16]",
         "2019-05-01", "2019-05-16"),
        ("Midt i 2017 lukkede den.", "Midt i 2017", "[2017-04..2017-09]", "2017-04-01", "2017-09-30"),
        ("I slutningen af 2020 lukkede den.", "slutningen af 2020", "[2020-07..2020-12]",
         "2020-07-01", "2020-12-31"),
        ("Sidst i 1970'erne.", "Sidst i 1970'erne", "[1975..1979]", "1975-01-01", "1979-12-31"),
        ("Den blev bygget omkring 1890.", "omkring 1890", "1890~", "1890-01-01", "1890-12-31"),
    ],
)  # fmt: skip
def test_what_needs_no_article(
    dates: Dates, *, published: str | None, text: str, words: str, value: str, earliest: str, latest: str
) -> None:
    (mention,) = dates(text, published)
    date = mention.date
    assert (mention.text, mention.kind, date.text) == (words, "absolute", value)
    assert (date.earliest, date.latest) == (earliest, latest)


# For each text: the words found, what they mean in an article of Wednesday 19 June 2024, and in one that is
# only known to be of September 2018, whose first day was a Saturday.
RELATIVE = [
    # Weekdays: the last one, today's among them, but for one that is said to lie ahead or behind.
    ("Byrådet stemte onsdag.", "onsdag", "2024-06-19", "[2018-08-29..2018-09-26]"),
    ("Byrådet stemte torsdag aften.", "torsdag aften", "2024-06-13", "[2018-08-30..2018-09-27]"),
    ("Byrådet skal stemme torsdag.", "torsdag", "2024-06-20", "[2018-09-06..2018-10-04]"),
    ("Byrådet vil mandag stemme.", "mandag", "2024-06-24", "[2018-09-03..2018-10-01]"),
    ("Byrådet skal have stemt mandag.", "mandag", "2024-06-17", "[2018-08-27..2018-09-24]"),
    ("Fredag gælder det en flad etape.", "Fredag", "2024-06-21", "[2018-09-07..2018-10-05]"),
    ("Fredag oplyste politiet, at han er død.", "Fredag", "2024-06-14", "[2018-08-31..2018-09-28]"),
    ("De stemte i onsdags.", "i onsdags", "2024-06-12", "[2018-08-29..2018-09-26]"),
    ("De stemmer på onsdag.", "på onsdag", "2024-06-26", "[2018-09-05..2018-10-03]"),
    ("De stemte sidste tirsdag.", "sidste tirsdag", "2024-06-18", "[2018-08-28..2018-09-25]"),
    ("De stemmer næste tirsdag.", "næste tirsdag", "2024-06-25", "[2018-09-04..2018-10-02]"),
    ("De stemte torsdag i sidste uge.", "torsdag i sidste uge", "2024-06-13", "[2018-08-23..2018-09-20]"),
    ("Efter mandagens møde gik de.", "mandagens", "2024-06-17", "[2018-08-27..2018-09-24]"),
    ("De mødtes fra mandag til onsdag.", "fra mandag til onsdag", "2024-06-17/2024-06-19",
     "[2018-08-27..2018-09-26]"),
    ("Det brændte natten til torsdag.", "natten til torsdag", "2024-06-13", "[2018-08-30..2018-09-27]"),
    ("Det brændte natten mellem lørdag og søndag.", "natten mellem lørdag og søndag", "2024-06-16",
     "[2018-08-26..2018-09-30]"),
    # Days.
    ("Det skete i går.", "i går", "2024-06-18", "[2018-08-31..2018-09-29]"),
    ("Det sker i dag.", "i dag", "2024-06-19", "2018-09"),
    ("Det sker i morgen tidlig.", "i morgen", "2024-06-20", "[2018-09-02..2018-10-01]"),
    ("Det skete i forgårs.", "i forgårs", "2024-06-17", "[2018-08-30..2018-09-28]"),
    ("Det skete i nat.", "i nat", "2024-06-19", "2018-09"),
    ("Det skete for tre dage siden.", "for tre dage siden", "2024-06-16", "[2018-08-29..2018-09-27]"),
    ("Det sker om fem dage.", "om fem dage", "2024-06-24", "[2018-09-06..2018-10-05]"),
    ("Den har været lukket siden i går.", "siden i går", "2024-06-18/2024-06-19", "[2018-08-31..2018-09-30]"),
    # Weeks, months and years.
    ("Det skete i sidste uge.", "sidste uge", "2024-06-10/2024-06-16", "[2018-08-20..2018-09-23]"),
    ("Det skete i forrige uge.", "forrige uge", "2024-06-10/2024-06-16", "[2018-08-20..2018-09-23]"),
    ("Det sker i næste uge.", "næste uge", "2024-06-24/2024-06-30", "[2018-09-03..2018-10-07]"),
    ("Det skete i weekenden.", "weekenden", "2024-06-15/2024-06-16", "2018-09"),
    ("Det skete i sidste måned.", "sidste måned", "2024-05", "2018-08"),
    ("Det sker i næste måned.", "næste måned", "2024-07", "2018-10"),
    ("Det skete sidste år.", "sidste år", "2023", "2017"),
    ("Det skete i fjor.", "i fjor", "2023", "2017"),
    ("Det sker til næste år.", "næste år", "2025", "2019"),
    ("Det sker i år.", "i år", "2024", "2018"),
    ("Det skete for to uger siden.", "for to uger siden", "2024-06-03/2024-06-09",
     "[2018-08-13..2018-09-16]"),
    ("Det skete for tre år siden.", "for tre år siden", "2021~", "2015~"),
    ("Det skete for tolv måneder siden.", "for tolv måneder siden", "2023-06~", "2017-09~"),
    ("De seneste tyve år er det sket.", "De seneste tyve år", "2004~/2024-06-19", "1998~/2018-09"),
    ("Siden 2014 har den været lukket.", "Siden 2014", "2014/2024-06-19", "2014/2018-09"),
    ("Siden begyndelsen af maj 2016.", "Siden begyndelsen af maj 2016", "2016-05-01/2024-06-19",
     "2016-05-01/2018-09"),
    ("Tidligere på ugen lukkede den.", "Tidligere på ugen", "2024-06-17/2024-06-23",
     "[2018-08-27..2018-09-30]"),
    # Days and months without a year: the nearest, or the one on the side that the tense tells.
    ("Den lukkede den 3. maj.", "den 3. maj", "2024-05-03", "2018-05-03"),
    ("Den åbner den 3. september.", "den 3. september", "2024-09-03", "2018-09-03"),
    ("Den skal åbne den 3. maj.", "den 3. maj", "2025-05-03", "2019-05-03"),
    ("Den lukkede i november.", "november", "2023-11", "2017-11"),
    ("Den vil åbne i november.", "november", "2024-11", "2018-11"),
    ("Den lukkede i maj sidste år.", "maj sidste år", "2023-05", "2017-05"),
    ("Den lukkede i foråret.", "foråret", "2024-21", "2018-21"),
    ("Den åbner til foråret.", "foråret", "2025-21", "2019-21"),
    ("Den lukkede sidste sommer.", "sidste sommer", "2023-22", "2018-22"),
    ("Den lukkede i andet kvartal i år.", "andet kvartal i år", "2024-34", "2018-34"),
    ("Han stopper til nytår.", "nytår", "2024-12-31/2025-01-01", "2018-12-31/2019-01-01"),
    ("De ses tirsdag den 18. juni.", "tirsdag den 18. juni", "2024-06-18", "2019-06-18"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "of_a_day", "of_a_month"), RELATIVE)
def test_what_counts_from_the_article(
    dates: Dates, text: str, words: str, of_a_day: str, of_a_month: str
) -> None:
    assert found(dates, text, WEDNESDAY) == [(words, of_a_day)]
    assert found(dates, text, "2018-09") == [(words, of_a_month)]
    assert {mention.kind for mention in dates(text, WEDNESDAY)} == {"relative"}


@pytest.mark.parametrize("text", [row[0] for row in RELATIVE if "Siden" not in row[0]])
def test_an_article_without_a_date_has_absolute_dates_only(dates: Dates, text: str) -> None:
    assert dates(text, None) == []


def test_since_a_year_is_that_year_where_nobody_knows_until_when(dates: Dates) -> None:
    assert found(dates, "Siden 2014 har den været lukket.", None) == [("2014", "2014")]


@pytest.mark.parametrize(
    ("text", "published", "result"),
    [
        # The day of an article that is known to the year.
        ("Den lukkede onsdag.", "2017", [("onsdag", "[2016-12-28..2017-12-27]")]),
        ("Den lukkede sidste år.", "2017", [("sidste år", "2016")]),
        ("Den lukkede i maj.", "2017", [("maj", "[2016-05..2017-05]")]),
        ("Den lukkede i går.", "2017~", [("i går", "[2016-12-31..2017-12-30]")]),
        # Two dates, of which one may give the other its year.
        ("I maj og juni 2019.", None, [("maj", "2019-05"), ("juni 2019", "2019-06")]),
        ("Den 3. og 17. maj 2019.", None, [("Den 3. og 17. maj 2019", "[2019-05-03,2019-05-17]")]),
        ("Den 3. maj og 5. juni 2019.", None, [("Den 3. maj", "2019-05-03"), ("5. juni 2019", "2019-06-05")]),
        ("I 2014 og 2015.", None, [("2014", "2014"), ("2015", "2015")]),
        # From the date before.
        ("Den 31. maj 2019 lukkede den. Dagen efter brød et rør.", None,
         [("Den 31. maj 2019", "2019-05-31"), ("Dagen efter", "2019-06-01")]),
        ("I 2014 lukkede den. Året efter åbnede den.", None, [("2014", "2014"), ("Året efter", "2015")]),
        ("Dagen efter lukkede den.", WEDNESDAY, []),
        ("I maj 2019 lukkede den. Dagen efter åbnede den.", None, [("maj 2019", "2019-05")]),
        ("Den 3. maj 2019 brast den, dagen efter, at han gik.", None, [("Den 3. maj 2019", "2019-05-03")]),
    ],
)  # fmt: skip
def test_other_articles_and_several_dates(
    dates: Dates, text: str, published: str | None, result: list[tuple[str, str]]
) -> None:
    assert found(dates, text, published) == result


@pytest.mark.parametrize(
    "text",
    [
        "Anden Verdenskrig, 2. division, 3. klasse og 2. halvleg.",
        "De var i 2000 meters højde og betalte 2000 kroner.",
        "Fra 1500 til 2000 mennesker kom, og 2.019 gik.",
        "Klokken 20.19 ringede han til 2019 2020.",
        "Butikken har åbent hver onsdag og om søndagen.",
        "I sidste ende var det sidste gang, og sidste dag var værst.",
        "Onsdage er stille.",
        "Maj Holm og August Krogh mødte Maja Juni.",
        "Så kom Maj.",
        "Der er majs på marken og 24/7 åbent.",
        "Den 31. februar 2020 og den 30. februar 2021.",
        "Han er 40 år, og det tager en uge.",
        "Jo, i 2019-valget.",
        "Den var 100 år gammel, 3/5 var væk.",
        "De sidste år har været hårde.",
        "Uge 53 2021 findes ikke.",
    ],
)
def test_what_is_no_date(dates: Dates, text: str) -> None:
    assert found(dates, text, WEDNESDAY) == []


def test_a_name_is_no_date(dates: Dates) -> None:
    text = "Han læser Onsdag, og onsdag 3. maj 2019 er han hjemme."
    (mention,) = dates(text, WEDNESDAY, names=[(10, 16)])
    assert mention.text == "onsdag 3. maj 2019"
    assert dates(text, WEDNESDAY, names=[(10, 16), (21, 40)]) == []


# What dates are made of, and what stands around them.
# fmt: off
WORDS = [
    "onsdag", "Torsdagens", "mandag", "i", "på", "fra", "til", "mellem", "og", "den", "d.", "3.", "31.",
    "29.", "3/5", "3.5.2019", "2019-02-30", "maj", "februar", "Maj", "sept.", "2019", "0000", "9999",
    "1500", "20", "uge", "53", "år", "dage", "for", "siden", "om", "et", "tre", "999", "omkring", "ca.",
    "halvt", "sidste", "næste", "de", "seneste", "natten", "nat", "går", "morgen", "sommer", "vinteren",
    "jul", "påsken", "1. juledag", "kvartal", "femte", "halvår", "90'erne", "1800-tallet", "begyndelsen",
    "slutningen", "af", "primo", "dagen", "efter", "senere", "samme dag", "vil", "skal", "var", "have",
    "hver", "-", "–", "(", ")", ",", ".", "/", "'", "İ", "\u00a0", "\n",
]
# fmt: on
TEXTS = st.one_of(
    st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join),
    st.lists(st.sampled_from(WORDS), max_size=25).map("".join),
    st.text(max_size=60),
)
PUBLISHED = st.one_of(
    st.none(),
    st.dates(datetime.date(1, 1, 1)).map(str),
    st.dates(datetime.date(1, 1, 1)).map(lambda day: str(day)[:7]),
    st.integers(1, 9999).map("{:04}".format),
)


@given(TEXTS, PUBLISHED)
@example("om 20 årtier", "9999-12-31")
@example("for 999 år siden i forgårs", "0001-01-01")
@example("i nat i overmorgen om 7 dage", "9999-12")
@QUICK
def test_any_text_has_dates_that_can_be_read(dates: Dates, text: str, published: str | None) -> None:
    mentions = dates(text, published)
    for mention in mentions:
        assert text[mention.start : mention.end] == mention.text
        assert parse_period(mention.date.text) == mention.date
        assert mention.date.earliest <= mention.date.latest
    assert all(first.end <= second.start for first, second in itertools.pairwise(mentions))


@given(TEXTS)
@QUICK
def test_what_is_absolute_is_so_for_any_article(dates: Dates, text: str) -> None:
    absolute = [mention for mention in dates(text, WEDNESDAY) if mention.kind == "absolute"]
    alone = {mention.start: mention for mention in dates(text, None)}
    assert all(alone[mention.start] == mention for mention in absolute)


COUNTED = [row[0] for row in RELATIVE[:36] if "September" not in row[0]]
DAYS = st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 1, 1))


@given(st.sampled_from([row[0] for row in RELATIVE[:16]]), DAYS, st.integers(-200, 200))
@QUICK
def test_weekdays_move_with_the_article_by_whole_weeks(
    dates: Dates, text: str, day: datetime.date, weeks: int
) -> None:
    shift = datetime.timedelta(weeks=weeks)
    (here,), (there,) = dates(text, str(day)), dates(text, str(day + shift))
    for end in ("earliest", "latest"):
        first, second = (datetime.date.fromisoformat(getattr(m.date, end)) for m in (here, there))
        assert second - first == shift


@given(st.sampled_from(COUNTED), DAYS)
@QUICK
def test_an_article_of_a_month_means_what_it_would_on_any_of_its_days(
    dates: Dates, text: str, day: datetime.date
) -> None:
    (on_day,), (in_month,), (in_year,) = (dates(text, str(day)[:length]) for length in (10, 7, 4))
    for wider in (in_month, in_year):
        assert wider.date.earliest <= on_day.date.earliest
        assert on_day.date.latest <= wider.date.latest

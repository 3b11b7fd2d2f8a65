/*
title = "What happened and was said when"
description = """
Everything that has a date, in the order of time: events, which are the words around each date that an article speaks
of, and claims, by when they were made where the words tell, or else by the date of their article. A date that tells
when something was said is no event. Dates are EDTF: `[a..b]` is a day, a week or a month between a and b, `a/b` the time
from a to b.
"""

[parameters.entity]
type = "name"
help = "only events in a paragraph that names this entity, and claims of it or about it, by any of its names"

[parameters.since]
type = "since"
help = "only what was then or later, as far as its date tells: 2023, 2023-09 or 2023-09-13"

[parameters.until]
type = "until"
help = "only what was then or earlier, as far as its date tells"

[parameters.kind]
type = "dated"
help = "only events, or only claims"

[[columns]]
name = "date"
heading = "Date"

[[columns]]
name = "words"
heading = "Words"

[[columns]]
name = "kind"
heading = "Kind"

[[columns]]
name = "speaker"
heading = "Speaker"

[[columns]]
name = "text"
heading = "Text"

[[columns]]
name = "origin"
heading = "Article"

[[columns]]
name = "paragraph"
heading = "Par."
*/
WITH event AS (
    SELECT
        d.value AS date, d.earliest, d.latest, d.text AS words, 'event' AS kind, CAST(NULL AS text) AS speaker,
        d.article_id, d.start_char, p.seq, p.text,
        -- Of a long paragraph, 200 characters around the date, from this one on.
        CAST(
            CASE
                WHEN length(p.text) > 240 AND d.start_char - p.start_char > 80 THEN d.start_char - p.start_char - 79
                ELSE 1
            END AS integer
        ) AS first
    FROM dates AS d JOIN paragraphs AS p ON p.id = d.paragraph_id
    WHERE NOT EXISTS (
        SELECT 1
        FROM claims AS c JOIN claim_parts AS t ON t.claim_id = c.id AND t.role = 'time'
        WHERE c.article_id = d.article_id AND t.start_char = d.start_char
    )
      AND (CAST(:entity_key AS text) IS NULL OR EXISTS (
        SELECT 1
        FROM mentions AS m JOIN entity_names AS n ON n.entity_id = m.entity_id
        WHERE m.paragraph_id = p.id AND n.name_key = :entity_key
    ))
),
claim AS (
    SELECT
        COALESCE(c.said, a.published) AS date, COALESCE(c.said_earliest, a.earliest) AS earliest,
        c.said_latest AS latest, t.text AS words, 'claim' AS kind, c.speaker,
        c.article_id, c.start_char, c.paragraph AS seq, c.text
    FROM attributed_claims AS c
    JOIN articles AS a ON a.id = c.article_id
    LEFT JOIN claim_parts AS t ON t.claim_id = c.claim_id AND t.role = 'time'
    WHERE COALESCE(c.said, a.published) IS NOT NULL
      AND (CAST(:entity_key AS text) IS NULL OR EXISTS (
        SELECT 1
        FROM claim_parts AS s JOIN entity_names AS n ON n.entity_id = s.entity_id
        WHERE s.claim_id = c.claim_id AND s.role = 'speaker' AND n.name_key = :entity_key
    ) OR EXISTS (
        SELECT 1
        FROM mentions AS m JOIN entity_names AS n ON n.entity_id = m.entity_id
        WHERE m.article_id = c.article_id AND n.name_key = :entity_key
          AND m.start_char >= c.start_char AND m.end_char <= c.end_char
    ))
),
thing AS (
    SELECT
        date, earliest, latest, words, kind, speaker, article_id, start_char, seq,
        CASE
            WHEN length(text) <= 240 THEN text
            ELSE CASE WHEN first > 1 THEN '…' ELSE '' END || substr(text, first, 200)
                || CASE WHEN length(text) >= first + 200 THEN '…' ELSE '' END
        END AS text
    FROM event
    UNION ALL
    SELECT date, earliest, latest, words, kind, speaker, article_id, start_char, seq, text
    FROM claim
)
SELECT t.date, t.words, t.kind, t.speaker, t.text, a.origin, t.seq AS paragraph
FROM thing AS t JOIN articles AS a ON a.id = t.article_id
WHERE a.is_current = 1
  AND (CAST(:kind AS text) IS NULL OR t.kind = :kind)
  AND (CAST(:since AS text) IS NULL OR t.latest >= :since)
  AND (CAST(:until AS text) IS NULL OR t.earliest <= :until)
ORDER BY t.earliest, t.latest, a.origin, t.seq, t.start_char, t.kind, t.text

/*
title = "One source on a matter over time"
description = """
What a speaker says, in the order of the articles' dates, each claim with its thread and what the speaker makes of
that. Change: how the stance differs from the speaker's last one in the same thread.
"""

[parameters.speaker]
type = "name"
required = true
help = "who speaks, by any of its names, or a described source in the words of the article"

[parameters.entity]
type = "name"
help = "only claims whose content mentions this entity, by any of its names"

[parameters.words]
type = "words"
help = "only claims that are about these words, in any form, or names that begin so; four count"

[parameters.since]
type = "since"
help = "only articles published then or later, as far as their dates tell: 2023, 2023-09 or 2023-09-13"

[parameters.until]
type = "until"
help = "only articles published then or earlier, as far as their dates tell"

[[columns]]
name = "published"
heading = "Published"

[[columns]]
name = "speaker"
heading = "Who"

[[columns]]
name = "thread"
heading = "Thread"

[[columns]]
name = "stance"
heading = "Stance"

[[columns]]
name = "change"
heading = "Change"

[[columns]]
name = "text"
heading = "Claim"

[[columns]]
name = "via"
heading = "Via"

[[columns]]
name = "origin"
heading = "Article"

[[columns]]
name = "paragraph"
heading = "Par."
*/
WITH asked AS (
    SELECT CAST(:words_1 AS text) AS word
    UNION ALL SELECT CAST(:words_2 AS text)
    UNION ALL SELECT CAST(:words_3 AS text)
    UNION ALL SELECT CAST(:words_4 AS text)
),
spoken AS (
    SELECT DISTINCT p.claim_id, COALESCE(CAST(p.entity_id AS text), p.name) AS source
    FROM claim_parts AS p LEFT JOIN entity_names AS n ON n.entity_id = p.entity_id
    WHERE p.role = 'speaker'
      AND (n.name_key = :speaker_key OR (p.entity_id IS NULL AND p.name = :speaker))
),
held AS (
    SELECT
        k.claim_id, s.stance, q.place,
        LAG(s.stance) OVER (PARTITION BY k.source, s.thread_id ORDER BY q.place, k.claim_id) AS before
    FROM spoken AS k
    JOIN claim_stances AS s ON s.claim_id = k.claim_id
    JOIN propositions AS q ON q.id = k.claim_id
)
SELECT
    c.published,
    c.speaker,
    c.thread_id AS thread,
    h.stance,
    CASE WHEN h.before <> h.stance THEN h.before || ' → ' || h.stance END AS change,
    c.text,
    c.via,
    c.origin,
    c.paragraph
FROM (SELECT DISTINCT claim_id FROM spoken) AS k
JOIN attributed_claims AS c ON c.claim_id = k.claim_id
JOIN articles AS a ON a.id = c.article_id
LEFT JOIN held AS h ON h.claim_id = c.claim_id
LEFT JOIN propositions AS q ON q.id = c.claim_id
WHERE (CAST(:since AS text) IS NULL OR a.latest >= :since)
  AND (CAST(:until AS text) IS NULL OR a.earliest <= :until)
  AND (CAST(:entity_key AS text) IS NULL OR EXISTS (
      SELECT 1
      FROM mentions AS m JOIN entity_names AS n ON n.entity_id = m.entity_id
      WHERE m.article_id = c.article_id AND n.name_key = :entity_key
        AND m.start_char >= c.start_char AND m.end_char <= c.end_char
  ))
  AND (CAST(:words_1 AS text) IS NULL OR (q.id IS NOT NULL AND NOT EXISTS (
      SELECT 1
      FROM asked
      WHERE replace(q.terms, '"' || word || '"', '') = q.terms
        AND replace(q.terms, '=' || word, '') = q.terms AND replace(q.terms, ' ' || word, '') = q.terms
  )))
ORDER BY a.earliest NULLS LAST, a.latest NULLS LAST, c.origin, c.paragraph, c.start_char, c.claim_id

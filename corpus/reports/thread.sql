/*
title = "How one claim changed over time"
description = """
The claims of a thread in the order of their articles' dates, with what each makes of the thread's proposition.
Version: claims of one version say the same in the same words; a new number is a new wording, a new figure or a
new detail. A claim that points back to another is of its version. Without a thread or words, all threads of at
least two claims.
"""

[parameters.thread]
type = "integer"
help = "only this thread, by its number"

[parameters.words]
type = "words"
help = "only threads in which a claim is about these words, in any form, or names that begin so; four count"

[parameters.entity]
type = "name"
help = "only threads in which a claim mentions this entity, by any of its names"

[parameters.since]
type = "since"
help = "only articles published then or later, as far as their dates tell: 2023, 2023-09 or 2023-09-13"

[parameters.until]
type = "until"
help = "only articles published then or earlier, as far as their dates tell"

[[columns]]
name = "thread"
heading = "Thread"

[[columns]]
name = "version"
heading = "Version"

[[columns]]
name = "published"
heading = "Published"

[[columns]]
name = "speaker"
heading = "Who"

[[columns]]
name = "via"
heading = "Via"

[[columns]]
name = "stance"
heading = "Stance"

[[columns]]
name = "text"
heading = "Claim"

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
telling AS (
    SELECT k.thread_id
    FROM propositions AS q JOIN claims AS k ON k.id = q.id
    WHERE CAST(:words_1 AS text) IS NOT NULL AND NOT EXISTS (
        SELECT 1
        FROM asked
        WHERE replace(q.terms, '"' || word || '"', '') = q.terms
          AND replace(q.terms, '=' || word, '') = q.terms AND replace(q.terms, ' ' || word, '') = q.terms
    )
),
naming AS (
    SELECT k.thread_id
    FROM entity_names AS n
    JOIN mentions AS m ON m.entity_id = n.entity_id
    JOIN claims AS k
        ON k.article_id = m.article_id AND m.start_char >= k.start_char AND m.end_char <= k.end_char
    WHERE n.name_key = :entity_key
),
chosen AS (
    SELECT t.id, t.key, COUNT(*) AS claims
    FROM threads AS t JOIN claims AS k ON k.thread_id = t.id
    WHERE (CAST(:thread AS bigint) IS NULL OR t.id = :thread)
      AND (CAST(:words_1 AS text) IS NULL OR t.id IN (SELECT thread_id FROM telling))
      AND (CAST(:entity_key AS text) IS NULL OR t.id IN (SELECT thread_id FROM naming))
    GROUP BY t.id, t.key
),
worded AS (
    SELECT
        t.id AS thread_id, t.key, t.claims, s.claim_id, s.stance, p.place,
        MIN(p.place) OVER (PARTITION BY s.thread_id, s.wording) AS first_place
    FROM chosen AS t
    JOIN claim_stances AS s ON s.thread_id = t.id
    JOIN propositions AS p ON p.id = s.claim_id
    WHERE t.claims > 1 OR CAST(:thread AS bigint) IS NOT NULL OR CAST(:words_1 AS text) IS NOT NULL
),
versions AS (
    SELECT worded.*, DENSE_RANK() OVER (PARTITION BY thread_id ORDER BY first_place) AS version
    FROM worded
)
SELECT
    v.thread_id AS thread, v.version, c.published, c.speaker, c.via, v.stance, c.text, c.origin, c.paragraph
FROM versions AS v
JOIN attributed_claims AS c ON c.claim_id = v.claim_id
JOIN articles AS a ON a.id = c.article_id
WHERE (CAST(:since AS text) IS NULL OR a.latest >= :since)
  AND (CAST(:until AS text) IS NULL OR a.earliest <= :until)
ORDER BY v.claims DESC, v.key, v.place, c.claim_id

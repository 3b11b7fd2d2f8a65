/*
title = "What is disputed"
description = """
Threads of claims that somebody affirms and somebody denies, those with most claims first. A row is one source on
one side, in the order in which they came in. What denies a denial affirms; claims that only pass on another's are
left out.
"""

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
name = "title"
heading = "What"

[[columns]]
name = "stance"
heading = "Stance"

[[columns]]
name = "speaker"
heading = "Who"

[[columns]]
name = "claims"
heading = "Claims"

[[columns]]
name = "articles"
heading = "Articles"

[[columns]]
name = "first"
heading = "First"

[[columns]]
name = "last"
heading = "Last"
*/
WITH naming AS (
    SELECT k.thread_id
    FROM entity_names AS n
    JOIN mentions AS m ON m.entity_id = n.entity_id
    JOIN claims AS k
        ON k.article_id = m.article_id AND m.start_char >= k.start_char AND m.end_char <= k.end_char
    WHERE n.name_key = :entity_key
),
disputed AS (
    SELECT s.thread_id, COUNT(*) AS claims
    FROM claim_stances AS s JOIN articles AS a ON a.id = s.article_id
    WHERE s.stance IN ('affirmed', 'denied')
      AND (CAST(:since AS text) IS NULL OR a.latest >= :since)
      AND (CAST(:until AS text) IS NULL OR a.earliest <= :until)
    GROUP BY s.thread_id
    HAVING MIN(s.stance) <> MAX(s.stance)
)
SELECT
    d.thread_id AS thread,
    t.title,
    s.stance,
    c.speaker,
    COUNT(*) AS claims,
    COUNT(DISTINCT c.article_id) AS articles,
    MIN(c.published) AS first,
    MAX(c.published) AS last
FROM disputed AS d
JOIN threads AS t ON t.id = d.thread_id
JOIN claim_stances AS s ON s.thread_id = d.thread_id AND s.stance IN ('affirmed', 'denied')
JOIN attributed_claims AS c ON c.claim_id = s.claim_id
JOIN articles AS a ON a.id = c.article_id
WHERE (CAST(:since AS text) IS NULL OR a.latest >= :since)
  AND (CAST(:until AS text) IS NULL OR a.earliest <= :until)
  AND (CAST(:entity_key AS text) IS NULL OR d.thread_id IN (SELECT thread_id FROM naming))
GROUP BY d.thread_id, d.claims, t.key, t.title, s.stance, c.speaker
ORDER BY
    d.claims DESC, t.key, MIN(a.earliest) NULLS LAST, MIN(a.latest) NULLS LAST, s.stance, c.speaker NULLS LAST

/*
title = "On how many independent sources a claim rests"
description = """
For each thread the first sources of its claims, those that affirm, deny or leave it open apart: who is named,
however many articles, agencies and outlets carry it. Where nobody is named it is the medium nearest to the source,
else the agency that the article credits, else the outlet, else the article; reprints of the same words are one.
Origins: how many there are on this side.
"""

[parameters.thread]
type = "integer"
help = "only this thread, by its number"

[parameters.entity]
type = "name"
help = "only threads in which a claim mentions this entity, by any of its names"

[parameters.since]
type = "since"
help = "only articles published then or later, as far as their dates tell: 2023, 2023-09 or 2023-09-13"

[parameters.until]
type = "until"
help = "only articles published then or earlier, as far as their dates tell"

[parameters.least]
type = "integer"
default = 2
help = "only threads of at least so many claims"

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
name = "origins"
heading = "Origins"

[[columns]]
name = "origin"
heading = "First source"

[[columns]]
name = "kind"
heading = "Known as"

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
WITH resting AS (
    SELECT
        o.thread_id, COALESCE(p.stance, s.stance) AS stance, o.claim_id, o.article_id, o.kind, o.key, o.origin,
        a.published, a.earliest
    FROM thread_origins AS o
    JOIN claim_stances AS s ON s.claim_id = o.claim_id
    LEFT JOIN claim_stances AS p ON p.claim_id = s.answers_id AND s.stance = 'passed on'
    JOIN articles AS a ON a.id = o.article_id
    WHERE (CAST(:thread AS bigint) IS NULL OR o.thread_id = :thread)
      AND (CAST(:since AS text) IS NULL OR a.latest >= :since)
      AND (CAST(:until AS text) IS NULL OR a.earliest <= :until)
),
sizes AS (
    SELECT thread_id, COUNT(DISTINCT claim_id) AS claims
    FROM resting
    GROUP BY thread_id
    HAVING COUNT(DISTINCT claim_id) >= :least
),
sides AS (
    SELECT thread_id, stance, COUNT(DISTINCT key) AS origins FROM resting GROUP BY thread_id, stance
)
SELECT
    r.thread_id AS thread,
    t.title,
    r.stance,
    d.origins,
    MIN(r.origin) AS origin,
    MIN(r.kind) AS kind,
    COUNT(DISTINCT r.claim_id) AS claims,
    COUNT(DISTINCT r.article_id) AS articles,
    MIN(r.published) AS first,
    MAX(r.published) AS last
FROM sizes AS z
JOIN resting AS r ON r.thread_id = z.thread_id
JOIN sides AS d ON d.thread_id = r.thread_id AND d.stance = r.stance
JOIN threads AS t ON t.id = r.thread_id
WHERE (CAST(:entity_key AS text) IS NULL OR EXISTS (
    SELECT 1
    FROM claims AS k
    JOIN mentions AS m ON m.article_id = k.article_id AND m.start_char >= k.start_char AND m.end_char <= k.end_char
    JOIN entity_names AS n ON n.entity_id = m.entity_id
    WHERE k.thread_id = z.thread_id AND n.name_key = :entity_key
))
GROUP BY r.thread_id, r.stance, d.origins, z.claims, t.key, t.title, r.key
ORDER BY z.claims DESC, t.key, r.stance, claims DESC, MIN(r.earliest) NULLS LAST, origin, r.key

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
WITH naming AS (
    SELECT k.thread_id
    FROM entity_names AS n
    JOIN mentions AS m ON m.entity_id = n.entity_id
    JOIN claims AS k
        ON k.article_id = m.article_id AND m.start_char >= k.start_char AND m.end_char <= k.end_char
    WHERE n.name_key = :entity_key
),
large AS (
    SELECT s.thread_id, COUNT(*) AS claims
    FROM claim_stances AS s JOIN articles AS a ON a.id = s.article_id
    WHERE (CAST(:thread AS bigint) IS NULL OR s.thread_id = :thread)
      AND (CAST(:entity_key AS text) IS NULL OR s.thread_id IN (SELECT thread_id FROM naming))
      AND (CAST(:since AS text) IS NULL OR a.latest >= :since)
      AND (CAST(:until AS text) IS NULL OR a.earliest <= :until)
    GROUP BY s.thread_id
    HAVING COUNT(*) >= :least
),
resting AS (
    SELECT
        o.thread_id, z.claims AS size, COALESCE(p.stance, s.stance) AS stance, o.claim_id, o.article_id, o.kind,
        o.key, o.origin, a.published, a.earliest
    FROM large AS z
    JOIN thread_origins AS o ON o.thread_id = z.thread_id
    JOIN claim_stances AS s ON s.claim_id = o.claim_id
    LEFT JOIN claim_stances AS p ON p.claim_id = s.answers_id AND s.stance = 'passed on'
    JOIN articles AS a ON a.id = o.article_id
    WHERE (CAST(:since AS text) IS NULL OR a.latest >= :since)
      AND (CAST(:until AS text) IS NULL OR a.earliest <= :until)
),
counted AS (
    SELECT
        thread_id, size, stance, key,
        MIN(origin) AS origin,
        MIN(kind) AS kind,
        COUNT(DISTINCT claim_id) AS claims,
        COUNT(DISTINCT article_id) AS articles,
        MIN(published) AS first,
        MAX(published) AS last,
        MIN(earliest) AS earliest
    FROM resting
    GROUP BY thread_id, size, stance, key
)
SELECT
    c.thread_id AS thread,
    t.title,
    c.stance,
    COUNT(*) OVER (PARTITION BY c.thread_id, c.stance) AS origins,
    c.origin,
    c.kind,
    c.claims,
    c.articles,
    c.first,
    c.last
FROM counted AS c JOIN threads AS t ON t.id = c.thread_id
ORDER BY c.size DESC, t.key, c.stance, c.claims DESC, c.earliest NULLS LAST, c.origin, c.key

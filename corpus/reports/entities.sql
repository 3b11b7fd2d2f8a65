/*
title = "Who and what is named"
description = """
People, organizations, places and what else the articles name, the most widely named first. Claims are those that the entity makes; First and
Last are the dates of the articles.
"""

[parameters.kind]
type = "kind"
help = "only entities of this kind"

[parameters.since]
type = "since"
help = "only articles published then or later, as far as their dates tell: 2023, 2023-09 or 2023-09-13"

[parameters.until]
type = "until"
help = "only articles published then or earlier, as far as their dates tell"

[parameters.limit]
type = "integer"
default = 50
help = "at most so many rows; 0 for all"

[[columns]]
name = "entity"
heading = "Entity"

[[columns]]
name = "kind"
heading = "Kind"

[[columns]]
name = "articles"
heading = "Articles"

[[columns]]
name = "mentions"
heading = "Mentions"

[[columns]]
name = "claims"
heading = "Claims"

[[columns]]
name = "first"
heading = "First"

[[columns]]
name = "last"
heading = "Last"
*/
WITH chosen AS (
    SELECT id, published
    FROM articles
    WHERE is_current = 1
      AND (CAST(:since AS text) IS NULL OR latest >= :since)
      AND (CAST(:until AS text) IS NULL OR earliest <= :until)
),
named AS (
    SELECT
        m.entity_id,
        COUNT(DISTINCT m.article_id) AS articles,
        COUNT(*) AS mentions,
        MIN(a.published) AS first,
        MAX(a.published) AS last
    FROM mentions AS m JOIN chosen AS a ON a.id = m.article_id
    WHERE m.entity_id IS NOT NULL
    GROUP BY m.entity_id
),
said AS (
    SELECT p.entity_id, COUNT(DISTINCT p.claim_id) AS claims
    FROM claim_parts AS p
    JOIN claims AS c ON c.id = p.claim_id
    JOIN chosen AS a ON a.id = c.article_id
    WHERE p.role = 'speaker' AND p.entity_id IS NOT NULL
    GROUP BY p.entity_id
)
SELECT e.name AS entity, e.kind, n.articles, n.mentions, COALESCE(s.claims, 0) AS claims, n.first, n.last
FROM named AS n
JOIN entities AS e ON e.id = n.entity_id
LEFT JOIN said AS s ON s.entity_id = n.entity_id
WHERE (CAST(:kind AS text) IS NULL OR e.kind = :kind)
ORDER BY n.articles DESC, n.mentions DESC, e.name, e.id
LIMIT COALESCE(NULLIF(CAST(:limit AS bigint), 0), 9223372036854775807)

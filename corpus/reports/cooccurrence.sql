/*
title = "Who is named together with whom"
description = """
Pairs of entities that are named in one article, in its headings and body: in how many articles, and in how many
paragraphs. Each pair stands once; with --entity, that entity is the first of it.
"""

[parameters.entity]
type = "name"
help = "only pairs with this entity, by any of its names"

[parameters.kind]
type = "kind"
help = "only pairs whose second is of this kind, or without --entity both"

[parameters.minimum]
type = "integer"
default = 2
help = "only pairs with at least so many articles in common"

[parameters.limit]
type = "integer"
default = 50
help = "at most so many rows; 0 for all"

[[columns]]
name = "entity"
heading = "Entity"

[[columns]]
name = "other"
heading = "Named with"

[[columns]]
name = "articles"
heading = "Articles"

[[columns]]
name = "paragraphs"
heading = "Paragraphs"

[[columns]]
name = "first"
heading = "First"

[[columns]]
name = "last"
heading = "Last"
*/
WITH named AS (
    SELECT DISTINCT m.entity_id, m.article_id, m.paragraph_id, e.kind, a.published
    FROM mentions AS m
    JOIN entities AS e ON e.id = m.entity_id
    JOIN paragraphs AS p ON p.id = m.paragraph_id
    JOIN articles AS a ON a.id = m.article_id
    WHERE a.is_current = 1 AND p.kind IN ('heading', 'body')
),
asked AS (
    SELECT entity_id FROM entity_names WHERE name_key = :entity_key
),
pairs AS (
    SELECT
        x.entity_id AS entity_id,
        y.entity_id AS other_id,
        COUNT(DISTINCT x.article_id) AS articles,
        COUNT(DISTINCT CASE WHEN x.paragraph_id = y.paragraph_id THEN x.paragraph_id END) AS paragraphs,
        MIN(x.published) AS first,
        MAX(x.published) AS last
    FROM named AS x JOIN named AS y ON y.article_id = x.article_id
    WHERE (CAST(:kind AS text) IS NULL OR y.kind = :kind)
      AND (
          (CAST(:entity_key AS text) IS NULL AND x.entity_id < y.entity_id
              AND (CAST(:kind AS text) IS NULL OR x.kind = :kind))
          OR (x.entity_id IN (SELECT entity_id FROM asked) AND x.entity_id <> y.entity_id)
      )
    GROUP BY x.entity_id, y.entity_id
)
SELECT e.name AS entity, o.name AS other, p.articles, p.paragraphs, p.first, p.last
FROM pairs AS p
JOIN entities AS e ON e.id = p.entity_id
JOIN entities AS o ON o.id = p.other_id
WHERE p.articles >= CAST(:minimum AS bigint)
ORDER BY p.articles DESC, p.paragraphs DESC, e.name, o.name, e.id, o.id
LIMIT COALESCE(NULLIF(CAST(:limit AS bigint), 0), 9223372036854775807)

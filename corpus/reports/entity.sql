/*
title = "The dossier of one entity"
description = """
Its names, how often it is named, what it says, denies, leaves open and passes on,
what others say about it, and the ten it is most often named with in one paragraph. Where several entities share
the name, all of them.
"""

[parameters.entity]
type = "name"
required = true
help = "the entity, by any of its names"

[[columns]]
name = "entity"
heading = "Entity"

[[columns]]
name = "section"
heading = "Section"

[[columns]]
name = "published"
heading = "Published"

[[columns]]
name = "speaker"
heading = "Who"

[[columns]]
name = "text"
heading = "What"

[[columns]]
name = "origin"
heading = "Article"

[[columns]]
name = "paragraph"
heading = "Par."

[[columns]]
name = "count"
heading = "Count"
*/
WITH asked AS (
    SELECT id, kind, name
    FROM entities
    WHERE id IN (SELECT entity_id FROM entity_names WHERE name_key = :entity_key)
),
seen AS (
    SELECT m.entity_id, m.article_id, m.paragraph_id, m.start_char, m.end_char, m.text, a.published
    FROM mentions AS m
    JOIN asked ON asked.id = m.entity_id
    JOIN articles AS a ON a.id = m.article_id
    WHERE a.is_current = 1
),
said AS (
    SELECT DISTINCT p.entity_id, p.claim_id
    FROM claim_parts AS p JOIN asked ON asked.id = p.entity_id
    WHERE p.role = 'speaker'
),
told_of AS (
    SELECT DISTINCT s.entity_id, c.id AS claim_id
    FROM seen AS s
    JOIN claims AS c ON c.article_id = s.article_id AND s.start_char >= c.start_char AND s.end_char <= c.end_char
    WHERE NOT EXISTS (SELECT 1 FROM said WHERE said.entity_id = s.entity_id AND said.claim_id = c.id)
),
company AS (
    SELECT s.entity_id, m.entity_id AS other_id, COUNT(DISTINCT s.paragraph_id) AS paragraphs
    FROM seen AS s
    JOIN mentions AS m ON m.paragraph_id = s.paragraph_id
    JOIN paragraphs AS p ON p.id = s.paragraph_id
    WHERE m.entity_id <> s.entity_id AND p.kind IN ('heading', 'body')
    GROUP BY s.entity_id, m.entity_id
),
nearest AS (
    SELECT
        c.entity_id, e.name, c.paragraphs,
        ROW_NUMBER() OVER (PARTITION BY c.entity_id ORDER BY c.paragraphs DESC, e.name, e.id) AS place
    FROM company AS c JOIN entities AS e ON e.id = c.other_id
),
dossier AS (
    SELECT
        id AS entity_id, 1 AS place, 'kind' AS section, CAST(NULL AS text) AS published,
        CAST(NULL AS text) AS speaker, kind AS text, CAST(NULL AS text) AS origin,
        CAST(NULL AS bigint) AS paragraph, CAST(NULL AS bigint) AS count, CAST(0 AS bigint) AS start_char,
        CAST(0 AS bigint) AS tie
    FROM asked
    UNION ALL
    SELECT s.entity_id, 2, 'named as', NULL, NULL, s.text, NULL, NULL, COUNT(*), -COUNT(*), 0
    FROM seen AS s
    GROUP BY s.entity_id, s.text
    UNION ALL
    SELECT entity_id, 3, 'first named', MIN(published), NULL, NULL, NULL, NULL, NULL, 0, 0
    FROM seen
    GROUP BY entity_id
    HAVING MIN(published) IS NOT NULL
    UNION ALL
    SELECT entity_id, 4, 'last named', MAX(published), NULL, NULL, NULL, NULL, NULL, 0, 0
    FROM seen
    GROUP BY entity_id
    HAVING MAX(published) IS NOT NULL
    UNION ALL
    SELECT entity_id, 5, 'articles', NULL, NULL, NULL, NULL, NULL, COUNT(DISTINCT article_id), 0, 0
    FROM seen
    GROUP BY entity_id
    UNION ALL
    SELECT
        said.entity_id, 6,
        CASE c.polarity WHEN 'denied' THEN 'denies' WHEN 'uncommitted' THEN 'leaves open' ELSE 'says' END,
        c.published, c.speaker, c.text, c.origin, c.paragraph, NULL, c.start_char, c.claim_id
    FROM said JOIN attributed_claims AS c ON c.claim_id = said.claim_id
    UNION ALL
    SELECT
        p.entity_id, 7, 'passes on', c.published, c.speaker, c.text, c.origin, c.paragraph, NULL, c.start_char,
        c.claim_id
    FROM claim_parts AS p
    JOIN asked ON asked.id = p.entity_id
    JOIN attributed_claims AS c ON c.claim_id = p.claim_id
    WHERE p.role = 'via'
    UNION ALL
    SELECT
        t.entity_id, 8, 'others say', c.published, c.speaker, c.text, c.origin, c.paragraph, NULL,
        c.start_char, c.claim_id
    FROM told_of AS t JOIN attributed_claims AS c ON c.claim_id = t.claim_id
    UNION ALL
    SELECT entity_id, 9, 'named with', NULL, NULL, name, NULL, NULL, paragraphs, place, 0
    FROM nearest
    WHERE place <= 10
)
SELECT e.name AS entity, d.section, d.published, d.speaker, d.text, d.origin, d.paragraph, d.count
FROM dossier AS d JOIN entities AS e ON e.id = d.entity_id
ORDER BY
    e.name, e.id, d.place, d.published NULLS LAST, d.origin NULLS FIRST, d.paragraph NULLS FIRST, d.start_char,
    d.tie, d.text NULLS FIRST

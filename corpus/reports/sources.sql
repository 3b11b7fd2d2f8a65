/*
title = "On which agencies and outlets claims rest"
description = """
What the claims go back to. Passed on: the medium nearest the speaker, with the chain from it to
the article. Speaks: the medium is the speaker itself. Credited: an agency of the article's credit line, for
the claims in it that name no medium; an article may credit several.
"""

[parameters.source]
type = "name"
help = "only this agency or outlet, by any of its names"

[parameters.since]
type = "since"
help = "only articles published then or later, as far as their dates tell: 2023, 2023-09 or 2023-09-13"

[parameters.until]
type = "until"
help = "only articles published then or earlier, as far as their dates tell"

[[columns]]
name = "source"
heading = "Source"

[[columns]]
name = "role"
heading = "Role"

[[columns]]
name = "chain"
heading = "Chain"

[[columns]]
name = "claims"
heading = "Claims"

[[columns]]
name = "denied"
heading = "Denied"

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
WITH chosen AS (
    SELECT c.claim_id, c.article_id, c.via, c.polarity, a.published
    FROM attributed_claims AS c JOIN articles AS a ON a.id = c.article_id
    WHERE (CAST(:since AS text) IS NULL OR a.latest >= :since)
      AND (CAST(:until AS text) IS NULL OR a.earliest <= :until)
),
media AS (
    SELECT DISTINCT entity_id FROM claim_parts WHERE role = 'via' AND entity_id IS NOT NULL
),
credited AS (
    SELECT DISTINCT m.article_id, m.entity_id
    FROM mentions AS m JOIN paragraphs AS p ON p.id = m.paragraph_id
    WHERE p.kind = 'credit' AND m.kind = 'organization' AND m.entity_id IS NOT NULL
),
resting AS (
    SELECT
        p.entity_id, COALESCE(e.name, p.name, p.text) AS source, 'passed on' AS role,
        replace(c.via, '; ', ' → ') AS chain, c.claim_id, c.article_id, c.polarity, c.published
    FROM chosen AS c
    JOIN claim_parts AS p ON p.claim_id = c.claim_id AND p.role = 'via' AND p.seq = 1
    LEFT JOIN entities AS e ON e.id = p.entity_id
    UNION ALL
    SELECT p.entity_id, e.name, 'speaks', NULL, c.claim_id, c.article_id, c.polarity, c.published
    FROM chosen AS c
    JOIN claim_parts AS p ON p.claim_id = c.claim_id AND p.role = 'speaker'
    JOIN entities AS e ON e.id = p.entity_id
    WHERE c.via IS NULL AND p.entity_id IN (SELECT entity_id FROM media)
    UNION ALL
    SELECT k.entity_id, e.name, 'credited', NULL, c.claim_id, c.article_id, c.polarity, c.published
    FROM chosen AS c
    JOIN credited AS k ON k.article_id = c.article_id
    JOIN entities AS e ON e.id = k.entity_id
    WHERE c.via IS NULL AND NOT EXISTS (
        SELECT 1
        FROM claim_parts AS p JOIN media ON media.entity_id = p.entity_id
        WHERE p.claim_id = c.claim_id AND p.role = 'speaker'
    )
),
counted AS (
    SELECT
        entity_id, source, role, chain,
        COUNT(DISTINCT claim_id) AS claims,
        COUNT(DISTINCT CASE WHEN polarity = 'denied' THEN claim_id END) AS denied,
        COUNT(DISTINCT article_id) AS articles,
        MIN(published) AS first,
        MAX(published) AS last
    FROM resting
    GROUP BY entity_id, source, role, chain
)
SELECT source, role, chain, claims, denied, articles, first, last
FROM counted
WHERE CAST(:source_key AS text) IS NULL
   OR entity_id IN (SELECT entity_id FROM entity_names WHERE name_key = :source_key)
   OR (entity_id IS NULL AND source = :source)
ORDER BY
    SUM(claims) OVER (PARTITION BY entity_id, source) DESC, source, entity_id NULLS LAST, claims DESC, role DESC,
    chain NULLS FIRST

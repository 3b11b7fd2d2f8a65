/*
title = "What the archive holds"
description = "The archive in figures. Of an article that changed, only the current version counts."

[[columns]]
name = "figure"
heading = "Figure"

[[columns]]
name = "value"
heading = "Value"
*/
WITH current_articles AS (
    SELECT id, published, outlet FROM articles WHERE is_current = 1
),
speakers AS (
    SELECT claim_id FROM claim_parts WHERE role = 'speaker' GROUP BY claim_id
),
figures AS (
    SELECT 1 AS place, 'articles' AS figure, CAST(COUNT(*) AS text) AS value FROM current_articles
    UNION ALL
    SELECT 2, 'articles without a date', CAST(COUNT(*) AS text) FROM current_articles WHERE published IS NULL
    UNION ALL
    SELECT 3, 'first published', MIN(published) FROM current_articles
    UNION ALL
    SELECT 4, 'last published', MAX(published) FROM current_articles
    UNION ALL
    SELECT 5, 'outlets', CAST(COUNT(DISTINCT outlet) AS text) FROM current_articles
    UNION ALL
    SELECT 6, 'paragraphs', CAST(COUNT(*) AS text)
    FROM paragraphs AS p JOIN current_articles AS a ON a.id = p.article_id
    UNION ALL
    SELECT 7, 'people named', CAST(COUNT(DISTINCT entity_id) AS text)
    FROM entity_mentions WHERE kind = 'person'
    UNION ALL
    SELECT 8, 'organizations named', CAST(COUNT(DISTINCT entity_id) AS text)
    FROM entity_mentions WHERE kind = 'organization'
    UNION ALL
    SELECT 9, 'places named', CAST(COUNT(DISTINCT entity_id) AS text)
    FROM entity_mentions WHERE kind = 'place'
    UNION ALL
    SELECT 10, 'mentions', CAST(COUNT(*) AS text) FROM entity_mentions
    UNION ALL
    SELECT 11, 'claims', CAST(COUNT(*) AS text) FROM attributed_claims
    UNION ALL
    SELECT 12, 'claims with a speaker', CAST(COUNT(*) AS text)
    FROM attributed_claims AS c JOIN speakers AS s ON s.claim_id = c.claim_id
    UNION ALL
    SELECT 13, 'claims told through somebody else', CAST(COUNT(*) AS text)
    FROM attributed_claims WHERE via IS NOT NULL
    UNION ALL
    SELECT 14, 'denials', CAST(COUNT(*) AS text) FROM attributed_claims WHERE polarity = 'denied'
)
SELECT figure, COALESCE(value, '') AS value
FROM figures
ORDER BY place

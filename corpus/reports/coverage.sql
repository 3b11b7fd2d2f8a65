/*
title = "How much was written, month by month"
description = """
Articles by month, with their claims and denials. An article that is dated by its
year only counts for the year; the row without a month holds the articles without a date. Months without
articles have no row.
"""

[parameters.entity]
type = "name"
help = "only articles that mention this entity, by any of its names"

[[columns]]
name = "month"
heading = "Month"

[[columns]]
name = "articles"
heading = "Articles"

[[columns]]
name = "outlets"
heading = "Outlets"

[[columns]]
name = "claims"
heading = "Claims"

[[columns]]
name = "denied"
heading = "Denied"

[[columns]]
name = "percent_denied"
heading = "% denied"
*/
WITH chosen AS (
    SELECT a.id, a.outlet, COALESCE(a.month, substr(a.published, 1, 4)) AS month
    FROM articles AS a
    WHERE a.is_current = 1
      AND (CAST(:entity_key AS text) IS NULL OR EXISTS (
          SELECT 1
          FROM mentions AS m JOIN entity_names AS n ON n.entity_id = m.entity_id
          WHERE m.article_id = a.id AND n.name_key = :entity_key
      ))
)
SELECT
    a.month,
    COUNT(DISTINCT a.id) AS articles,
    COUNT(DISTINCT a.outlet) AS outlets,
    COUNT(c.id) AS claims,
    COUNT(CASE WHEN c.polarity = 'denied' THEN 1 END) AS denied,
    CAST(ROUND(100.0 * COUNT(CASE WHEN c.polarity = 'denied' THEN 1 END) / NULLIF(COUNT(c.id), 0)) AS integer)
        AS percent_denied
FROM chosen AS a LEFT JOIN claims AS c ON c.article_id = a.id
GROUP BY a.month
ORDER BY a.month NULLS LAST

/*
title = "The articles in the order of time"
description = """
The articles in the order of their dates, each by its title or opening words, with the claims in it. Articles
without a date come last.
"""

[parameters.entity]
type = "name"
help = "only articles that mention this entity, by any of its names"

[parameters.since]
type = "since"
help = "only articles published then or later, as far as their dates tell: 2023, 2023-09 or 2023-09-13"

[parameters.until]
type = "until"
help = "only articles published then or earlier, as far as their dates tell"

[[columns]]
name = "published"
heading = "Published"

[[columns]]
name = "origin"
heading = "Article"

[[columns]]
name = "outlet"
heading = "Outlet"

[[columns]]
name = "opening"
heading = "Opening"

[[columns]]
name = "claims"
heading = "Claims"

[[columns]]
name = "denied"
heading = "Denied"
*/
WITH opening AS (
    SELECT article_id, MIN(seq) AS seq
    FROM paragraphs
    WHERE kind IN ('heading', 'body')
    GROUP BY article_id
),
claimed AS (
    SELECT article_id, COUNT(*) AS claims, COUNT(CASE WHEN polarity = 'denied' THEN 1 END) AS denied
    FROM claims
    GROUP BY article_id
)
SELECT
    a.published,
    a.origin,
    a.outlet,
    COALESCE(
        a.title,
        CASE WHEN length(p.text) > 90 THEN substr(p.text, 1, 89) || '…' ELSE p.text END
    ) AS opening,
    COALESCE(c.claims, 0) AS claims,
    COALESCE(c.denied, 0) AS denied
FROM articles AS a
LEFT JOIN opening AS o ON o.article_id = a.id
LEFT JOIN paragraphs AS p ON p.article_id = a.id AND p.seq = o.seq
LEFT JOIN claimed AS c ON c.article_id = a.id
WHERE a.is_current = 1
  AND (CAST(:since AS text) IS NULL OR a.latest >= :since)
  AND (CAST(:until AS text) IS NULL OR a.earliest <= :until)
  AND (CAST(:entity_key AS text) IS NULL OR EXISTS (
      SELECT 1
      FROM mentions AS m JOIN entity_names AS n ON n.entity_id = m.entity_id
      WHERE m.article_id = a.id AND n.name_key = :entity_key
  ))
ORDER BY a.earliest NULLS LAST, a.latest NULLS LAST, a.origin, a.id

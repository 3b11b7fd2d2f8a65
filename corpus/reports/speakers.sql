/*
title = "Who makes claims"
description = """
To whom the articles attribute claims, the busiest first. Kind is empty for a source that is described and not
named; a row without a speaker counts the claims that name nobody. A claim of two speakers counts for both.
Through: how many of the claims somebody else passes on.
"""

[parameters.kind]
type = "kind"
help = "only speakers of this kind"

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
name = "speaker"
heading = "Speaker"

[[columns]]
name = "kind"
heading = "Kind"

[[columns]]
name = "claims"
heading = "Claims"

[[columns]]
name = "affirmed"
heading = "Affirmed"

[[columns]]
name = "denied"
heading = "Denied"

[[columns]]
name = "through"
heading = "Through"

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
WITH said AS (
    SELECT
        p.entity_id, COALESCE(e.name, p.name, p.text) AS speaker, e.kind, c.id AS claim_id, c.article_id,
        c.polarity, a.published,
        CASE WHEN EXISTS (SELECT 1 FROM claim_parts AS v WHERE v.claim_id = c.id AND v.role = 'via')
            THEN c.id END AS passed_on
    FROM claims AS c
    JOIN articles AS a ON a.id = c.article_id
    LEFT JOIN claim_parts AS p ON p.claim_id = c.id AND p.role = 'speaker'
    LEFT JOIN entities AS e ON e.id = p.entity_id
    WHERE a.is_current = 1
      AND (CAST(:since AS text) IS NULL OR a.latest >= :since)
      AND (CAST(:until AS text) IS NULL OR a.earliest <= :until)
      AND (CAST(:kind AS text) IS NULL OR e.kind = :kind)
)
SELECT
    speaker,
    kind,
    COUNT(DISTINCT claim_id) AS claims,
    COUNT(DISTINCT CASE WHEN polarity = 'affirmed' THEN claim_id END) AS affirmed,
    COUNT(DISTINCT CASE WHEN polarity = 'denied' THEN claim_id END) AS denied,
    COUNT(DISTINCT passed_on) AS through,
    COUNT(DISTINCT article_id) AS articles,
    MIN(published) AS first,
    MAX(published) AS last
FROM said
GROUP BY entity_id, speaker, kind
ORDER BY
    CASE WHEN speaker IS NULL THEN 1 ELSE 0 END, COUNT(DISTINCT claim_id) DESC, COUNT(DISTINCT article_id) DESC,
    speaker, entity_id NULLS LAST
LIMIT COALESCE(NULLIF(CAST(:limit AS bigint), 0), 9223372036854775807)

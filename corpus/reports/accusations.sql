/*
title = "Who accuses whom of what"
description = """
Every accusation with who makes it and whom it is against, in the order of the articles' dates; one against two is
a row for each. Against is empty where the text does not tell, Who where it names nobody. Denied: how many claims
of its thread deny it.
"""

[parameters.accuser]
type = "name"
help = "only what this source accuses somebody of, by any of its names, or a described one in the article's words"

[parameters.target]
type = "name"
help = "only accusations against this entity, by any of its names, or a described one in the article's words"

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
name = "accuser"
heading = "Who"

[[columns]]
name = "target"
heading = "Against"

[[columns]]
name = "text"
heading = "Accusation"

[[columns]]
name = "via"
heading = "Via"

[[columns]]
name = "denied"
heading = "Denied"

[[columns]]
name = "thread"
heading = "Thread"

[[columns]]
name = "origin"
heading = "Article"

[[columns]]
name = "paragraph"
heading = "Par."
*/
SELECT
    c.published,
    c.speaker AS accuser,
    COALESCE(e.name, g.name) AS target,
    c.text,
    c.via,
    (SELECT COUNT(*) FROM claim_stances AS s WHERE s.thread_id = c.thread_id AND s.stance = 'denied') AS denied,
    c.thread_id AS thread,
    c.origin,
    c.paragraph
FROM attributed_claims AS c
JOIN articles AS a ON a.id = c.article_id
LEFT JOIN claim_parts AS g ON g.claim_id = c.claim_id AND g.role = 'target'
LEFT JOIN entities AS e ON e.id = g.entity_id
WHERE c.act = 'accusation'
  AND (CAST(:since AS text) IS NULL OR a.latest >= :since)
  AND (CAST(:until AS text) IS NULL OR a.earliest <= :until)
  AND (CAST(:accuser_key AS text) IS NULL OR EXISTS (
      SELECT 1
      FROM claim_parts AS p LEFT JOIN entity_names AS n ON n.entity_id = p.entity_id
      WHERE p.claim_id = c.claim_id AND p.role = 'speaker'
        AND (n.name_key = :accuser_key OR (p.entity_id IS NULL AND p.name = :accuser))
  ))
  AND (CAST(:target_key AS text) IS NULL
    OR (g.entity_id IS NULL AND g.name = :target)
    OR EXISTS (SELECT 1 FROM entity_names AS n WHERE n.entity_id = g.entity_id AND n.name_key = :target_key)
  )
ORDER BY
    a.earliest NULLS LAST, a.latest NULLS LAST, c.origin, c.paragraph, c.start_char, c.claim_id, g.seq NULLS FIRST

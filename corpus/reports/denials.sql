/*
title = "Who denied what"
description = """
Every denial with the word that makes it one, in the order of time. Date: when it was made, where the words
tell, else that of the article. Denied: what the speaker says is not so. The report claims with --entity shows
what others assert.
"""

[parameters.speaker]
type = "name"
help = "only what this speaker says, by any of its names, or a described source in the words of the article"

[parameters.entity]
type = "name"
help = "only claims whose content mentions this entity, by any of its names"

[parameters.since]
type = "since"
help = "only what was said then or later, as far as dates tell: 2023, 2023-09 or 2023-09-13"

[parameters.until]
type = "until"
help = "only what was said then or earlier, as far as dates tell"

[[columns]]
name = "date"
heading = "Date"

[[columns]]
name = "speaker"
heading = "Speaker"

[[columns]]
name = "via"
heading = "Via"

[[columns]]
name = "cue"
heading = "Cue"

[[columns]]
name = "text"
heading = "Denied"

[[columns]]
name = "origin"
heading = "Article"

[[columns]]
name = "paragraph"
heading = "Par."
*/
SELECT COALESCE(c.said, c.published) AS date, c.speaker, c.via, c.cue, c.text, c.origin, c.paragraph
FROM attributed_claims AS c JOIN articles AS a ON a.id = c.article_id
WHERE c.polarity = 'denied'
  AND (CAST(:since AS text) IS NULL OR c.said_latest >= :since)
  AND (CAST(:until AS text) IS NULL OR COALESCE(c.said_earliest, a.earliest) <= :until)
  AND (CAST(:speaker_key AS text) IS NULL OR EXISTS (
      SELECT 1
      FROM claim_parts AS p LEFT JOIN entity_names AS n ON n.entity_id = p.entity_id
      WHERE p.claim_id = c.claim_id AND p.role = 'speaker'
        AND (n.name_key = :speaker_key OR (p.entity_id IS NULL AND p.name = :speaker))
  ))
  AND (CAST(:entity_key AS text) IS NULL OR EXISTS (
      SELECT 1
      FROM mentions AS m JOIN entity_names AS n ON n.entity_id = m.entity_id
      WHERE m.article_id = c.article_id AND n.name_key = :entity_key
        AND m.start_char >= c.start_char AND m.end_char <= c.end_char
  ))
ORDER BY
    COALESCE(c.said_earliest, a.earliest) NULLS LAST, c.said_latest NULLS LAST, c.origin, c.paragraph, c.start_char,
    c.claim_id

/*
title = "Who may be the same"
description = """
Entities of one kind that share a name, the shorter one first: a person whom an article calls by the family name
only, and those whom other articles call by that name too. Nothing is joined here: whether they are the same is for
a person to decide.
"""

[parameters.entity]
type = "name"
help = "only pairs with this entity, by any of its names"

[parameters.limit]
type = "integer"
default = 50
help = "at most so many rows; 0 for all"

[[columns]]
name = "name"
heading = "Name"

[[columns]]
name = "kind"
heading = "Kind"

[[columns]]
name = "articles"
heading = "Articles"

[[columns]]
name = "shared"
heading = "Shared name"

[[columns]]
name = "candidate"
heading = "May be"

[[columns]]
name = "candidate_articles"
heading = "Articles"
*/
SELECT e.name, e.kind, COUNT(DISTINCT m.article_id) AS articles, MIN(own.name) AS shared, other.name AS candidate,
  (SELECT COUNT(DISTINCT o.article_id) FROM mentions AS o WHERE o.entity_id = other.id) AS candidate_articles
FROM entities AS e
JOIN entity_names AS own ON own.entity_id = e.id
JOIN entity_names AS theirs ON theirs.name_key = own.name_key AND theirs.entity_id <> e.id
JOIN entities AS other ON other.id = theirs.entity_id AND other.kind = e.kind
JOIN mentions AS m ON m.entity_id = e.id
WHERE (length(e.name) < length(other.name) OR (length(e.name) = length(other.name) AND e.key < other.key))
  AND (CAST(:entity_key AS text) IS NULL OR EXISTS (
      SELECT 1 FROM entity_names AS n WHERE n.name_key = :entity_key AND n.entity_id IN (e.id, other.id)
  ))
GROUP BY e.id, e.name, e.kind, e.key, other.id, other.name, other.key
ORDER BY candidate_articles DESC, articles DESC, e.name, e.key, other.name, other.key
LIMIT COALESCE(NULLIF(CAST(:limit AS bigint), 0), 9223372036854775807)

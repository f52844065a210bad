-- The version of a document that stood at a data version, or its tombstone.
SELECT id, recorded_from, body FROM "{kind}"
WHERE id = :id AND recorded_from <= :at
ORDER BY recorded_from DESC LIMIT 1;

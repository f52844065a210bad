-- Empties the tags before a rebuild.
DELETE FROM tag;

-- Empties the words before a rebuild.
DELETE FROM passage;

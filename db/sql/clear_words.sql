-- Empties the list of words before a rebuild.
DELETE FROM word;

-- Empties a kind's table before a rebuild.
DELETE FROM "{kind}";

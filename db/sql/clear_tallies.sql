-- Empties the counts before a rebuild.
DELETE FROM tally;

-- How many documents of a kind stood at a data version, and the last row of its table then.
SELECT documents, last_row FROM tally WHERE kind = :kind AND seq <= :at ORDER BY seq DESC LIMIT 1;

-- What the next revision has to follow.
SELECT seq, recorded_at, digest FROM revision ORDER BY seq DESC LIMIT 1;

-- The last revision, which is the data version.
SELECT coalesce(max(seq), 0) FROM revision;

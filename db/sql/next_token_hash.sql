-- The token whose id comes next, and its hash.
SELECT id, hash FROM token WHERE id > :after ORDER BY id LIMIT 1;

-- The token of an id, with the hash of its text.
SELECT id, name, created_at, expires_at, revoked_at, hash FROM token WHERE id = :id;

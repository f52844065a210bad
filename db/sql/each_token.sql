-- All tokens, the oldest first.
SELECT id, name, created_at, expires_at, revoked_at, scopes FROM token ORDER BY created_at, id;

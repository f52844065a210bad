-- The token of that id or name, and whether it is revoked; of several one that can still be revoked, and of those the one that none follows.
SELECT id, revoked_at IS NOT NULL, name, created_at, expires_at, scopes, superseded_at IS NOT NULL FROM token
WHERE id = :called OR name = :called
ORDER BY revoked_at IS NOT NULL, superseded_at IS NOT NULL, id <> :called, id LIMIT 1;

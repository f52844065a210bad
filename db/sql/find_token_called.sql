-- The token of that id or name, and whether it is revoked; of several one that can still be revoked.
SELECT id, revoked_at IS NOT NULL FROM token
WHERE id = :called OR name = :called
ORDER BY revoked_at IS NOT NULL, id <> :called, id LIMIT 1;

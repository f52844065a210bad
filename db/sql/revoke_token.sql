-- Ends a token now: that of an id, or all of a name.
UPDATE token SET revoked_at = max(:now, created_at) WHERE (id = :id OR name = :id) AND revoked_at IS NULL;

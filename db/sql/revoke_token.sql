-- Ends a token now.
UPDATE token SET revoked_at = max(:now, created_at) WHERE id = :id;

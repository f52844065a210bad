-- Makes way for a new token of that name: those that there are end at an instant, unless they end before.
UPDATE token SET expires_at = min(coalesce(expires_at, :until), :until), superseded_at = coalesce(superseded_at, max(:now, created_at))
WHERE name = :name AND revoked_at IS NULL;

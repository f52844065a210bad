-- Replaces the hash of a token by the sealed one.
UPDATE token SET hash = :hash WHERE id = :id;

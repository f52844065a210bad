-- The key of this database, and the token of an id with the hash of its text where there is one: one row whether there is or not.
SELECT token.id, token.name, token.created_at, token.expires_at, token.revoked_at, token.scopes, token.hash, token_key.key
FROM token_key LEFT JOIN token ON token.id = :id;

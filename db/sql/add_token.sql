-- Adds a token, of whose text only the sealed hash comes here.
INSERT INTO token (id, name, hash, created_at, expires_at, scopes) VALUES (:id, :name, :hash, :now, :expires_at, :scopes);

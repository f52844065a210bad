-- Adds a token, of whose text only the hash comes here.
INSERT INTO token (id, name, hash, created_at, expires_at) VALUES (:id, :name, :hash, :now, :expires_at);

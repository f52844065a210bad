-- Gives the database its key, once.
INSERT INTO token_key (one, key) VALUES (1, :key);

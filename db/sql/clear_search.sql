-- Empties the full-text index before a rebuild.
INSERT INTO search (search) VALUES ('delete-all');

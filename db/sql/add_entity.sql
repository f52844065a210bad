-- Gives a document its identity, once.
INSERT OR IGNORE INTO entity (kind, id) VALUES (:kind, :id);

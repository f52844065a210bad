-- A word that was written.
INSERT OR IGNORE INTO word (term) VALUES (:term);

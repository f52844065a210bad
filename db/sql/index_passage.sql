-- The words of one version, for full text.
INSERT INTO search (rowid, names, title, body) VALUES (:no, :names, :title, :body);

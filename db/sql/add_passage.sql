-- The words of one version.
INSERT INTO passage (kind, row, names, title, body) VALUES (:kind, :row, :names, :title, :body);

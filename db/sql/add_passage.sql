-- The words of one version.
INSERT INTO passage (no, kind, row, names, title, body) VALUES (:no, :kind, :row, :names, :title, :body);

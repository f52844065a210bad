-- Counts what a row of a kind changed in a revision, from what the one before left.
INSERT INTO tally (kind, seq, documents, last_row)
VALUES (:kind, :seq,
    coalesce((SELECT documents FROM tally WHERE kind = :kind AND seq <= :seq ORDER BY seq DESC LIMIT 1), 0) + :difference, :row)
ON CONFLICT (kind, seq) DO UPDATE SET documents = excluded.documents, last_row = excluded.last_row;

-- Adds a change set to the log.
INSERT INTO revision (seq, recorded_at, actor, note, changes, digest)
VALUES (:seq, :recorded_at, :actor, :note, :changes, :digest);

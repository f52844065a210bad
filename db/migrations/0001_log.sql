-- The log, which is the truth: one row for every change set that was committed, each bound to the one before by its digest.

CREATE TABLE revision (
    seq INTEGER PRIMARY KEY CHECK (seq > 0),
    recorded_at TEXT NOT NULL UNIQUE
        CHECK (recorded_at GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9]Z'),
    actor TEXT NOT NULL,
    note TEXT NOT NULL,
    changes TEXT NOT NULL CHECK (changes LIKE '[%]'),
    digest BLOB NOT NULL CHECK (length(digest) = 32)
) STRICT;

CREATE TRIGGER revision_is_never_changed BEFORE UPDATE ON revision
BEGIN
    SELECT RAISE(ABORT, 'a recorded revision is never changed');
END;

CREATE TRIGGER revision_is_never_deleted BEFORE DELETE ON revision
BEGIN
    SELECT RAISE(ABORT, 'a recorded revision is never deleted');
END;

CREATE TRIGGER revision_follows_the_last BEFORE INSERT ON revision
WHEN new.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM revision)
  OR new.recorded_at <= (SELECT coalesce(max(recorded_at), '') FROM revision)
BEGIN
    SELECT RAISE(ABORT, 'a revision follows the last one');
END;

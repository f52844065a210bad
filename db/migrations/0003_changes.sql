-- The feed of changes: one row for each document in each revision, projected from the log like the tables before it. It is listed as
-- documents are, so it has what their tables have; but what happened stays so: a row never ends and is never a tombstone. Its id, the
-- revision and the place in it with leading zeros, is for order and cursors only and is never shown.

CREATE TABLE "change" (
    no INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    recorded_from INTEGER NOT NULL REFERENCES revision (seq),
    recorded_until INTEGER NOT NULL DEFAULT 9223372036854775807 CHECK (recorded_until = 9223372036854775807),
    body TEXT NOT NULL CHECK (body LIKE '{%}'),
    recorded_at TEXT NOT NULL,
    actor TEXT NOT NULL COLLATE NOCASE,
    kind TEXT NOT NULL,
    "of" TEXT NOT NULL COLLATE NOCASE, -- the id of the document
    op TEXT NOT NULL CHECK (op IN ('created', 'replaced', 'deleted')),
    seq INTEGER NOT NULL GENERATED ALWAYS AS (recorded_from) VIRTUAL
) STRICT;
CREATE UNIQUE INDEX change_in_order ON "change" (id);
CREATE INDEX change_of_document ON "change" ("of", kind, id);

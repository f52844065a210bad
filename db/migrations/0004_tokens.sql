-- Who may write over HTTP. This is no part of the data: it is not in the log, not exported, and a rebuild leaves it alone; a backup of the
-- file takes it along. Of its text only a keyed BLAKE2b-256 is kept, and revoked tokens stay, so that an actor of the log can be found.

CREATE TABLE token (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 8 AND id NOT GLOB '*[^0-9a-f]*'),
    name TEXT NOT NULL COLLATE NOCASE CHECK (length(name) BETWEEN 1 AND 64),
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    created_at TEXT NOT NULL,
    expires_at TEXT CHECK (expires_at > created_at),
    revoked_at TEXT CHECK (revoked_at >= created_at)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX token_unrevoked ON token (name) WHERE revoked_at IS NULL;

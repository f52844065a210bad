-- What each token may do, and that one may follow another of the same name while the old one still opens. A token made before this knew no
-- limits and keeps all that it had. The key seals the hashes of this database's tokens (db/tokens_seal.c): a hash alone is worth nothing.

ALTER TABLE token ADD COLUMN scopes TEXT NOT NULL DEFAULT '';
UPDATE token SET scopes = 'admin';
ALTER TABLE token ADD COLUMN superseded_at TEXT CHECK (superseded_at >= created_at);
DROP INDEX token_unrevoked;
CREATE UNIQUE INDEX token_current ON token (name) WHERE revoked_at IS NULL AND superseded_at IS NULL;

CREATE TABLE token_key (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    key BLOB NOT NULL CHECK (length(key) = 32)
) STRICT;

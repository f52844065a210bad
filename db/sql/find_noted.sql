-- The first revision of an actor with that note, be there further lines below it.
SELECT min(seq) FROM revision
WHERE actor = :actor AND (note = :note OR substr(note, 1, length(:note) + 1) = :note || char(10));

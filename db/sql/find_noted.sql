-- The first revision of an actor with that note.
SELECT min(seq) FROM revision WHERE actor = :actor AND note = :note;

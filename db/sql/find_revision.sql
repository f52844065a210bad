-- One revision, without its changes.
SELECT seq, recorded_at, actor, note, digest FROM revision WHERE seq = :seq;

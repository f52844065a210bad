-- The log after a revision, in order.
SELECT seq, recorded_at, actor, note, digest, changes FROM revision WHERE seq > :since ORDER BY seq;

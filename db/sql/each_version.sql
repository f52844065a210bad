-- Every document of a kind as it stood at a data version.
SELECT id, recorded_from, body FROM "{kind}"
WHERE recorded_from <= :at AND recorded_until > :at AND body IS NOT NULL
ORDER BY id;

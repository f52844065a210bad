-- How many documents of a kind stood at a data version.
SELECT count(*) FROM "{kind}" WHERE recorded_from <= :at AND recorded_until > :at AND body IS NOT NULL;

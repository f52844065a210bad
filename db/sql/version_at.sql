-- The data version that was the latest at an instant. Instants grow with the sequence, so the last one before it is found in the index.
SELECT coalesce((SELECT seq FROM revision WHERE recorded_at <= :instant ORDER BY recorded_at DESC LIMIT 1), 0);

-- The data version that was the latest at an instant.
SELECT coalesce(max(seq), 0) FROM revision WHERE recorded_at <= :instant;

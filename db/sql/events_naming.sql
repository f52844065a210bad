-- The events that named an id in a field at a data version.
SELECT row.id, row.recorded_from, row.body FROM tag CROSS JOIN event AS row ON row.no = tag.no
WHERE tag.kind = 'event' AND tag.field = :field AND tag.value = :id
  AND row.recorded_from <= :at AND row.recorded_until > :at AND row.body IS NOT NULL
ORDER BY row.date, row.id LIMIT :limit;

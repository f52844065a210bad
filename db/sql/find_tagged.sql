-- The documents that had a value in a field at a data version.
SELECT row.id FROM tag JOIN "{kind}" AS row ON row.no = tag.no
WHERE tag.kind = '{kind}' AND tag.field = :field AND tag.value = :value
  AND row.recorded_from <= :at AND row.recorded_until > :at
ORDER BY row.id;

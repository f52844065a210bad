-- The documents that have a value in a field now.
SELECT row.id FROM tag JOIN "{kind}" AS row ON row.no = tag.no
WHERE tag.kind = '{kind}' AND tag.field = :field AND tag.value = :value AND row.recorded_until = 9223372036854775807
ORDER BY row.id;

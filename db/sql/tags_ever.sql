-- The values that a field of a document ever had, and whether its last written version has them.
SELECT tag.value, max(row.no) = (SELECT max(written.no) FROM "{kind}" AS written WHERE written.id = :id AND written.body IS NOT NULL)
FROM "{kind}" AS row
JOIN tag ON tag.kind = '{kind}' AND tag.no = row.no AND tag.field = :field
WHERE row.id = :id
GROUP BY tag.value
ORDER BY tag.value;

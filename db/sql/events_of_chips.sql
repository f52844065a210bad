-- The events of a span that name any of the chips.
SELECT row.id, row.recorded_from, row.body FROM event AS row
WHERE row.recorded_from <= :at AND row.recorded_until > :at AND row.body IS NOT NULL
  AND row.date >= :from AND row.date < :until
  AND row.no IN (SELECT tag.no FROM tag
                 WHERE tag.kind = 'event' AND tag.field = 'chips' AND tag.value IN (SELECT value FROM json_each(:chips)))
ORDER BY row.date, row.id;

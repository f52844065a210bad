-- Whether any document that is searched holds the words, as it stood at a data version. :spans, pairs of numbers, hold the words of
-- whatever was recorded until then.
SELECT 1 FROM json_each(:spans) AS span
CROSS JOIN search ON search.rowid BETWEEN json_extract(span.value, '$[0]') AND json_extract(span.value, '$[1]')
CROSS JOIN passage ON passage.no = search.rowid
WHERE search MATCH :words AND CASE passage.kind
    WHEN 'chip' THEN EXISTS (SELECT 1 FROM chip WHERE no = passage.row AND recorded_from <= :at AND recorded_until > :at)
    WHEN 'ruling' THEN EXISTS (SELECT 1 FROM ruling WHERE no = passage.row AND recorded_from <= :at AND recorded_until > :at)
    WHEN 'event' THEN EXISTS (SELECT 1 FROM event WHERE no = passage.row AND recorded_from <= :at AND recorded_until > :at)
    WHEN 'destination' THEN EXISTS (SELECT 1 FROM destination WHERE no = passage.row AND recorded_from <= :at AND recorded_until > :at)
    WHEN 'group' THEN EXISTS (SELECT 1 FROM "group" WHERE no = passage.row AND recorded_from <= :at AND recorded_until > :at)
    WHEN 'dispute' THEN EXISTS (SELECT 1 FROM dispute WHERE no = passage.row AND recorded_from <= :at AND recorded_until > :at)
    END
LIMIT 1;

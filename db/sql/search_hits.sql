-- What holds the words (:found, numbers of the index as a JSON array, all of which lie in :spans, pairs of such numbers) or is called so
-- (:chips and :places, ids as JSON arrays) as it stood at a data version, best first: what is called
-- so; what has a name that begins with the words, or with their letters, or that ends with them; a ruling whose id ends with them, or with all
-- but the last (:shorter); what has the words within a name; in the title; in id and title together; anywhere. Of each, a phrase comes before
-- words apart, and words as they are before longer ones. Of equals the newest comes first. Its maker alone is no name of a chip.
WITH span (a, b) AS (
    SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]') FROM json_each(:spans)
), found (no) AS (
    SELECT value FROM json_each(:found)
    UNION
    SELECT :chip_first + chip.no FROM json_each(:chips) AS called CROSS JOIN chip ON chip.id = called.value
    UNION
    SELECT :place_first + destination.no FROM json_each(:places) AS called CROSS JOIN destination ON destination.id = called.value
), standing (no, kind, row, id, day, has_names) AS (
    SELECT passage.no, passage.kind, passage.row,
        coalesce(chip.id, ruling.id, event.id, destination.id, "group".id, dispute.id),
        coalesce(chip.released_on, chip.announced_on, ruling.effective_from, ruling.announced_on, event.date),
        CASE passage.kind
            WHEN 'chip' THEN instr('-' || replace(lower(coalesce(chip.vendor, '')), ' ', '-'), '-' || :called) = 0
                OR instr(replace(lower(chip.name), ' ', '-'), :called) > 0
            ELSE passage.kind IN ('destination', 'group') END
    FROM found CROSS JOIN passage ON passage.no = found.no
    LEFT JOIN chip ON passage.kind = 'chip' AND chip.no = passage.row
        AND chip.recorded_from <= :at AND chip.recorded_until > :at
    LEFT JOIN ruling ON passage.kind = 'ruling' AND ruling.no = passage.row
        AND ruling.recorded_from <= :at AND ruling.recorded_until > :at
    LEFT JOIN event ON passage.kind = 'event' AND event.no = passage.row
        AND event.recorded_from <= :at AND event.recorded_until > :at
    LEFT JOIN destination ON passage.kind = 'destination' AND destination.no = passage.row
        AND destination.recorded_from <= :at AND destination.recorded_until > :at
    LEFT JOIN "group" ON passage.kind = 'group' AND "group".no = passage.row
        AND "group".recorded_from <= :at AND "group".recorded_until > :at
    LEFT JOIN dispute ON passage.kind = 'dispute' AND dispute.no = passage.row
        AND dispute.recorded_from <= :at AND dispute.recorded_until > :at
)
SELECT kind, id, day, CASE
    WHEN kind = 'chip' AND id IN (SELECT value FROM json_each(:chips)) OR id = :typed COLLATE NOCASE
        OR kind = 'destination' AND id IN (SELECT value FROM json_each(:places)) THEN 0
    WHEN has_names AND EXISTS (
        SELECT 1 FROM tag WHERE tag.kind = standing.kind AND tag.no = standing.row AND tag.field = 'named'
        AND tag.value >= :called || '-' AND tag.value < :called || '.') THEN 1
    WHEN has_names AND EXISTS (
        SELECT 1 FROM tag WHERE tag.kind = standing.kind AND tag.no = standing.row AND tag.field = 'named'
        AND tag.value >= :beginning AND tag.value < :called || char(0x10FFFF)) THEN 2
    WHEN has_names AND EXISTS (
        SELECT 1 FROM tag WHERE tag.kind = standing.kind AND tag.no = standing.row AND tag.field = 'named'
        AND substr(tag.value, -length(:called) - 1) = '-' || :called) THEN 3
    WHEN kind = 'ruling' AND (substr(id, -length(:called) - 1) = '-' || :called
        OR substr(id, -length(:shorter) - 1) = '-' || :shorter) THEN 4
    WHEN has_names AND no IN (SELECT search.rowid FROM span CROSS JOIN search WHERE search MATCH :names_whole AND search.rowid BETWEEN a AND b) THEN 5
    WHEN no IN (SELECT search.rowid FROM span CROSS JOIN search WHERE search MATCH :title_phrase AND search.rowid BETWEEN a AND b) THEN 6
    WHEN no IN (SELECT search.rowid FROM span CROSS JOIN search WHERE search MATCH :title_whole AND search.rowid BETWEEN a AND b) THEN 7
    WHEN has_names AND no IN (SELECT search.rowid FROM span CROSS JOIN search WHERE search MATCH :names_words AND search.rowid BETWEEN a AND b) THEN 8
    WHEN no IN (SELECT search.rowid FROM span CROSS JOIN search WHERE search MATCH :title_words AND search.rowid BETWEEN a AND b) THEN 9
    WHEN no IN (SELECT search.rowid FROM span CROSS JOIN search WHERE search MATCH :headed AND search.rowid BETWEEN a AND b) THEN 10
    WHEN no IN (SELECT search.rowid FROM span CROSS JOIN search WHERE search MATCH :phrase AND search.rowid BETWEEN a AND b) THEN 11
    WHEN no IN (SELECT search.rowid FROM span CROSS JOIN search WHERE search MATCH :close AND search.rowid BETWEEN a AND b) THEN 12
    WHEN no IN (SELECT search.rowid FROM span CROSS JOIN search WHERE search MATCH :whole AND search.rowid BETWEEN a AND b) THEN 13
    ELSE 14 END AS rank
FROM standing
WHERE id IS NOT NULL
ORDER BY rank, day DESC, kind, id;

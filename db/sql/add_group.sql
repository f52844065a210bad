-- Adds a version of a group: its scalars become columns. A null body is a tombstone.
INSERT INTO "group" (
    entity,
    id,
    recorded_from,
    body,
    name,
    description,
    source
) VALUES (
    :entity,
    :id,
    :seq,
    :body,
    json_extract(:body, '$.name'),
    json_extract(:body, '$.description'),
    json_extract(:body, '$.source')
);

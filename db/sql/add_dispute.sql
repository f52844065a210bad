-- Adds a version of a dispute: its scalars become columns. A null body is a tombstone.
INSERT INTO "dispute" (
    entity,
    id,
    recorded_from,
    body,
    about,
    question,
    note
) VALUES (
    :entity,
    :id,
    :seq,
    :body,
    json_extract(:body, '$.about'),
    json_extract(:body, '$.question'),
    json_extract(:body, '$.note')
);

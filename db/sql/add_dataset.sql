-- Adds a version of a dataset: its scalars become columns. A null body is a tombstone.
INSERT INTO "dataset" (
    entity,
    id,
    recorded_from,
    body,
    title,
    summary
) VALUES (
    :entity,
    :id,
    :seq,
    :body,
    json_extract(:body, '$.title'),
    json_extract(:body, '$.summary')
);

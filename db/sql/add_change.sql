-- Adds a change to the feed: its scalars become columns.
INSERT INTO "change" (
    id,
    recorded_from,
    body,
    recorded_at,
    actor,
    kind,
    "of",
    op
) VALUES (
    :id,
    :seq,
    :body,
    json_extract(:body, '$.recorded_at'),
    json_extract(:body, '$.actor'),
    json_extract(:body, '$.kind'),
    json_extract(:body, '$.id'),
    json_extract(:body, '$.op')
);

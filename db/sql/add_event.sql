-- Adds a version of a event: its scalars become columns. A null body is a tombstone.
INSERT INTO "event" (
    entity,
    id,
    recorded_from,
    body,
    date,
    date_precision,
    category,
    headline,
    summary,
    reliability,
    confidence
) VALUES (
    :entity,
    :id,
    :seq,
    :body,
    json_extract(:body, '$.date'),
    json_extract(:body, '$.date_precision'),
    json_extract(:body, '$.category'),
    json_extract(:body, '$.headline'),
    json_extract(:body, '$.summary'),
    json_extract(:body, '$.reliability'),
    json_extract(:body, '$.confidence')
);

-- Adds a version of a destination: its scalars become columns. A null body is a tombstone.
INSERT INTO "destination" (
    entity,
    id,
    recorded_from,
    body,
    code,
    alpha3,
    numeric,
    name,
    region,
    subregion,
    parent,
    iso
) VALUES (
    :entity,
    :id,
    :seq,
    :body,
    json_extract(:body, '$.code'),
    json_extract(:body, '$.alpha3'),
    json_extract(:body, '$.numeric'),
    json_extract(:body, '$.name'),
    json_extract(:body, '$.region'),
    json_extract(:body, '$.subregion'),
    json_extract(:body, '$.parent'),
    json_extract(:body, '$.iso')
);

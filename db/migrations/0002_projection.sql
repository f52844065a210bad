-- What is read: system-versioned rows, projected from the log and rebuilt from it at any time. A row holds from the revision
-- `recorded_from` until before `recorded_until`, whose open end is 2^63-1; a null body is the tombstone of a deletion. Every scalar of a
-- document is a column, named by its path with dots as underscores and filled by db/sql/add_<kind>.sql. (Generated columns would need
-- functions of JSON in the schema, which SQLite 3.40 refuses where the schema is not trusted.) What people spell is compared without regard
-- to the case of ASCII letters; ids, days and bodies as they are.

CREATE TABLE entity (
    no INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    UNIQUE (kind, id)
) STRICT;

CREATE TABLE "dataset" (
    no INTEGER PRIMARY KEY,
    entity INTEGER NOT NULL REFERENCES entity (no),
    id TEXT NOT NULL,
    recorded_from INTEGER NOT NULL REFERENCES revision (seq),
    recorded_until INTEGER NOT NULL DEFAULT 9223372036854775807 CHECK (recorded_until > recorded_from),
    body TEXT CHECK (body LIKE '{%}'),
    title TEXT COLLATE NOCASE,
    summary TEXT COLLATE NOCASE
) STRICT;
CREATE UNIQUE INDEX dataset_versions ON "dataset" (id, recorded_from);
CREATE UNIQUE INDEX dataset_current ON "dataset" (id) WHERE recorded_until = 9223372036854775807;

CREATE TABLE "group" (
    no INTEGER PRIMARY KEY,
    entity INTEGER NOT NULL REFERENCES entity (no),
    id TEXT NOT NULL,
    recorded_from INTEGER NOT NULL REFERENCES revision (seq),
    recorded_until INTEGER NOT NULL DEFAULT 9223372036854775807 CHECK (recorded_until > recorded_from),
    body TEXT CHECK (body LIKE '{%}'),
    name TEXT COLLATE NOCASE,
    description TEXT COLLATE NOCASE,
    source TEXT COLLATE NOCASE
) STRICT;
CREATE UNIQUE INDEX group_versions ON "group" (id, recorded_from);
CREATE UNIQUE INDEX group_current ON "group" (id) WHERE recorded_until = 9223372036854775807;

CREATE TABLE "destination" (
    no INTEGER PRIMARY KEY,
    entity INTEGER NOT NULL REFERENCES entity (no),
    id TEXT NOT NULL,
    recorded_from INTEGER NOT NULL REFERENCES revision (seq),
    recorded_until INTEGER NOT NULL DEFAULT 9223372036854775807 CHECK (recorded_until > recorded_from),
    body TEXT CHECK (body LIKE '{%}'),
    code TEXT COLLATE NOCASE,
    alpha3 TEXT COLLATE NOCASE,
    numeric TEXT COLLATE NOCASE,
    name TEXT COLLATE NOCASE,
    region TEXT COLLATE NOCASE,
    subregion TEXT COLLATE NOCASE,
    parent TEXT COLLATE NOCASE,
    iso INTEGER
) STRICT;
CREATE UNIQUE INDEX destination_versions ON "destination" (id, recorded_from);
CREATE UNIQUE INDEX destination_current ON "destination" (id) WHERE recorded_until = 9223372036854775807;
CREATE INDEX destination_current_by_name ON "destination" (name DESC, id)
    WHERE recorded_until = 9223372036854775807 AND body IS NOT NULL;

CREATE TABLE "chip" (
    no INTEGER PRIMARY KEY,
    entity INTEGER NOT NULL REFERENCES entity (no),
    id TEXT NOT NULL,
    recorded_from INTEGER NOT NULL REFERENCES revision (seq),
    recorded_until INTEGER NOT NULL DEFAULT 9223372036854775807 CHECK (recorded_until > recorded_from),
    body TEXT CHECK (body LIKE '{%}'),
    product TEXT COLLATE NOCASE,
    default_variant INTEGER,
    vendor TEXT COLLATE NOCASE,
    vendor_country TEXT COLLATE NOCASE,
    name TEXT COLLATE NOCASE,
    family TEXT COLLATE NOCASE,
    kind TEXT COLLATE NOCASE,
    segment TEXT COLLATE NOCASE,
    market TEXT COLLATE NOCASE,
    announced_on TEXT,
    released_on TEXT,
    process TEXT COLLATE NOCASE,
    process_node_nm REAL,
    die_area_mm2 REAL,
    die_count REAL,
    package_count REAL,
    transistors_billion REAL,
    peak_tops_fp64 REAL,
    peak_tops_fp32 REAL,
    peak_tops_tf32 REAL,
    peak_tops_fp16 REAL,
    peak_tops_bf16 REAL,
    peak_tops_fp8 REAL,
    peak_tops_int8 REAL,
    peak_tops_fp6 REAL,
    peak_tops_fp4 REAL,
    peak_tops_int4 REAL,
    memory_type TEXT COLLATE NOCASE,
    memory_capacity_gb REAL,
    memory_bandwidth_gb_s REAL,
    memory_bandwidth_density REAL,
    interconnect_name TEXT COLLATE NOCASE,
    interconnect_bandwidth_gb_s REAL,
    tdp_w REAL,
    tpp_reported REAL,
    performance_density_reported REAL,
    confidence TEXT COLLATE NOCASE,
    notes TEXT COLLATE NOCASE,
    -- Computed by rules/metrics.c when the row is written.
    tpp REAL,
    performance_density REAL,
    io_plus_memory_bandwidth_gb_s REAL
) STRICT;
CREATE UNIQUE INDEX chip_versions ON "chip" (id, recorded_from);
CREATE UNIQUE INDEX chip_current ON "chip" (id) WHERE recorded_until = 9223372036854775807;
CREATE INDEX chip_current_by_released_on ON "chip" (released_on DESC, id)
    WHERE recorded_until = 9223372036854775807 AND body IS NOT NULL;
CREATE INDEX chip_current_by_announced_on ON "chip" (announced_on DESC, id)
    WHERE recorded_until = 9223372036854775807 AND body IS NOT NULL;
CREATE INDEX chip_current_by_tpp ON "chip" (tpp DESC, id)
    WHERE recorded_until = 9223372036854775807 AND body IS NOT NULL;
CREATE INDEX chip_current_by_product ON "chip" (product, id)
    WHERE recorded_until = 9223372036854775807 AND body IS NOT NULL;

CREATE TABLE "ruling" (
    no INTEGER PRIMARY KEY,
    entity INTEGER NOT NULL REFERENCES entity (no),
    id TEXT NOT NULL,
    recorded_from INTEGER NOT NULL REFERENCES revision (seq),
    recorded_until INTEGER NOT NULL DEFAULT 9223372036854775807 CHECK (recorded_until > recorded_from),
    body TEXT CHECK (body LIKE '{%}'),
    jurisdiction TEXT COLLATE NOCASE,
    issuer TEXT COLLATE NOCASE,
    kind TEXT COLLATE NOCASE,
    standing TEXT COLLATE NOCASE,
    title TEXT COLLATE NOCASE,
    summary TEXT COLLATE NOCASE,
    announced_on TEXT,
    published_on TEXT,
    effective_from TEXT,
    effective_until TEXT,
    confidence TEXT COLLATE NOCASE,
    verified_through TEXT,
    notes TEXT COLLATE NOCASE
) STRICT;
CREATE UNIQUE INDEX ruling_versions ON "ruling" (id, recorded_from);
CREATE UNIQUE INDEX ruling_current ON "ruling" (id) WHERE recorded_until = 9223372036854775807;
CREATE INDEX ruling_current_by_announced_on ON "ruling" (announced_on DESC, id)
    WHERE recorded_until = 9223372036854775807 AND body IS NOT NULL;
CREATE INDEX ruling_current_by_effective_from ON "ruling" (effective_from DESC, id)
    WHERE recorded_until = 9223372036854775807 AND body IS NOT NULL;

CREATE TABLE "event" (
    no INTEGER PRIMARY KEY,
    entity INTEGER NOT NULL REFERENCES entity (no),
    id TEXT NOT NULL,
    recorded_from INTEGER NOT NULL REFERENCES revision (seq),
    recorded_until INTEGER NOT NULL DEFAULT 9223372036854775807 CHECK (recorded_until > recorded_from),
    body TEXT CHECK (body LIKE '{%}'),
    date TEXT,
    date_precision TEXT COLLATE NOCASE,
    category TEXT COLLATE NOCASE,
    headline TEXT COLLATE NOCASE,
    summary TEXT COLLATE NOCASE,
    reliability TEXT COLLATE NOCASE,
    confidence TEXT COLLATE NOCASE
) STRICT;
CREATE UNIQUE INDEX event_versions ON "event" (id, recorded_from);
CREATE UNIQUE INDEX event_current ON "event" (id) WHERE recorded_until = 9223372036854775807;
CREATE INDEX event_current_by_date ON "event" (date DESC, id)
    WHERE recorded_until = 9223372036854775807 AND body IS NOT NULL;

CREATE TABLE "dispute" (
    no INTEGER PRIMARY KEY,
    entity INTEGER NOT NULL REFERENCES entity (no),
    id TEXT NOT NULL,
    recorded_from INTEGER NOT NULL REFERENCES revision (seq),
    recorded_until INTEGER NOT NULL DEFAULT 9223372036854775807 CHECK (recorded_until > recorded_from),
    body TEXT CHECK (body LIKE '{%}'),
    about TEXT COLLATE NOCASE,
    question TEXT COLLATE NOCASE,
    note TEXT COLLATE NOCASE
) STRICT;
CREATE UNIQUE INDEX dispute_versions ON "dispute" (id, recorded_from);
CREATE UNIQUE INDEX dispute_current ON "dispute" (id) WHERE recorded_until = 9223372036854775807;

-- The fields that have several values, one row for each value of each row `no` of the kind's table. Of values that differ by case only, the
-- first of a row stands for all of them.
CREATE TABLE tag (
    kind TEXT NOT NULL,
    field TEXT NOT NULL,
    value TEXT NOT NULL COLLATE NOCASE,
    no INTEGER NOT NULL,
    PRIMARY KEY (kind, field, value, no)
) STRICT, WITHOUT ROWID;
CREATE INDEX tag_of_row ON tag (kind, no, field, value);

-- The words of every version: what it is called, its title, the rest.
CREATE TABLE passage (
    no INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    row INTEGER NOT NULL,
    names TEXT NOT NULL,
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    UNIQUE (kind, row)
) STRICT;

CREATE VIRTUAL TABLE search USING fts5 (
    names, title, body,
    content = 'passage', content_rowid = 'no', tokenize = "unicode61 remove_diacritics 2"
);

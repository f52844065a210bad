-- What a store of a million documents is read by. The indexes of what stands also say since when, so that an older version is
-- read from them too, without a look at rows that came later; what stood once and no more has indexes of its own, which stay small.

-- How many documents of a kind stood after a revision, and the last row of its table then.
CREATE TABLE tally (
    kind TEXT NOT NULL,
    seq INTEGER NOT NULL REFERENCES revision (seq),
    documents INTEGER NOT NULL CHECK (documents >= 0),
    last_row INTEGER NOT NULL,
    PRIMARY KEY (kind, seq)
) STRICT, WITHOUT ROWID;

-- The words of every version, as before. The number tells kind and row (db/projection.h), so that of each kind the newest come
-- last in the full-text index and can be had without the others.
DROP TABLE passage;
CREATE TABLE passage (
    no INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    row INTEGER NOT NULL,
    names TEXT NOT NULL,
    title TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT;

-- Every word of every version, once: what a word may go on as and what a mistyped one may have meant is read here, since to list the
-- words of the index itself is to read all of it.
DROP TABLE search_vocabulary;
CREATE TABLE word (
    term TEXT NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID;

DROP INDEX destination_current_by_name;
DROP INDEX chip_current_by_released_on;
DROP INDEX chip_current_by_announced_on;
DROP INDEX chip_current_by_tpp;
DROP INDEX chip_current_by_product;
DROP INDEX ruling_current_by_announced_on;
DROP INDEX ruling_current_by_effective_from;
DROP INDEX event_current_by_date;

CREATE INDEX destination_current_by_name ON "destination" (name DESC, id, recorded_from)
    WHERE recorded_until = 9223372036854775807 AND body IS NOT NULL;
CREATE INDEX chip_current_by_no ON "chip" (no, recorded_from)
    WHERE recorded_until = 9223372036854775807 AND body IS NOT NULL;
CREATE INDEX chip_current_by_id ON "chip" (id, recorded_from)
    WHERE recorded_until = 9223372036854775807 AND body IS NOT NULL;
CREATE INDEX chip_current_by_any_id ON "chip" (id COLLATE NOCASE)
    WHERE recorded_until = 9223372036854775807 AND body IS NOT NULL;
CREATE INDEX chip_past_by_id ON "chip" (id, recorded_from, recorded_until)
    WHERE recorded_until < 9223372036854775807 AND body IS NOT NULL;
CREATE INDEX ruling_current_by_no ON "ruling" (no, recorded_from)
    WHERE recorded_until = 9223372036854775807 AND body IS NOT NULL;
CREATE INDEX ruling_current_by_id ON "ruling" (id, recorded_from)
    WHERE recorded_until = 9223372036854775807 AND body IS NOT NULL;
CREATE INDEX ruling_current_by_any_id ON "ruling" (id COLLATE NOCASE)
    WHERE recorded_until = 9223372036854775807 AND body IS NOT NULL;
CREATE INDEX ruling_past_by_id ON "ruling" (id, recorded_from, recorded_until)
    WHERE recorded_until < 9223372036854775807 AND body IS NOT NULL;
CREATE INDEX event_current_by_no ON "event" (no, recorded_from)
    WHERE recorded_until = 9223372036854775807 AND body IS NOT NULL;
CREATE INDEX event_current_by_id ON "event" (id, recorded_from)
    WHERE recorded_until = 9223372036854775807 AND body IS NOT NULL;
CREATE INDEX event_current_by_any_id ON "event" (id COLLATE NOCASE)
    WHERE recorded_until = 9223372036854775807 AND body IS NOT NULL;
CREATE INDEX event_past_by_id ON "event" (id, recorded_from, recorded_until)
    WHERE recorded_until < 9223372036854775807 AND body IS NOT NULL;
CREATE INDEX chip_current_by_released_on ON "chip" (released_on DESC, id, recorded_from)
    WHERE recorded_until = 9223372036854775807 AND body IS NOT NULL;
CREATE INDEX chip_current_by_announced_on ON "chip" (announced_on DESC, id, recorded_from)
    WHERE recorded_until = 9223372036854775807 AND body IS NOT NULL;
CREATE INDEX chip_current_by_tpp ON "chip" (tpp DESC, id, recorded_from)
    WHERE recorded_until = 9223372036854775807 AND body IS NOT NULL;
CREATE INDEX chip_current_by_product ON "chip" (product, id, recorded_from)
    WHERE recorded_until = 9223372036854775807 AND body IS NOT NULL;
CREATE INDEX chip_current_by_name ON "chip" (name, id, recorded_from)
    WHERE recorded_until = 9223372036854775807 AND body IS NOT NULL;
CREATE INDEX chip_current_by_vendor ON "chip" (vendor, id, recorded_from)
    WHERE recorded_until = 9223372036854775807 AND body IS NOT NULL;
CREATE INDEX chip_current_by_family ON "chip" (family, id, recorded_from)
    WHERE recorded_until = 9223372036854775807 AND body IS NOT NULL;
CREATE INDEX chip_current_by_kind ON "chip" (kind, id, recorded_from)
    WHERE recorded_until = 9223372036854775807 AND body IS NOT NULL;
CREATE INDEX chip_current_by_segment ON "chip" (segment, id, recorded_from)
    WHERE recorded_until = 9223372036854775807 AND body IS NOT NULL;
CREATE INDEX chip_current_by_performance_density ON "chip" (performance_density, id, recorded_from)
    WHERE recorded_until = 9223372036854775807 AND body IS NOT NULL;
CREATE INDEX chip_current_by_memory_bandwidth_gb_s ON "chip" (memory_bandwidth_gb_s, id, recorded_from)
    WHERE recorded_until = 9223372036854775807 AND body IS NOT NULL;
CREATE INDEX chip_current_by_tdp_w ON "chip" (tdp_w, id, recorded_from)
    WHERE recorded_until = 9223372036854775807 AND body IS NOT NULL;
CREATE INDEX chip_current_by_vendor_country ON "chip" (vendor_country, id, recorded_from)
    WHERE recorded_until = 9223372036854775807 AND body IS NOT NULL;
CREATE INDEX chip_current_by_market ON "chip" (market, id, recorded_from)
    WHERE recorded_until = 9223372036854775807 AND body IS NOT NULL;
CREATE INDEX chip_current_by_process ON "chip" (process, id, recorded_from)
    WHERE recorded_until = 9223372036854775807 AND body IS NOT NULL;
CREATE INDEX chip_current_by_memory_type ON "chip" (memory_type, id, recorded_from)
    WHERE recorded_until = 9223372036854775807 AND body IS NOT NULL;
CREATE INDEX chip_current_by_interconnect_name ON "chip" (interconnect_name, id, recorded_from)
    WHERE recorded_until = 9223372036854775807 AND body IS NOT NULL;
CREATE INDEX chip_current_by_confidence ON "chip" (confidence, id, recorded_from)
    WHERE recorded_until = 9223372036854775807 AND body IS NOT NULL;
CREATE INDEX chip_past_by_released_on ON "chip" (released_on DESC, id, recorded_from, recorded_until)
    WHERE recorded_until < 9223372036854775807 AND body IS NOT NULL;
CREATE INDEX ruling_current_by_effective_from ON "ruling" (effective_from DESC, id, recorded_from)
    WHERE recorded_until = 9223372036854775807 AND body IS NOT NULL;
CREATE INDEX ruling_current_by_announced_on ON "ruling" (announced_on DESC, id, recorded_from)
    WHERE recorded_until = 9223372036854775807 AND body IS NOT NULL;
CREATE INDEX ruling_current_by_jurisdiction ON "ruling" (jurisdiction, id, recorded_from)
    WHERE recorded_until = 9223372036854775807 AND body IS NOT NULL;
CREATE INDEX ruling_current_by_issuer ON "ruling" (issuer, id, recorded_from)
    WHERE recorded_until = 9223372036854775807 AND body IS NOT NULL;
CREATE INDEX ruling_current_by_title ON "ruling" (title, id, recorded_from)
    WHERE recorded_until = 9223372036854775807 AND body IS NOT NULL;
CREATE INDEX ruling_current_by_published_on ON "ruling" (published_on, id, recorded_from)
    WHERE recorded_until = 9223372036854775807 AND body IS NOT NULL;
CREATE INDEX ruling_current_by_effective_until ON "ruling" (effective_until, id, recorded_from)
    WHERE recorded_until = 9223372036854775807 AND body IS NOT NULL;
CREATE INDEX ruling_current_by_verified_through ON "ruling" (verified_through, id, recorded_from)
    WHERE recorded_until = 9223372036854775807 AND body IS NOT NULL;
CREATE INDEX ruling_current_by_kind ON "ruling" (kind, id, recorded_from)
    WHERE recorded_until = 9223372036854775807 AND body IS NOT NULL;
CREATE INDEX ruling_current_by_standing ON "ruling" (standing, id, recorded_from)
    WHERE recorded_until = 9223372036854775807 AND body IS NOT NULL;
CREATE INDEX ruling_current_by_confidence ON "ruling" (confidence, id, recorded_from)
    WHERE recorded_until = 9223372036854775807 AND body IS NOT NULL;
CREATE INDEX ruling_past_by_effective_from ON "ruling" (effective_from DESC, id, recorded_from, recorded_until)
    WHERE recorded_until < 9223372036854775807 AND body IS NOT NULL;
CREATE INDEX event_current_by_date ON "event" (date DESC, id, recorded_from)
    WHERE recorded_until = 9223372036854775807 AND body IS NOT NULL;
CREATE INDEX event_current_by_category ON "event" (category, id, recorded_from)
    WHERE recorded_until = 9223372036854775807 AND body IS NOT NULL;
CREATE INDEX event_current_by_headline ON "event" (headline, id, recorded_from)
    WHERE recorded_until = 9223372036854775807 AND body IS NOT NULL;
CREATE INDEX event_current_by_date_precision ON "event" (date_precision, id, recorded_from)
    WHERE recorded_until = 9223372036854775807 AND body IS NOT NULL;
CREATE INDEX event_current_by_reliability ON "event" (reliability, id, recorded_from)
    WHERE recorded_until = 9223372036854775807 AND body IS NOT NULL;
CREATE INDEX event_current_by_confidence ON "event" (confidence, id, recorded_from)
    WHERE recorded_until = 9223372036854775807 AND body IS NOT NULL;
CREATE INDEX event_current_by_revision ON "event" (recorded_from DESC, date DESC, id)
    WHERE recorded_until = 9223372036854775807 AND body IS NOT NULL;
CREATE INDEX event_past_by_date ON "event" (date DESC, id, recorded_from, recorded_until)
    WHERE recorded_until < 9223372036854775807 AND body IS NOT NULL;
CREATE INDEX change_by_actor ON "change" (actor, id);
CREATE INDEX change_by_recorded_at ON "change" (recorded_at, id);
CREATE INDEX change_by_kind ON "change" (kind, id);
CREATE INDEX change_by_op ON "change" (op, id);

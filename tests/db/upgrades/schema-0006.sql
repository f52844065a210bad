BEGIN;
CREATE TABLE revision (
    seq INTEGER PRIMARY KEY CHECK (seq > 0),
    recorded_at TEXT NOT NULL UNIQUE
        CHECK (recorded_at GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].[0-9][0-9][0-9]Z'),
    actor TEXT NOT NULL,
    note TEXT NOT NULL,
    changes TEXT NOT NULL CHECK (changes LIKE '[%]'),
    digest BLOB NOT NULL CHECK (length(digest) = 32)
) STRICT;
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
CREATE TABLE tag (
    kind TEXT NOT NULL,
    field TEXT NOT NULL,
    value TEXT NOT NULL COLLATE NOCASE,
    no INTEGER NOT NULL,
    PRIMARY KEY (kind, field, value, no)
) STRICT, WITHOUT ROWID;
CREATE VIRTUAL TABLE search USING fts5 (
    names, title, body,
    content = 'passage', content_rowid = 'no', tokenize = "unicode61 remove_diacritics 2"
);
CREATE TABLE "change" (
    no INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    recorded_from INTEGER NOT NULL REFERENCES revision (seq),
    recorded_until INTEGER NOT NULL DEFAULT 9223372036854775807 CHECK (recorded_until = 9223372036854775807),
    body TEXT NOT NULL CHECK (body LIKE '{%}'),
    recorded_at TEXT NOT NULL,
    actor TEXT NOT NULL COLLATE NOCASE,
    kind TEXT NOT NULL,
    "of" TEXT NOT NULL COLLATE NOCASE, -- the id of the document
    op TEXT NOT NULL CHECK (op IN ('created', 'replaced', 'deleted')),
    seq INTEGER NOT NULL GENERATED ALWAYS AS (recorded_from) VIRTUAL
) STRICT;
CREATE TABLE token (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 8 AND id NOT GLOB '*[^0-9a-f]*'),
    name TEXT NOT NULL COLLATE NOCASE CHECK (length(name) BETWEEN 1 AND 64),
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    created_at TEXT NOT NULL,
    expires_at TEXT CHECK (expires_at > created_at),
    revoked_at TEXT CHECK (revoked_at >= created_at)
) STRICT, WITHOUT ROWID;
CREATE TABLE tally (
    kind TEXT NOT NULL,
    seq INTEGER NOT NULL REFERENCES revision (seq),
    documents INTEGER NOT NULL CHECK (documents >= 0),
    last_row INTEGER NOT NULL,
    PRIMARY KEY (kind, seq)
) STRICT, WITHOUT ROWID;
CREATE TABLE passage (
    no INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    row INTEGER NOT NULL,
    names TEXT NOT NULL,
    title TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT;
CREATE TABLE word (
    term TEXT NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID;
INSERT INTO "revision" VALUES (1, '2026-10-12T00:00:00.000Z', 'recorder', 'The first.', '[{"document":{"conventions":[{"id":"days","text":"Days are YYYY-MM-DD. Partial days (2024-02) occur only in announced_on and released_on of chips and rulings and in published_on of sources."},{"id":"intervals","text":"Intervals are half-open: from <= day < until. A null start means always, or not researched; a null end means open."},{"id":"null","text":"Null means not published or not known, never zero."},{"id":"units","text":"gb_s is gigabytes per second. peak_tops are dense TOPS or TFLOPS of all packages together."},{"id":"products","text":"product groups variants of a chip; default_variant marks the one meant when the product is named."},{"id":"reported","text":"tpp_reported and performance_density_reported are the figures of others, for comparison only."},{"id":"standing","text":"Only operative rulings decide; announced and proposed ones are shown as pending."},{"id":"verified-through","text":"verified_through is the last day to which the state of a ruling was checked."},{"id":"seed","text":"seed of a source names one of the five articles from which the research began."}],"coverage":{"cfr_text_date":"2026-09-24","events_through":"2026-10-01","first_date":"2022-08-01","jurisdictions":["CN","EU","MY","TW","US"],"modelled":["export and reexport of AI chips under the U.S. Export Administration Regulations","export rules of other jurisdictions where rulings of them are recorded","import restrictions of the destination as far as they are recorded"],"not_modelled":["screening of parties by name","license applications","items other than AI chips","tariffs and guidance, which are listed but never decide"],"rulings_through":"2026-10-10"},"destinations":{"assumption":"A row with null from was read in the texts of 2026-07-23 and 2026-09-24 and is taken to have been the same since 2020 unless a dated change is recorded.","cfr_text_date":"2026-09-24","checked_against":["15 CFR part 740 supp. no. 1, eCFR 2026-09-24, full text","15 CFR part 740 supp. no. 1, eCFR 2026-07-23, full text (independent capture)","15 CFR part 740 supp. no. 1, eCFR 2026-06-20, Country Group A table only","15 CFR part 740 supp. no. 5, eCFR 2026-09-24"],"interval":"half-open: from <= day < until; null from = held before 2020-01-01 or start not researched; null until = still held in the CFR text of cfr_text_date","title":"Destinations and EAR Country Groups for AI-chip export questions","via":"membership taken from a parent destination under 15 CFR 738.3(b) (for Hong Kong 85 FR 83765, for U.S. areas the definition of United States) and not printed for the entry itself"},"doubts":[{"about":{"chips":[],"destinations":["group:D:1","group:D:4"],"except":["MO","group:D:5"],"from":"2025-01-13","headquartered_in":[],"rulings":["us-bis-2023-10-17-acs-ifr"],"until":null},"id":"license-policy-d1-d4-after-january-2025","text":"The license review policy for destinations in D:1 and D:4 after January 2025 is not settled: the AI Diffusion rule rewrote it and is not enforced."},{"about":{"chips":["nvidia-rtx-5090","nvidia-rtx-5090-d","nvidia-rtx-5090-d-v2"],"destinations":["CN","HK","MO","group:D:5"],"except":[],"from":"2025-04-09","headquartered_in":[],"rulings":[],"until":null},"id":"unpublished-letter-thresholds","text":"The letters to NVIDIA, AMD and Intel of April 2025 are not published; their exact thresholds are known only from filings and press. Cards of the RTX 5090 class to China may be caught."},{"about":{"chips":[],"destinations":[],"except":[],"from":"2025-05-13","headquartered_in":[],"rulings":["us-bis-2025-01-13-ai-diffusion"],"until":null},"id":"diffusion-rule-still-printed","text":"The AI Diffusion rule is still printed in the Code of Federal Regulations, but the Bureau has said that it does not enforce it. It is recorded as suspended."},{"about":{"chips":[],"destinations":["CN","HK","MO"],"except":[],"from":"2023-11-17","headquartered_in":["US","group:A:5","group:A:6"],"rulings":["us-bis-2023-10-17-acs-ifr"],"until":null},"id":"policy-for-allied-headquarters-in-china","text":"After 17 November 2023 the review policy for end users in China whose headquarters are in the United States or in a country of A:5 or A:6 is read from several texts and not stated in one place."},{"about":{"chips":[],"destinations":[],"except":[],"from":null,"headquartered_in":["BY","RU","group:E:1","group:E:2"],"rulings":[],"until":null},"id":"exceptions-for-embargoed-headquarters","text":"License exceptions for parties with headquarters in an embargoed place but located elsewhere are not modelled: ask a sanctions screen."},{"about":{"chips":[],"destinations":["AE"],"except":[],"from":"2026-07-10","headquartered_in":[],"rulings":["us-bis-2026-07-10-uae-rule"],"until":null},"id":"gaming-chips-to-the-uae","text":"Whether gaming chips need a license to the United Arab Emirates after the rule of July 2026 is doubtful."},{"about":{"chips":[],"destinations":["ET"],"except":[],"from":null,"headquartered_in":[],"rulings":[],"until":null},"id":"ethiopia-and-d5","text":"Ethiopia is on the State Department''s list of 22 CFR 126.1 but not in the Bureau''s table of Country Group D:5. It is counted as D:5 at low confidence."},{"about":{"chips":["biren-br100"],"destinations":[],"except":[],"from":"2022-10-21","headquartered_in":[],"rulings":[],"until":"2023-11-17"},"id":"biren-br100-in-2022","text":"The test of 2022 counted all input and output of a chip. For the Biren BR100 that total is not recorded, so its classification in 2022 is not known."},{"about":{"chips":[],"destinations":["AQ","CK","NU","PS"],"except":[],"from":null,"headquartered_in":[],"rulings":[],"until":null},"id":"places-without-memberships","text":"Palestine, the Cook Islands, Niue and Antarctica carry no memberships: they are named neither in the Country Groups nor clearly as a territory of another place."},{"about":{"chips":[],"destinations":[],"except":[],"from":null,"headquartered_in":[],"rulings":[],"until":"2020-01-01"},"id":"memberships-before-2020","text":"Memberships of country groups before 2020 were not researched."},{"about":{"chips":[],"destinations":[],"except":[],"from":"2026-11-10","headquartered_in":[],"rulings":["us-bis-2025-09-29-affiliates-rule","us-bis-2025-11-10-affiliates-suspension"],"until":null},"id":"lapse-by-calendar","text":"A provision that ended, or whose suspension ended, by the calendar after the last day on which the ruling was checked has not been checked again. The case that matters now is the Affiliates rule, suspended through 9 November 2026. Sources differ on whether it applies again: see /v1/disputes/affiliates-rule-after-2026-11-09."},{"about":{"chips":["nvidia-a800","nvidia-h800","nvidia-h20"],"destinations":["CN","HK","MO"],"except":[],"from":"2026-01-15","headquartered_in":[],"rulings":[],"until":null},"id":"china-only-chips-and-availability","text":"Case-by-case review since 15 January 2026 asks that the product was commercially available in the United States. Chips that were never sold there, such as the A800, H800 and H20, seem to fail that test, which specifications cannot show."}],"id":"navicert","licenses":[{"applies_to":"the data set as a whole","id":"navicert","license":"Apache-2.0","text":"Facts in our own words, under the licence of the program.","url":"https://www.apache.org/licenses/LICENSE-2.0"},{"applies_to":"texts of the Federal Register and the Code of Federal Regulations","id":"us-government","license":"U.S. government work","text":"Federal Register and eCFR are works of the United States Government.","url":"https://www.ecfr.gov/"},{"applies_to":"some specifications of chips","id":"epoch-ai","license":"CC-BY-4.0","text":"Epoch AI, data on machine learning hardware; credit: Epoch AI.","url":"https://epoch.ai/data/machine-learning-hardware"}],"summary":"Researched from public sources. Facts only, in our own words, each with its sources and a confidence. Not legal advice.","title":"AI chips, export rulings, news and destinations, 2022 to 2026"},"id":"navicert","kind":"dataset","op":"put"},{"document":{"description":null,"id":"D:5","name":"Arms embargoed","source":null},"id":"D:5","kind":"group","op":"put"},{"document":{"aliases":["PRC","People''s Republic of China","China (PRC)","Mainland China"],"alpha3":"CHN","code":"CN","groups":[{"cite":"15 CFR part 740, supp. no. 1 (eCFR text of 2026-09-24)","from":null,"group":"D:1","until":null,"url":"https://www.ecfr.gov/on/2026-09-24/title-15/subtitle-B/chapter-VII/subchapter-C/part-740/appendix-Supplement%20No.%201%20to%20Part%20740"},{"cite":"15 CFR part 740, supp. no. 1 (eCFR text of 2026-09-24)","from":null,"group":"D:3","until":null,"url":"https://www.ecfr.gov/on/2026-09-24/title-15/subtitle-B/chapter-VII/subchapter-C/part-740/appendix-Supplement%20No.%201%20to%20Part%20740"},{"cite":"15 CFR part 740, supp. no. 1 (eCFR text of 2026-09-24)","from":null,"group":"D:4","until":null,"url":"https://www.ecfr.gov/on/2026-09-24/title-15/subtitle-B/chapter-VII/subchapter-C/part-740/appendix-Supplement%20No.%201%20to%20Part%20740"},{"cite":"15 CFR part 740, supp. no. 1 (eCFR text of 2026-09-24)","from":null,"group":"D:5","until":null,"url":"https://www.ecfr.gov/on/2026-09-24/title-15/subtitle-B/chapter-VII/subchapter-C/part-740/appendix-Supplement%20No.%201%20to%20Part%20740"}],"name":"China","notes":["Hong Kong is part of China for the EAR since 23 December 2020; Macau is a separate destination.","Since 15 January 2026 exports to China of chips below TPP 21,000 and 6,500 GB/s DRAM bandwidth are reviewed case by case on conditions (91 FR 1684); a license is still required."],"numeric":"156","parent":null,"region":"Asia","subregion":"Eastern Asia","treated_as":[]},"id":"CN","kind":"destination","op":"put"},{"document":{"aliases":["Federal Republic of Germany"],"alpha3":"DEU","code":"DE","groups":[{"cite":"15 CFR part 740, supp. no. 1 (eCFR text of 2026-09-24)","from":null,"group":"A:1","until":null,"url":"https://www.ecfr.gov/on/2026-09-24/title-15/subtitle-B/chapter-VII/subchapter-C/part-740/appendix-Supplement%20No.%201%20to%20Part%20740"},{"cite":"15 CFR part 740, supp. no. 1 (eCFR text of 2026-09-24)","from":null,"group":"A:2","until":null,"url":"https://www.ecfr.gov/on/2026-09-24/title-15/subtitle-B/chapter-VII/subchapter-C/part-740/appendix-Supplement%20No.%201%20to%20Part%20740"},{"cite":"15 CFR part 740, supp. no. 1 (eCFR text of 2026-09-24)","from":null,"group":"A:3","until":null,"url":"https://www.ecfr.gov/on/2026-09-24/title-15/subtitle-B/chapter-VII/subchapter-C/part-740/appendix-Supplement%20No.%201%20to%20Part%20740"},{"cite":"15 CFR part 740, supp. no. 1 (eCFR text of 2026-09-24)","from":null,"group":"A:4","until":null,"url":"https://www.ecfr.gov/on/2026-09-24/title-15/subtitle-B/chapter-VII/subchapter-C/part-740/appendix-Supplement%20No.%201%20to%20Part%20740"},{"cite":"15 CFR part 740, supp. no. 1 (eCFR text of 2026-09-24)","from":null,"group":"A:5","until":null,"url":"https://www.ecfr.gov/on/2026-09-24/title-15/subtitle-B/chapter-VII/subchapter-C/part-740/appendix-Supplement%20No.%201%20to%20Part%20740"},{"cite":"15 CFR part 740, supp. no. 1 (eCFR text of 2026-09-24)","from":null,"group":"B","until":null,"url":"https://www.ecfr.gov/on/2026-09-24/title-15/subtitle-B/chapter-VII/subchapter-C/part-740/appendix-Supplement%20No.%201%20to%20Part%20740"},{"cite":"90 FR 4544 (Jan. 15, 2025), effective 2025-01-13; 15 CFR part 740, supp. no. 5, para. (a) (eCFR text of 2026-09-24)","from":"2025-01-13","group":"AIA","note":"Printed, not enforced since 2025-05-13.","until":null,"url":"https://www.federalregister.gov/d/2025-00636"},{"cite":"Treaty on European Union","from":null,"group":"EU","until":null,"url":null}],"name":"Germany","numeric":"276","parent":null,"region":"Europe","subregion":"Western Europe","treated_as":[]},"id":"DE","kind":"destination","op":"put"},{"document":{"aliases":["Hong Kong SAR","HKSAR","Hong Kong, China","Hong Kong Special Administrative Region of China"],"alpha3":"HKG","code":"HK","groups":[{"cite":"85 FR 83765 (Dec. 23, 2020)","from":null,"group":"A:6","note":"License exceptions that treated Hong Kong better than China had been suspended earlier in 2020.","until":"2020-12-23","url":"https://www.federalregister.gov/d/2020-28101"},{"cite":"85 FR 83765 (Dec. 23, 2020)","from":null,"group":"B","note":"License exceptions that treated Hong Kong better than China had been suspended earlier in 2020.","until":"2020-12-23","url":"https://www.federalregister.gov/d/2020-28101"},{"cite":"85 FR 83765 (Dec. 23, 2020): treated as China","from":"2020-12-23","group":"D:1","until":null,"url":"https://www.federalregister.gov/d/2020-28101","via":"CN"},{"cite":"85 FR 83765 (Dec. 23, 2020): treated as China","from":"2020-12-23","group":"D:3","until":null,"url":"https://www.federalregister.gov/d/2020-28101","via":"CN"},{"cite":"85 FR 83765 (Dec. 23, 2020): treated as China","from":"2020-12-23","group":"D:4","until":null,"url":"https://www.federalregister.gov/d/2020-28101","via":"CN"},{"cite":"85 FR 83765 (Dec. 23, 2020): treated as China","from":"2020-12-23","group":"D:5","until":null,"url":"https://www.federalregister.gov/d/2020-28101","via":"CN"}],"name":"Hong Kong","notes":["Not a separate EAR destination since 23 December 2020: license requirements and groups are those of China (85 FR 83765). § 740.2(a)(19)-(20) still add Hong Kong import and export paper conditions to license exceptions."],"numeric":"344","parent":"CN","region":"Asia","subregion":"Eastern Asia","treated_as":[{"cite":"85 FR 83765","code":"CN","from":"2020-12-23","until":null}]},"id":"HK","kind":"destination","op":"put"},{"document":{"aliases":["USA","United States of America","U.S.","America"],"alpha3":"USA","code":"US","groups":[{"cite":"15 CFR part 740, supp. no. 1 (eCFR text of 2026-09-24)","from":null,"group":"A:1","until":null,"url":"https://www.ecfr.gov/on/2026-09-24/title-15/subtitle-B/chapter-VII/subchapter-C/part-740/appendix-Supplement%20No.%201%20to%20Part%20740"},{"cite":"15 CFR part 740, supp. no. 1 (eCFR text of 2026-09-24)","from":null,"group":"A:2","until":null,"url":"https://www.ecfr.gov/on/2026-09-24/title-15/subtitle-B/chapter-VII/subchapter-C/part-740/appendix-Supplement%20No.%201%20to%20Part%20740"},{"cite":"15 CFR part 740, supp. no. 1 (eCFR text of 2026-09-24)","from":null,"group":"A:3","until":null,"url":"https://www.ecfr.gov/on/2026-09-24/title-15/subtitle-B/chapter-VII/subchapter-C/part-740/appendix-Supplement%20No.%201%20to%20Part%20740"},{"cite":"15 CFR part 740, supp. no. 1 (eCFR text of 2026-09-24)","from":null,"group":"A:4","until":null,"url":"https://www.ecfr.gov/on/2026-09-24/title-15/subtitle-B/chapter-VII/subchapter-C/part-740/appendix-Supplement%20No.%201%20to%20Part%20740"},{"cite":"15 CFR part 740, supp. no. 1 (eCFR text of 2026-09-24)","from":null,"group":"B","until":null,"url":"https://www.ecfr.gov/on/2026-09-24/title-15/subtitle-B/chapter-VII/subchapter-C/part-740/appendix-Supplement%20No.%201%20to%20Part%20740"},{"cite":"90 FR 4544 (Jan. 15, 2025), effective 2025-01-13; 15 CFR part 740, supp. no. 5, para. (a) (eCFR text of 2026-09-24)","from":"2025-01-13","group":"AIA","note":"Printed, not enforced since 2025-05-13.","until":null,"url":"https://www.federalregister.gov/d/2025-00636"}],"name":"United States","notes":["Shipments within the United States are not exports; the D and A columns matter for headquarters tests."],"numeric":"840","parent":null,"region":"Americas","subregion":"Northern America","treated_as":[]},"id":"US","kind":"destination","op":"put"},{"document":{"aliases":["MI308"],"announced_on":null,"confidence":"low","default_variant":true,"die_area_mm2":null,"die_count":null,"family":"CDNA 3","id":"amd-mi308x","interconnect":{"bandwidth_gb_s":null,"name":"Infinity Fabric"},"kind":"gpu","market":"CN","memory":{"bandwidth_gb_s":5300,"capacity_gb":192,"type":"HBM3"},"name":"Instinct MI308X","notes":"AMD never published FLOPS. 80 CU gfx942 with 192 GB; the driver carries a peak-TOPS limiter for this part; measured FP8 is about 414 TFLOPS under the limiter. The Toolkit''s TPP 2,368 and MI300X rows at TechPowerUp/Epoch (653.7 TFLOPS) are placeholders. XCD count not confirmed, so area is null.","package_count":1,"peak_tops":{"bf16":null,"fp16":null,"fp32":null,"fp4":null,"fp6":null,"fp64":null,"fp8":null,"int4":null,"int8":null,"tf32":null},"performance_density_reported":null,"process":"TSMC N5 + N6","product":"amd-mi308x","released_on":"2024","segment":"data_center","sources":[{"fields":["market"],"title":"TechPowerUp, AMD cleared to resume MI308 sales in China","url":"https://www.techpowerup.com/338945/amd-cleared-to-resume-mi308-ai-gpu-sales-in-china"},{"fields":["memory"],"title":"AMD ROCm GPU specifications","url":"https://rocm.docs.amd.com/en/latest/reference/gpu-specs.html"},{"fields":["notes"],"title":"AI-datacenter survey corpus (University of Michigan), chip architecture files, as of 2026-09-13","url":"https://github.com/Yufeng98/AI-datacenter"}],"tdp_w":null,"tpp_reported":null,"transistors_billion":null,"vendor":"AMD","vendor_country":"US"},"id":"amd-mi308x","kind":"chip","op":"put"},{"document":{"aliases":["H100","H100 SXM"],"announced_on":"2022-03-22","confidence":"high","default_variant":true,"die_area_mm2":814,"die_count":1,"family":"Hopper","id":"nvidia-h100-sxm","interconnect":{"bandwidth_gb_s":900,"name":"NVLink"},"kind":"gpu","market":"global","memory":{"bandwidth_gb_s":3350,"capacity_gb":80,"type":"HBM3"},"name":"H100 SXM5 80GB","notes":"GH100 die. Data sheet tensor figures are with sparsity; halved here. FP64 value is the tensor-core one. Some sources print TPP 15,824 (1,978 x 8).","package_count":1,"peak_tops":{"bf16":989.4,"fp16":989.4,"fp32":67,"fp4":null,"fp6":null,"fp64":67,"fp8":1979,"int4":null,"int8":1979,"tf32":494.7},"performance_density_reported":19.45,"process":"TSMC 4N","product":"nvidia-h100","released_on":"2022-10-01","segment":"data_center","sources":[{"fields":["peak_tops","memory","interconnect","tdp_w"],"title":"NVIDIA H100 data sheet","url":"https://resources.nvidia.com/en-us-tensor-core/nvidia-tensor-core-gpu-datasheet"},{"fields":["die_area_mm2","process","transistors_billion"],"title":"NVIDIA Hopper Architecture In-Depth","url":"https://developer.nvidia.com/blog/nvidia-hopper-architecture-in-depth/"},{"fields":["released_on"],"title":"TechPowerUp GPU database, h100 sxm5 80 gb","url":"https://www.techpowerup.com/gpu-specs/h100-sxm5-80-gb.c3900"},{"fields":["tpp_reported","performance_density_reported"],"title":"Export Control Toolkit, chip table (March 2026)","url":"https://github.com/s-w-kelly/chip-export-controls"}],"tdp_w":700,"tpp_reported":15832,"transistors_billion":80,"vendor":"NVIDIA","vendor_country":"US"},"id":"nvidia-h100-sxm","kind":"chip","op":"put"},{"document":{"aliases":["HGX H20","H20 SXM5 96GB"],"announced_on":"2023-11-09","confidence":"high","default_variant":true,"die_area_mm2":814,"die_count":1,"family":"Hopper","id":"nvidia-h20","interconnect":{"bandwidth_gb_s":900,"name":"NVLink"},"kind":"gpu","market":"CN","memory":{"bandwidth_gb_s":4000,"capacity_gb":96,"type":"HBM3"},"name":"H20","notes":"GH100 die with most compute disabled; dense figures (the listing prints no sparse ones). 400 W in most listings, 500 W in some. License requirement notified April 2025 because of memory and interconnect bandwidth, not TPP.","package_count":1,"peak_tops":{"bf16":148,"fp16":148,"fp32":44,"fp4":null,"fp6":null,"fp64":1,"fp8":296,"int4":null,"int8":296,"tf32":74},"performance_density_reported":2.91,"process":"TSMC 4N","product":"nvidia-h20","released_on":"2024-02","segment":"data_center","sources":[{"fields":["peak_tops","memory","interconnect"],"title":"Tom''s Hardware, H20/L20/L2 specification table","url":"https://www.tomshardware.com/pc-components/gpus/new-nvidia-ai-gpus-designed-to-get-around-us-export-bans-come-to-china-h20-l20-and-l2-to-fill-void-left-by-restricted-models"},{"fields":["peak_tops","tdp_w"],"title":"Vipera listing, NVIDIA HGX H20","url":"https://viperatech.com/shop/nvidia-hgx-h20/"},{"fields":["die_area_mm2","process","transistors_billion"],"title":"NVIDIA Hopper Architecture In-Depth","url":"https://developer.nvidia.com/blog/nvidia-hopper-architecture-in-depth/"},{"fields":["tpp_reported","performance_density_reported"],"title":"Export Control Toolkit, chip table (March 2026)","url":"https://github.com/s-w-kelly/chip-export-controls"},{"fields":["tpp_reported"],"title":"Institute for Progress, The H20 Problem","url":"https://ifp.org/the-h20-problem/"}],"tdp_w":400,"tpp_reported":2368,"transistors_billion":80,"vendor":"NVIDIA","vendor_country":"US"},"id":"nvidia-h20","kind":"chip","op":"put"},{"document":{"amends":[],"announced_on":"2025-04-15","citations":[{"text":"NVIDIA Form 8-K, event date 2025-04-09, filed 2025-04-15","url":"https://www.sec.gov/Archives/edgar/data/1045810/000104581025000082/nvda-20250409.htm"}],"confidence":"high","effective_from":"2025-04-09","effective_until":null,"id":"us-bis-2025-04-09-nvidia-h20-letter","issuer":"Bureau of Industry and Security","jurisdiction":"US","kind":"is_informed_letter","notes":"Never published or withdrawn; licenses have been issued under it since August 2025. Numeric reading of #3 (4,000 GB/s; 900 GB/s) uses H20 datasheet values. Trade press puts the general line at 1,400 GB/s of memory bandwidth, as in the Intel notice, and NVIDIA''s RTX Pro 6000D (1,398 GB/s) was designed just under it, so gaming and workstation parts above 1,400 GB/s (RTX 5090, RTX 5090D, RTX PRO 6000) may also be caught for China: ask a human.","provisions":[{"chips":["nvidia-h20"],"cite":"individual notice (15 CFR 744.23(b) type)","conditions":[],"destinations":{"exclude":[],"headquartered_in":[],"include":["CN","HK","MO","group:D:5"]},"eccns":[],"effect":"license_required","effective_from":"2025-04-09","effective_until":null,"exception":null,"export_from":null,"id":"us-bis-2025-04-09-nvidia-h20-letter#1","import_status":null,"no_exceptions":true,"policy":null,"predicate":null,"priority":0,"targets":[],"text":"H20 needs a license to China, Hong Kong, Macau and D:5 countries."},{"chips":["nvidia-h20"],"cite":"individual notice","conditions":[],"destinations":{"exclude":["US"],"headquartered_in":["CN","HK","MO","group:D:5"],"include":["*"]},"eccns":[],"effect":"license_required","effective_from":"2025-04-09","effective_until":null,"exception":null,"export_from":null,"id":"us-bis-2025-04-09-nvidia-h20-letter#2","import_status":null,"no_exceptions":true,"policy":null,"predicate":null,"priority":0,"targets":[],"text":"H20 needs a license anywhere when the recipient is headquartered in, or has its ultimate parent in, those places."},{"chips":null,"cite":"individual notice","conditions":[],"destinations":{"exclude":[],"headquartered_in":[],"include":["CN","HK","MO","group:D:5"]},"eccns":[],"effect":"license_required","effective_from":"2025-04-09","effective_until":null,"exception":null,"export_from":null,"id":"us-bis-2025-04-09-nvidia-h20-letter#3","import_status":null,"no_exceptions":true,"policy":null,"predicate":{"all":[{"field":"vendor","op":"==","value":"NVIDIA"},{"any":[{"field":"memory_bandwidth_gb_s","op":">=","value":4000},{"field":"interconnect_gb_s","op":">=","value":900}]}]},"priority":0,"targets":[],"text":"Other NVIDIA circuits reaching the H20''s memory bandwidth or interconnect bandwidth need a license to the same places."},{"chips":null,"cite":"individual notice","conditions":[],"destinations":{"exclude":["US"],"headquartered_in":["CN","HK","MO","group:D:5"],"include":["*"]},"eccns":[],"effect":"license_required","effective_from":"2025-04-09","effective_until":null,"exception":null,"export_from":null,"id":"us-bis-2025-04-09-nvidia-h20-letter#4","import_status":null,"no_exceptions":true,"policy":null,"predicate":{"all":[{"field":"vendor","op":"==","value":"NVIDIA"},{"any":[{"field":"memory_bandwidth_gb_s","op":">=","value":4000},{"field":"interconnect_gb_s","op":">=","value":900}]}]},"priority":0,"targets":[],"text":"The same circuits need a license anywhere when the recipient is headquartered in, or has its ultimate parent in, those places."}],"published_on":null,"sources":[{"published_on":"2025-04-15","publisher":"SEC EDGAR / NVIDIA","title":"NVIDIA Form 8-K","url":"https://www.sec.gov/Archives/edgar/data/1045810/000104581025000082/nvda-20250409.htm"},{"published_on":"2025-04","publisher":"HiTech Expert","title":"US imposes export restrictions on NVIDIA''s H20","url":"https://hitechexpert.top/us-imposes-export-restrictions-on-nvidias-h20-ai-chips/"},{"published_on":"2025-11-25","publisher":"Guancha / Toutiao 7576320132163682842 (seed article)","title":"000_7bfca9c00cf83cbd.txt","url":null},{"published_on":null,"publisher":"seed article (July 2025)","title":"001_f52803a389a93523.txt","url":null},{"published_on":"2025-04-16","publisher":"Hu Xijin / Toutiao 7493894955241456143 (seed article)","title":"002_d2d7876e543c015c.txt","url":null},{"published_on":null,"publisher":"seed article (December 2025)","title":"004_4c7a2523477a3bcd.txt","url":null}],"standing":"operative","summary":"Told NVIDIA on 9 April 2025 that the H20, and any circuit reaching the H20''s memory bandwidth, interconnect bandwidth or a combination, needs a license for China including Hong Kong and Macau, for D:5 countries, and for companies headquartered or with an ultimate parent there. On 14 April NVIDIA was told that the requirement will stay for the indefinite future. The stated reason is the risk of use in, or diversion to, a supercomputer in China.","supersedes":[],"suspends":[],"title":"Letter to NVIDIA: license for H20 and equivalents","verified_through":"2026-10-10"},"id":"us-bis-2025-04-09-nvidia-h20-letter","kind":"ruling","op":"put"},{"document":{"amends":["us-bis-2025-07-14-h20-assurances"],"announced_on":"2025-08-11","citations":[{"text":"Presidential remarks, 2025-08-11","url":null},{"text":"NVIDIA Form 10-K FY2026 (expectation of 15% or more, not codified)","url":null}],"confidence":"high","effective_from":"2025-08-08","effective_until":null,"id":"us-exec-2025-08-11-revenue-share-15","issuer":"President of the United States / Department of Commerce","jurisdiction":"US","kind":"announcement","notes":"Legality disputed (export-tax clause, no-fee clause of ECRA). Whether any payment was made is not public. Still described by NVIDIA as an expectation in February 2026.","provisions":[{"chips":["nvidia-h20","amd-mi308x"],"cite":"no CFR text","conditions":[{"text":"percent of revenue from licensed sales in China; arrangement, not regulation","type":"revenue_share","value":15}],"destinations":{"exclude":[],"headquartered_in":[],"include":["CN","HK","MO"]},"eccns":[],"effect":"condition","effective_from":"2025-08-08","effective_until":null,"exception":null,"export_from":null,"id":"us-exec-2025-08-11-revenue-share-15#1","import_status":null,"no_exceptions":false,"policy":null,"predicate":null,"priority":0,"targets":[],"text":"Licensed H20 and MI308 sales to China are expected to carry a 15% payment to the US government."}],"published_on":null,"sources":[{"published_on":"2025-08-12","publisher":"AP","title":"US will get a 15% cut of Nvidia and AMD chip sales to China","url":"https://archives.lincolndailynews.com/2025/Aug/12/NEWS/business_k.shtml"},{"published_on":"2025-08-11","publisher":"Fudzilla mirror","title":"Nvidia and AMD hand Trump 15 per cent of China chip revenues","url":"https://mail.itx.ba/news/61515-nvidia-and-amd-hand-trump-15-per-cent-of-china-chip-revenues?print=1&tmpl=component"},{"published_on":"2025-08-27","publisher":"Yahoo Finance mirror","title":"Nvidia says the 15% arrangement is not codified","url":"https://todayheadline.co/?p=206511"},{"published_on":"2025-12","publisher":"ICgoodFind","title":"AMD confirms MI308 licence with 15% fee","url":"https://www.icgoodfind.com/cms/Article/get/article_id/16669"},{"published_on":"2025-11-25","publisher":"Guancha / Toutiao 7576320132163682842 (seed article)","title":"000_7bfca9c00cf83cbd.txt","url":null}],"standing":"operative","summary":"Commerce began issuing H20 licenses around 8 August 2025; on 10-11 August it emerged, and the President confirmed, that NVIDIA and AMD would pay 15% of the proceeds of licensed H20 and MI308 sales in China to the US government. No regulation was published. NVIDIA reported little revenue under the licenses; AMD said in December 2025 that it held some MI308 licenses and would pay.","supersedes":[],"suspends":[],"title":"15% revenue share on H20 and MI308 sales to China","verified_through":"2026-10-10"},"id":"us-exec-2025-08-11-revenue-share-15","kind":"ruling","op":"put"},{"document":{"category":"legislation","chips":[],"claims":[],"confidence":"high","countries":["US"],"date":"2022-08-01","date_precision":"month","headline":"Biden signs the CHIPS and Science Act","id":"2022-08-01-chips-act-signed","organizations":["White House"],"people":["Joe Biden"],"reliability":"major_outlet","rulings":[],"sources":[{"language":"en","published_on":"2025-07-16","publisher":"AFP via SpaceDaily","seed":null,"title":"The US-China chip war in dates","url":"https://www.spacedaily.com/reports/The_US-China_chip_war_in_dates_999.html"}],"summary":"President Biden signed a law providing about $52 billion to promote chip production inside the United States. It was motivated by worry that China could come to dominate chipmaking."},"id":"2022-08-01-chips-act-signed","kind":"event","op":"put"},{"document":{"about":"us-affiliates-rule","id":"affiliates-rule-after-2026-11-09","note":"No BIS text that prolongs the stay was found, and nothing after early October 2026 could be read. The service must show the status after 9 November 2026 as unknown.","positions":[{"event_ids":["2025-11-10-affiliates-rule-suspended","2026-05-20-affiliates-snapback-scheduled"],"sources":["https://sayari.com/resources/live-events/masterclass/bis-50-affiliates-rule-2026-update/","https://www.bassberrygovcontrade.com/update-bis-affiliates-rule-suspended-for-one-year-following-u-s-china/"],"value":"yes, it returns on 10 November 2026 unless extended"},{"event_ids":["2026-09-23-bessent-truce-to-january"],"sources":["https://www.cnbc.com/2026/09/24/us-china-trade-truce-bessent-trump-xi.html"],"value":"the truce runs to 10 January 2027 (Bessent)"},{"event_ids":["2026-09-24-china-mfa-does-not-confirm-truce"],"sources":["https://www.mfa.gov.cn/eng/xw/fyrbt/202609/t20260924_12030731.html"],"value":"not confirmed by Beijing at the time"}],"question":"Does the Affiliates rule apply again from 10 November 2026?"},"id":"affiliates-rule-after-2026-11-09","kind":"dispute","op":"put"},{"document":{"about":"us-ai-chip-controls","id":"ban-origin-and-motive","note":"The letter of August 2022 predates the wave at the end of 2022 to which the seed ties the bans.","positions":[{"event_ids":["2022-10-07-bis-advanced-computing-rule"],"sources":["002_d2d7876e543c015c.txt"],"value":"under Biden, after the ChatGPT craze of 2022, tightened twice"},{"event_ids":["2022-08-26-nvidia-a100-h100-license-letter"],"sources":["https://shacknews.com/article/132106/nvidia-exports-us-government-license-requirements-china-hong-kong?amphtml=1"],"value":"by letter on 26 August 2022, over military end use"},{"event_ids":["2022-10-07-bis-advanced-computing-rule"],"sources":["000_7bfca9c00cf83cbd.txt","https://bis.gov/press-release/commerce-implements-new-export-controls-advanced-computing-and-semiconductor"],"value":"since 2022, to suppress China''s chip development (seed) or protect national security (US)"}],"question":"When and why did the bans on GPU sales to China begin?"},"id":"ban-origin-and-motive","kind":"dispute","op":"put"},{"document":{"about":"us-cn-summit-2026","id":"beijing-summit-chips-on-agenda","note":"The sources seen are secondary.","positions":[{"event_ids":["2026-05-14-trump-xi-beijing-summit"],"sources":["https://memeeeeeex.com/en/articles/trump-xi-beijing-2026-ai-chips/"],"value":"not a main topic (US trade chief)"},{"event_ids":["2026-05-14-us-clears-ten-chinese-firms-h200"],"sources":["https://memeeeeeex.com/en/articles/trump-xi-beijing-2026-ai-chips/"],"value":"US cleared about ten Chinese firms on the day (Reuters)"},{"event_ids":["2026-05-14-us-clears-ten-chinese-firms-h200"],"sources":["https://www.studioglobal.ai/discover/answers/what-did-nvidia-ceo-jensen-huang-say-6a0b9fa0c10fcfe9d3aa73da"],"value":"China chose not to buy (Trump)"}],"question":"Were AI chips part of the May 2026 Beijing summit?"},"id":"beijing-summit-chips-on-agenda","kind":"dispute","op":"put"}]', x'54953e41d74e25d3d09c433b36803e6ac70a70e69f7ac377e4129487e0601161');
INSERT INTO "revision" VALUES (2, '2026-10-13T00:00:00.000Z', 'recorder', 'An edit: “né”, 20 %.', '[{"document":{"aliases":["H twenty","the small one"],"announced_on":"2023-11-09","confidence":"high","default_variant":true,"die_area_mm2":814,"die_count":1,"family":"Hopper","id":"nvidia-h20","interconnect":{"bandwidth_gb_s":900,"name":"NVLink"},"kind":"gpu","market":"CN","memory":{"bandwidth_gb_s":4000,"capacity_gb":96,"type":"HBM3"},"name":"H20","notes":"GH100 die with most compute disabled; dense figures (the listing prints no sparse ones). 400 W in most listings, 500 W in some. License requirement notified April 2025 because of memory and interconnect bandwidth, not TPP.","package_count":1,"peak_tops":{"bf16":148,"fp16":148,"fp32":44,"fp4":null,"fp6":null,"fp64":1,"fp8":296,"int4":null,"int8":296,"tf32":74},"performance_density_reported":2.91,"process":"TSMC 4N","product":"nvidia-h20","released_on":"2024-02","segment":"data_center","sources":[{"fields":["peak_tops","memory","interconnect"],"title":"Tom''s Hardware, H20/L20/L2 specification table","url":"https://www.tomshardware.com/pc-components/gpus/new-nvidia-ai-gpus-designed-to-get-around-us-export-bans-come-to-china-h20-l20-and-l2-to-fill-void-left-by-restricted-models"},{"fields":["peak_tops","tdp_w"],"title":"Vipera listing, NVIDIA HGX H20","url":"https://viperatech.com/shop/nvidia-hgx-h20/"},{"fields":["die_area_mm2","process","transistors_billion"],"title":"NVIDIA Hopper Architecture In-Depth","url":"https://developer.nvidia.com/blog/nvidia-hopper-architecture-in-depth/"},{"fields":["tpp_reported","performance_density_reported"],"title":"Export Control Toolkit, chip table (March 2026)","url":"https://github.com/s-w-kelly/chip-export-controls"},{"fields":["tpp_reported"],"title":"Institute for Progress, The H20 Problem","url":"https://ifp.org/the-h20-problem/"}],"tdp_w":400,"tpp_reported":2368,"transistors_billion":80,"vendor":"NVIDIA","vendor_country":"US"},"id":"nvidia-h20","kind":"chip","op":"put"}]', x'0a04f472fae0e68d87e78e5a18ce6a46470943038bf1ae8171a7b8c2d715ae0e');
INSERT INTO "revision" VALUES (3, '2026-10-14T00:00:00.000Z', 'recorder', 'Two deletions.', '[{"id":"amd-mi308x","kind":"chip","op":"delete"},{"id":"2022-08-01-chips-act-signed","kind":"event","op":"delete"}]', x'20e0e4b2c8b3e9dac93e0d0b9d4225266ac45f46e128453252824b2aa6eba7ea');
INSERT INTO "revision" VALUES (4, '2026-10-15T00:00:00.000Z', 'recorder', 'One came back.', '[{"document":{"category":"legislation","chips":[],"claims":[],"confidence":"high","countries":["US"],"date":"2022-08-01","date_precision":"month","headline":"Signed, after all","id":"2022-08-01-chips-act-signed","organizations":["White House"],"people":["Joe Biden"],"reliability":"major_outlet","rulings":[],"sources":[{"language":"en","published_on":"2025-07-16","publisher":"AFP via SpaceDaily","seed":null,"title":"The US-China chip war in dates","url":"https://www.spacedaily.com/reports/The_US-China_chip_war_in_dates_999.html"}],"summary":"President Biden signed a law providing about $52 billion to promote chip production inside the United States. It was motivated by worry that China could come to dominate chipmaking."},"id":"2022-08-01-chips-act-signed","kind":"event","op":"put"}]', x'900678a9df4a74700a9c7c5836afdc641c76e6a1240e46b436723a0e8fb30baf');
INSERT INTO "entity" VALUES (1, 'dataset', 'navicert');
INSERT INTO "entity" VALUES (2, 'group', 'D:5');
INSERT INTO "entity" VALUES (3, 'destination', 'CN');
INSERT INTO "entity" VALUES (4, 'destination', 'DE');
INSERT INTO "entity" VALUES (5, 'destination', 'HK');
INSERT INTO "entity" VALUES (6, 'destination', 'US');
INSERT INTO "entity" VALUES (7, 'chip', 'amd-mi308x');
INSERT INTO "entity" VALUES (8, 'chip', 'nvidia-h100-sxm');
INSERT INTO "entity" VALUES (9, 'chip', 'nvidia-h20');
INSERT INTO "entity" VALUES (10, 'ruling', 'us-bis-2025-04-09-nvidia-h20-letter');
INSERT INTO "entity" VALUES (11, 'ruling', 'us-exec-2025-08-11-revenue-share-15');
INSERT INTO "entity" VALUES (12, 'event', '2022-08-01-chips-act-signed');
INSERT INTO "entity" VALUES (13, 'dispute', 'affiliates-rule-after-2026-11-09');
INSERT INTO "entity" VALUES (14, 'dispute', 'ban-origin-and-motive');
INSERT INTO "entity" VALUES (15, 'dispute', 'beijing-summit-chips-on-agenda');
INSERT INTO "dataset" VALUES (1, 1, 'navicert', 1, 9223372036854775807, '{"conventions":[{"id":"days","text":"Days are YYYY-MM-DD. Partial days (2024-02) occur only in announced_on and released_on of chips and rulings and in published_on of sources."},{"id":"intervals","text":"Intervals are half-open: from <= day < until. A null start means always, or not researched; a null end means open."},{"id":"null","text":"Null means not published or not known, never zero."},{"id":"units","text":"gb_s is gigabytes per second. peak_tops are dense TOPS or TFLOPS of all packages together."},{"id":"products","text":"product groups variants of a chip; default_variant marks the one meant when the product is named."},{"id":"reported","text":"tpp_reported and performance_density_reported are the figures of others, for comparison only."},{"id":"standing","text":"Only operative rulings decide; announced and proposed ones are shown as pending."},{"id":"verified-through","text":"verified_through is the last day to which the state of a ruling was checked."},{"id":"seed","text":"seed of a source names one of the five articles from which the research began."}],"coverage":{"cfr_text_date":"2026-09-24","events_through":"2026-10-01","first_date":"2022-08-01","jurisdictions":["CN","EU","MY","TW","US"],"modelled":["export and reexport of AI chips under the U.S. Export Administration Regulations","export rules of other jurisdictions where rulings of them are recorded","import restrictions of the destination as far as they are recorded"],"not_modelled":["screening of parties by name","license applications","items other than AI chips","tariffs and guidance, which are listed but never decide"],"rulings_through":"2026-10-10"},"destinations":{"assumption":"A row with null from was read in the texts of 2026-07-23 and 2026-09-24 and is taken to have been the same since 2020 unless a dated change is recorded.","cfr_text_date":"2026-09-24","checked_against":["15 CFR part 740 supp. no. 1, eCFR 2026-09-24, full text","15 CFR part 740 supp. no. 1, eCFR 2026-07-23, full text (independent capture)","15 CFR part 740 supp. no. 1, eCFR 2026-06-20, Country Group A table only","15 CFR part 740 supp. no. 5, eCFR 2026-09-24"],"interval":"half-open: from <= day < until; null from = held before 2020-01-01 or start not researched; null until = still held in the CFR text of cfr_text_date","title":"Destinations and EAR Country Groups for AI-chip export questions","via":"membership taken from a parent destination under 15 CFR 738.3(b) (for Hong Kong 85 FR 83765, for U.S. areas the definition of United States) and not printed for the entry itself"},"doubts":[{"about":{"chips":[],"destinations":["group:D:1","group:D:4"],"except":["MO","group:D:5"],"from":"2025-01-13","headquartered_in":[],"rulings":["us-bis-2023-10-17-acs-ifr"],"until":null},"id":"license-policy-d1-d4-after-january-2025","text":"The license review policy for destinations in D:1 and D:4 after January 2025 is not settled: the AI Diffusion rule rewrote it and is not enforced."},{"about":{"chips":["nvidia-rtx-5090","nvidia-rtx-5090-d","nvidia-rtx-5090-d-v2"],"destinations":["CN","HK","MO","group:D:5"],"except":[],"from":"2025-04-09","headquartered_in":[],"rulings":[],"until":null},"id":"unpublished-letter-thresholds","text":"The letters to NVIDIA, AMD and Intel of April 2025 are not published; their exact thresholds are known only from filings and press. Cards of the RTX 5090 class to China may be caught."},{"about":{"chips":[],"destinations":[],"except":[],"from":"2025-05-13","headquartered_in":[],"rulings":["us-bis-2025-01-13-ai-diffusion"],"until":null},"id":"diffusion-rule-still-printed","text":"The AI Diffusion rule is still printed in the Code of Federal Regulations, but the Bureau has said that it does not enforce it. It is recorded as suspended."},{"about":{"chips":[],"destinations":["CN","HK","MO"],"except":[],"from":"2023-11-17","headquartered_in":["US","group:A:5","group:A:6"],"rulings":["us-bis-2023-10-17-acs-ifr"],"until":null},"id":"policy-for-allied-headquarters-in-china","text":"After 17 November 2023 the review policy for end users in China whose headquarters are in the United States or in a country of A:5 or A:6 is read from several texts and not stated in one place."},{"about":{"chips":[],"destinations":[],"except":[],"from":null,"headquartered_in":["BY","RU","group:E:1","group:E:2"],"rulings":[],"until":null},"id":"exceptions-for-embargoed-headquarters","text":"License exceptions for parties with headquarters in an embargoed place but located elsewhere are not modelled: ask a sanctions screen."},{"about":{"chips":[],"destinations":["AE"],"except":[],"from":"2026-07-10","headquartered_in":[],"rulings":["us-bis-2026-07-10-uae-rule"],"until":null},"id":"gaming-chips-to-the-uae","text":"Whether gaming chips need a license to the United Arab Emirates after the rule of July 2026 is doubtful."},{"about":{"chips":[],"destinations":["ET"],"except":[],"from":null,"headquartered_in":[],"rulings":[],"until":null},"id":"ethiopia-and-d5","text":"Ethiopia is on the State Department''s list of 22 CFR 126.1 but not in the Bureau''s table of Country Group D:5. It is counted as D:5 at low confidence."},{"about":{"chips":["biren-br100"],"destinations":[],"except":[],"from":"2022-10-21","headquartered_in":[],"rulings":[],"until":"2023-11-17"},"id":"biren-br100-in-2022","text":"The test of 2022 counted all input and output of a chip. For the Biren BR100 that total is not recorded, so its classification in 2022 is not known."},{"about":{"chips":[],"destinations":["AQ","CK","NU","PS"],"except":[],"from":null,"headquartered_in":[],"rulings":[],"until":null},"id":"places-without-memberships","text":"Palestine, the Cook Islands, Niue and Antarctica carry no memberships: they are named neither in the Country Groups nor clearly as a territory of another place."},{"about":{"chips":[],"destinations":[],"except":[],"from":null,"headquartered_in":[],"rulings":[],"until":"2020-01-01"},"id":"memberships-before-2020","text":"Memberships of country groups before 2020 were not researched."},{"about":{"chips":[],"destinations":[],"except":[],"from":"2026-11-10","headquartered_in":[],"rulings":["us-bis-2025-09-29-affiliates-rule","us-bis-2025-11-10-affiliates-suspension"],"until":null},"id":"lapse-by-calendar","text":"A provision that ended, or whose suspension ended, by the calendar after the last day on which the ruling was checked has not been checked again. The case that matters now is the Affiliates rule, suspended through 9 November 2026. Sources differ on whether it applies again: see /v1/disputes/affiliates-rule-after-2026-11-09."},{"about":{"chips":["nvidia-a800","nvidia-h800","nvidia-h20"],"destinations":["CN","HK","MO"],"except":[],"from":"2026-01-15","headquartered_in":[],"rulings":[],"until":null},"id":"china-only-chips-and-availability","text":"Case-by-case review since 15 January 2026 asks that the product was commercially available in the United States. Chips that were never sold there, such as the A800, H800 and H20, seem to fail that test, which specifications cannot show."}],"id":"navicert","licenses":[{"applies_to":"the data set as a whole","id":"navicert","license":"Apache-2.0","text":"Facts in our own words, under the licence of the program.","url":"https://www.apache.org/licenses/LICENSE-2.0"},{"applies_to":"texts of the Federal Register and the Code of Federal Regulations","id":"us-government","license":"U.S. government work","text":"Federal Register and eCFR are works of the United States Government.","url":"https://www.ecfr.gov/"},{"applies_to":"some specifications of chips","id":"epoch-ai","license":"CC-BY-4.0","text":"Epoch AI, data on machine learning hardware; credit: Epoch AI.","url":"https://epoch.ai/data/machine-learning-hardware"}],"summary":"Researched from public sources. Facts only, in our own words, each with its sources and a confidence. Not legal advice.","title":"AI chips, export rulings, news and destinations, 2022 to 2026"}', 'AI chips, export rulings, news and destinations, 2022 to 2026', 'Researched from public sources. Facts only, in our own words, each with its sources and a confidence. Not legal advice.');
INSERT INTO "group" VALUES (1, 2, 'D:5', 1, 9223372036854775807, '{"description":null,"id":"D:5","name":"Arms embargoed","source":null}', 'Arms embargoed', NULL, NULL);
INSERT INTO "destination" VALUES (1, 3, 'CN', 1, 9223372036854775807, '{"aliases":["PRC","People''s Republic of China","China (PRC)","Mainland China"],"alpha3":"CHN","code":"CN","groups":[{"cite":"15 CFR part 740, supp. no. 1 (eCFR text of 2026-09-24)","from":null,"group":"D:1","until":null,"url":"https://www.ecfr.gov/on/2026-09-24/title-15/subtitle-B/chapter-VII/subchapter-C/part-740/appendix-Supplement%20No.%201%20to%20Part%20740"},{"cite":"15 CFR part 740, supp. no. 1 (eCFR text of 2026-09-24)","from":null,"group":"D:3","until":null,"url":"https://www.ecfr.gov/on/2026-09-24/title-15/subtitle-B/chapter-VII/subchapter-C/part-740/appendix-Supplement%20No.%201%20to%20Part%20740"},{"cite":"15 CFR part 740, supp. no. 1 (eCFR text of 2026-09-24)","from":null,"group":"D:4","until":null,"url":"https://www.ecfr.gov/on/2026-09-24/title-15/subtitle-B/chapter-VII/subchapter-C/part-740/appendix-Supplement%20No.%201%20to%20Part%20740"},{"cite":"15 CFR part 740, supp. no. 1 (eCFR text of 2026-09-24)","from":null,"group":"D:5","until":null,"url":"https://www.ecfr.gov/on/2026-09-24/title-15/subtitle-B/chapter-VII/subchapter-C/part-740/appendix-Supplement%20No.%201%20to%20Part%20740"}],"name":"China","notes":["Hong Kong is part of China for the EAR since 23 December 2020; Macau is a separate destination.","Since 15 January 2026 exports to China of chips below TPP 21,000 and 6,500 GB/s DRAM bandwidth are reviewed case by case on conditions (91 FR 1684); a license is still required."],"numeric":"156","parent":null,"region":"Asia","subregion":"Eastern Asia","treated_as":[]}', 'CN', 'CHN', '156', 'China', 'Asia', 'Eastern Asia', NULL, NULL);
INSERT INTO "destination" VALUES (2, 4, 'DE', 1, 9223372036854775807, '{"aliases":["Federal Republic of Germany"],"alpha3":"DEU","code":"DE","groups":[{"cite":"15 CFR part 740, supp. no. 1 (eCFR text of 2026-09-24)","from":null,"group":"A:1","until":null,"url":"https://www.ecfr.gov/on/2026-09-24/title-15/subtitle-B/chapter-VII/subchapter-C/part-740/appendix-Supplement%20No.%201%20to%20Part%20740"},{"cite":"15 CFR part 740, supp. no. 1 (eCFR text of 2026-09-24)","from":null,"group":"A:2","until":null,"url":"https://www.ecfr.gov/on/2026-09-24/title-15/subtitle-B/chapter-VII/subchapter-C/part-740/appendix-Supplement%20No.%201%20to%20Part%20740"},{"cite":"15 CFR part 740, supp. no. 1 (eCFR text of 2026-09-24)","from":null,"group":"A:3","until":null,"url":"https://www.ecfr.gov/on/2026-09-24/title-15/subtitle-B/chapter-VII/subchapter-C/part-740/appendix-Supplement%20No.%201%20to%20Part%20740"},{"cite":"15 CFR part 740, supp. no. 1 (eCFR text of 2026-09-24)","from":null,"group":"A:4","until":null,"url":"https://www.ecfr.gov/on/2026-09-24/title-15/subtitle-B/chapter-VII/subchapter-C/part-740/appendix-Supplement%20No.%201%20to%20Part%20740"},{"cite":"15 CFR part 740, supp. no. 1 (eCFR text of 2026-09-24)","from":null,"group":"A:5","until":null,"url":"https://www.ecfr.gov/on/2026-09-24/title-15/subtitle-B/chapter-VII/subchapter-C/part-740/appendix-Supplement%20No.%201%20to%20Part%20740"},{"cite":"15 CFR part 740, supp. no. 1 (eCFR text of 2026-09-24)","from":null,"group":"B","until":null,"url":"https://www.ecfr.gov/on/2026-09-24/title-15/subtitle-B/chapter-VII/subchapter-C/part-740/appendix-Supplement%20No.%201%20to%20Part%20740"},{"cite":"90 FR 4544 (Jan. 15, 2025), effective 2025-01-13; 15 CFR part 740, supp. no. 5, para. (a) (eCFR text of 2026-09-24)","from":"2025-01-13","group":"AIA","note":"Printed, not enforced since 2025-05-13.","until":null,"url":"https://www.federalregister.gov/d/2025-00636"},{"cite":"Treaty on European Union","from":null,"group":"EU","until":null,"url":null}],"name":"Germany","numeric":"276","parent":null,"region":"Europe","subregion":"Western Europe","treated_as":[]}', 'DE', 'DEU', '276', 'Germany', 'Europe', 'Western Europe', NULL, NULL);
INSERT INTO "destination" VALUES (3, 5, 'HK', 1, 9223372036854775807, '{"aliases":["Hong Kong SAR","HKSAR","Hong Kong, China","Hong Kong Special Administrative Region of China"],"alpha3":"HKG","code":"HK","groups":[{"cite":"85 FR 83765 (Dec. 23, 2020)","from":null,"group":"A:6","note":"License exceptions that treated Hong Kong better than China had been suspended earlier in 2020.","until":"2020-12-23","url":"https://www.federalregister.gov/d/2020-28101"},{"cite":"85 FR 83765 (Dec. 23, 2020)","from":null,"group":"B","note":"License exceptions that treated Hong Kong better than China had been suspended earlier in 2020.","until":"2020-12-23","url":"https://www.federalregister.gov/d/2020-28101"},{"cite":"85 FR 83765 (Dec. 23, 2020): treated as China","from":"2020-12-23","group":"D:1","until":null,"url":"https://www.federalregister.gov/d/2020-28101","via":"CN"},{"cite":"85 FR 83765 (Dec. 23, 2020): treated as China","from":"2020-12-23","group":"D:3","until":null,"url":"https://www.federalregister.gov/d/2020-28101","via":"CN"},{"cite":"85 FR 83765 (Dec. 23, 2020): treated as China","from":"2020-12-23","group":"D:4","until":null,"url":"https://www.federalregister.gov/d/2020-28101","via":"CN"},{"cite":"85 FR 83765 (Dec. 23, 2020): treated as China","from":"2020-12-23","group":"D:5","until":null,"url":"https://www.federalregister.gov/d/2020-28101","via":"CN"}],"name":"Hong Kong","notes":["Not a separate EAR destination since 23 December 2020: license requirements and groups are those of China (85 FR 83765). § 740.2(a)(19)-(20) still add Hong Kong import and export paper conditions to license exceptions."],"numeric":"344","parent":"CN","region":"Asia","subregion":"Eastern Asia","treated_as":[{"cite":"85 FR 83765","code":"CN","from":"2020-12-23","until":null}]}', 'HK', 'HKG', '344', 'Hong Kong', 'Asia', 'Eastern Asia', 'CN', NULL);
INSERT INTO "destination" VALUES (4, 6, 'US', 1, 9223372036854775807, '{"aliases":["USA","United States of America","U.S.","America"],"alpha3":"USA","code":"US","groups":[{"cite":"15 CFR part 740, supp. no. 1 (eCFR text of 2026-09-24)","from":null,"group":"A:1","until":null,"url":"https://www.ecfr.gov/on/2026-09-24/title-15/subtitle-B/chapter-VII/subchapter-C/part-740/appendix-Supplement%20No.%201%20to%20Part%20740"},{"cite":"15 CFR part 740, supp. no. 1 (eCFR text of 2026-09-24)","from":null,"group":"A:2","until":null,"url":"https://www.ecfr.gov/on/2026-09-24/title-15/subtitle-B/chapter-VII/subchapter-C/part-740/appendix-Supplement%20No.%201%20to%20Part%20740"},{"cite":"15 CFR part 740, supp. no. 1 (eCFR text of 2026-09-24)","from":null,"group":"A:3","until":null,"url":"https://www.ecfr.gov/on/2026-09-24/title-15/subtitle-B/chapter-VII/subchapter-C/part-740/appendix-Supplement%20No.%201%20to%20Part%20740"},{"cite":"15 CFR part 740, supp. no. 1 (eCFR text of 2026-09-24)","from":null,"group":"A:4","until":null,"url":"https://www.ecfr.gov/on/2026-09-24/title-15/subtitle-B/chapter-VII/subchapter-C/part-740/appendix-Supplement%20No.%201%20to%20Part%20740"},{"cite":"15 CFR part 740, supp. no. 1 (eCFR text of 2026-09-24)","from":null,"group":"B","until":null,"url":"https://www.ecfr.gov/on/2026-09-24/title-15/subtitle-B/chapter-VII/subchapter-C/part-740/appendix-Supplement%20No.%201%20to%20Part%20740"},{"cite":"90 FR 4544 (Jan. 15, 2025), effective 2025-01-13; 15 CFR part 740, supp. no. 5, para. (a) (eCFR text of 2026-09-24)","from":"2025-01-13","group":"AIA","note":"Printed, not enforced since 2025-05-13.","until":null,"url":"https://www.federalregister.gov/d/2025-00636"}],"name":"United States","notes":["Shipments within the United States are not exports; the D and A columns matter for headquarters tests."],"numeric":"840","parent":null,"region":"Americas","subregion":"Northern America","treated_as":[]}', 'US', 'USA', '840', 'United States', 'Americas', 'Northern America', NULL, NULL);
INSERT INTO "chip" VALUES (1, 7, 'amd-mi308x', 1, 3, '{"aliases":["MI308"],"announced_on":null,"confidence":"low","default_variant":true,"die_area_mm2":null,"die_count":null,"family":"CDNA 3","id":"amd-mi308x","interconnect":{"bandwidth_gb_s":null,"name":"Infinity Fabric"},"kind":"gpu","market":"CN","memory":{"bandwidth_gb_s":5300,"capacity_gb":192,"type":"HBM3"},"name":"Instinct MI308X","notes":"AMD never published FLOPS. 80 CU gfx942 with 192 GB; the driver carries a peak-TOPS limiter for this part; measured FP8 is about 414 TFLOPS under the limiter. The Toolkit''s TPP 2,368 and MI300X rows at TechPowerUp/Epoch (653.7 TFLOPS) are placeholders. XCD count not confirmed, so area is null.","package_count":1,"peak_tops":{"bf16":null,"fp16":null,"fp32":null,"fp4":null,"fp6":null,"fp64":null,"fp8":null,"int4":null,"int8":null,"tf32":null},"performance_density_reported":null,"process":"TSMC N5 + N6","product":"amd-mi308x","released_on":"2024","segment":"data_center","sources":[{"fields":["market"],"title":"TechPowerUp, AMD cleared to resume MI308 sales in China","url":"https://www.techpowerup.com/338945/amd-cleared-to-resume-mi308-ai-gpu-sales-in-china"},{"fields":["memory"],"title":"AMD ROCm GPU specifications","url":"https://rocm.docs.amd.com/en/latest/reference/gpu-specs.html"},{"fields":["notes"],"title":"AI-datacenter survey corpus (University of Michigan), chip architecture files, as of 2026-09-13","url":"https://github.com/Yufeng98/AI-datacenter"}],"tdp_w":null,"tpp_reported":null,"transistors_billion":null,"vendor":"AMD","vendor_country":"US"}', 'amd-mi308x', 1, 'AMD', 'US', 'Instinct MI308X', 'CDNA 3', 'gpu', 'data_center', 'CN', NULL, '2024', 'TSMC N5 + N6', NULL, NULL, NULL, 1.0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'HBM3', 192.0, 5300.0, NULL, 'Infinity Fabric', NULL, NULL, NULL, NULL, 'low', 'AMD never published FLOPS. 80 CU gfx942 with 192 GB; the driver carries a peak-TOPS limiter for this part; measured FP8 is about 414 TFLOPS under the limiter. The Toolkit''s TPP 2,368 and MI300X rows at TechPowerUp/Epoch (653.7 TFLOPS) are placeholders. XCD count not confirmed, so area is null.', NULL, NULL, NULL);
INSERT INTO "chip" VALUES (2, 8, 'nvidia-h100-sxm', 1, 9223372036854775807, '{"aliases":["H100","H100 SXM"],"announced_on":"2022-03-22","confidence":"high","default_variant":true,"die_area_mm2":814,"die_count":1,"family":"Hopper","id":"nvidia-h100-sxm","interconnect":{"bandwidth_gb_s":900,"name":"NVLink"},"kind":"gpu","market":"global","memory":{"bandwidth_gb_s":3350,"capacity_gb":80,"type":"HBM3"},"name":"H100 SXM5 80GB","notes":"GH100 die. Data sheet tensor figures are with sparsity; halved here. FP64 value is the tensor-core one. Some sources print TPP 15,824 (1,978 x 8).","package_count":1,"peak_tops":{"bf16":989.4,"fp16":989.4,"fp32":67,"fp4":null,"fp6":null,"fp64":67,"fp8":1979,"int4":null,"int8":1979,"tf32":494.7},"performance_density_reported":19.45,"process":"TSMC 4N","product":"nvidia-h100","released_on":"2022-10-01","segment":"data_center","sources":[{"fields":["peak_tops","memory","interconnect","tdp_w"],"title":"NVIDIA H100 data sheet","url":"https://resources.nvidia.com/en-us-tensor-core/nvidia-tensor-core-gpu-datasheet"},{"fields":["die_area_mm2","process","transistors_billion"],"title":"NVIDIA Hopper Architecture In-Depth","url":"https://developer.nvidia.com/blog/nvidia-hopper-architecture-in-depth/"},{"fields":["released_on"],"title":"TechPowerUp GPU database, h100 sxm5 80 gb","url":"https://www.techpowerup.com/gpu-specs/h100-sxm5-80-gb.c3900"},{"fields":["tpp_reported","performance_density_reported"],"title":"Export Control Toolkit, chip table (March 2026)","url":"https://github.com/s-w-kelly/chip-export-controls"}],"tdp_w":700,"tpp_reported":15832,"transistors_billion":80,"vendor":"NVIDIA","vendor_country":"US"}', 'nvidia-h100', 1, 'NVIDIA', 'US', 'H100 SXM5 80GB', 'Hopper', 'gpu', 'data_center', 'global', '2022-03-22', '2022-10-01', 'TSMC 4N', NULL, 814.0, 1.0, 1.0, 80.0, 67.0, 67.0, 494.7, 989.4, 989.4, 1979.0, 1979.0, NULL, NULL, NULL, 'HBM3', 80.0, 3350.0, NULL, 'NVLink', 900.0, 700.0, 15832.0, 19.45, 'high', 'GH100 die. Data sheet tensor figures are with sparsity; halved here. FP64 value is the tensor-core one. Some sources print TPP 15,824 (1,978 x 8).', 15832.0, 19.44963144963145, 4250.0);
INSERT INTO "chip" VALUES (3, 9, 'nvidia-h20', 1, 2, '{"aliases":["HGX H20","H20 SXM5 96GB"],"announced_on":"2023-11-09","confidence":"high","default_variant":true,"die_area_mm2":814,"die_count":1,"family":"Hopper","id":"nvidia-h20","interconnect":{"bandwidth_gb_s":900,"name":"NVLink"},"kind":"gpu","market":"CN","memory":{"bandwidth_gb_s":4000,"capacity_gb":96,"type":"HBM3"},"name":"H20","notes":"GH100 die with most compute disabled; dense figures (the listing prints no sparse ones). 400 W in most listings, 500 W in some. License requirement notified April 2025 because of memory and interconnect bandwidth, not TPP.","package_count":1,"peak_tops":{"bf16":148,"fp16":148,"fp32":44,"fp4":null,"fp6":null,"fp64":1,"fp8":296,"int4":null,"int8":296,"tf32":74},"performance_density_reported":2.91,"process":"TSMC 4N","product":"nvidia-h20","released_on":"2024-02","segment":"data_center","sources":[{"fields":["peak_tops","memory","interconnect"],"title":"Tom''s Hardware, H20/L20/L2 specification table","url":"https://www.tomshardware.com/pc-components/gpus/new-nvidia-ai-gpus-designed-to-get-around-us-export-bans-come-to-china-h20-l20-and-l2-to-fill-void-left-by-restricted-models"},{"fields":["peak_tops","tdp_w"],"title":"Vipera listing, NVIDIA HGX H20","url":"https://viperatech.com/shop/nvidia-hgx-h20/"},{"fields":["die_area_mm2","process","transistors_billion"],"title":"NVIDIA Hopper Architecture In-Depth","url":"https://developer.nvidia.com/blog/nvidia-hopper-architecture-in-depth/"},{"fields":["tpp_reported","performance_density_reported"],"title":"Export Control Toolkit, chip table (March 2026)","url":"https://github.com/s-w-kelly/chip-export-controls"},{"fields":["tpp_reported"],"title":"Institute for Progress, The H20 Problem","url":"https://ifp.org/the-h20-problem/"}],"tdp_w":400,"tpp_reported":2368,"transistors_billion":80,"vendor":"NVIDIA","vendor_country":"US"}', 'nvidia-h20', 1, 'NVIDIA', 'US', 'H20', 'Hopper', 'gpu', 'data_center', 'CN', '2023-11-09', '2024-02', 'TSMC 4N', NULL, 814.0, 1.0, 1.0, 80.0, 1.0, 44.0, 74.0, 148.0, 148.0, 296.0, 296.0, NULL, NULL, NULL, 'HBM3', 96.0, 4000.0, NULL, 'NVLink', 900.0, 400.0, 2368.0, 2.91, 'high', 'GH100 die with most compute disabled; dense figures (the listing prints no sparse ones). 400 W in most listings, 500 W in some. License requirement notified April 2025 because of memory and interconnect bandwidth, not TPP.', 2368.0, 2.909090909090909, 4900.0);
INSERT INTO "chip" VALUES (4, 9, 'nvidia-h20', 2, 9223372036854775807, '{"aliases":["H twenty","the small one"],"announced_on":"2023-11-09","confidence":"high","default_variant":true,"die_area_mm2":814,"die_count":1,"family":"Hopper","id":"nvidia-h20","interconnect":{"bandwidth_gb_s":900,"name":"NVLink"},"kind":"gpu","market":"CN","memory":{"bandwidth_gb_s":4000,"capacity_gb":96,"type":"HBM3"},"name":"H20","notes":"GH100 die with most compute disabled; dense figures (the listing prints no sparse ones). 400 W in most listings, 500 W in some. License requirement notified April 2025 because of memory and interconnect bandwidth, not TPP.","package_count":1,"peak_tops":{"bf16":148,"fp16":148,"fp32":44,"fp4":null,"fp6":null,"fp64":1,"fp8":296,"int4":null,"int8":296,"tf32":74},"performance_density_reported":2.91,"process":"TSMC 4N","product":"nvidia-h20","released_on":"2024-02","segment":"data_center","sources":[{"fields":["peak_tops","memory","interconnect"],"title":"Tom''s Hardware, H20/L20/L2 specification table","url":"https://www.tomshardware.com/pc-components/gpus/new-nvidia-ai-gpus-designed-to-get-around-us-export-bans-come-to-china-h20-l20-and-l2-to-fill-void-left-by-restricted-models"},{"fields":["peak_tops","tdp_w"],"title":"Vipera listing, NVIDIA HGX H20","url":"https://viperatech.com/shop/nvidia-hgx-h20/"},{"fields":["die_area_mm2","process","transistors_billion"],"title":"NVIDIA Hopper Architecture In-Depth","url":"https://developer.nvidia.com/blog/nvidia-hopper-architecture-in-depth/"},{"fields":["tpp_reported","performance_density_reported"],"title":"Export Control Toolkit, chip table (March 2026)","url":"https://github.com/s-w-kelly/chip-export-controls"},{"fields":["tpp_reported"],"title":"Institute for Progress, The H20 Problem","url":"https://ifp.org/the-h20-problem/"}],"tdp_w":400,"tpp_reported":2368,"transistors_billion":80,"vendor":"NVIDIA","vendor_country":"US"}', 'nvidia-h20', 1, 'NVIDIA', 'US', 'H20', 'Hopper', 'gpu', 'data_center', 'CN', '2023-11-09', '2024-02', 'TSMC 4N', NULL, 814.0, 1.0, 1.0, 80.0, 1.0, 44.0, 74.0, 148.0, 148.0, 296.0, 296.0, NULL, NULL, NULL, 'HBM3', 96.0, 4000.0, NULL, 'NVLink', 900.0, 400.0, 2368.0, 2.91, 'high', 'GH100 die with most compute disabled; dense figures (the listing prints no sparse ones). 400 W in most listings, 500 W in some. License requirement notified April 2025 because of memory and interconnect bandwidth, not TPP.', 2368.0, 2.909090909090909, 4900.0);
INSERT INTO "chip" VALUES (5, 7, 'amd-mi308x', 3, 9223372036854775807, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO "ruling" VALUES (1, 10, 'us-bis-2025-04-09-nvidia-h20-letter', 1, 9223372036854775807, '{"amends":[],"announced_on":"2025-04-15","citations":[{"text":"NVIDIA Form 8-K, event date 2025-04-09, filed 2025-04-15","url":"https://www.sec.gov/Archives/edgar/data/1045810/000104581025000082/nvda-20250409.htm"}],"confidence":"high","effective_from":"2025-04-09","effective_until":null,"id":"us-bis-2025-04-09-nvidia-h20-letter","issuer":"Bureau of Industry and Security","jurisdiction":"US","kind":"is_informed_letter","notes":"Never published or withdrawn; licenses have been issued under it since August 2025. Numeric reading of #3 (4,000 GB/s; 900 GB/s) uses H20 datasheet values. Trade press puts the general line at 1,400 GB/s of memory bandwidth, as in the Intel notice, and NVIDIA''s RTX Pro 6000D (1,398 GB/s) was designed just under it, so gaming and workstation parts above 1,400 GB/s (RTX 5090, RTX 5090D, RTX PRO 6000) may also be caught for China: ask a human.","provisions":[{"chips":["nvidia-h20"],"cite":"individual notice (15 CFR 744.23(b) type)","conditions":[],"destinations":{"exclude":[],"headquartered_in":[],"include":["CN","HK","MO","group:D:5"]},"eccns":[],"effect":"license_required","effective_from":"2025-04-09","effective_until":null,"exception":null,"export_from":null,"id":"us-bis-2025-04-09-nvidia-h20-letter#1","import_status":null,"no_exceptions":true,"policy":null,"predicate":null,"priority":0,"targets":[],"text":"H20 needs a license to China, Hong Kong, Macau and D:5 countries."},{"chips":["nvidia-h20"],"cite":"individual notice","conditions":[],"destinations":{"exclude":["US"],"headquartered_in":["CN","HK","MO","group:D:5"],"include":["*"]},"eccns":[],"effect":"license_required","effective_from":"2025-04-09","effective_until":null,"exception":null,"export_from":null,"id":"us-bis-2025-04-09-nvidia-h20-letter#2","import_status":null,"no_exceptions":true,"policy":null,"predicate":null,"priority":0,"targets":[],"text":"H20 needs a license anywhere when the recipient is headquartered in, or has its ultimate parent in, those places."},{"chips":null,"cite":"individual notice","conditions":[],"destinations":{"exclude":[],"headquartered_in":[],"include":["CN","HK","MO","group:D:5"]},"eccns":[],"effect":"license_required","effective_from":"2025-04-09","effective_until":null,"exception":null,"export_from":null,"id":"us-bis-2025-04-09-nvidia-h20-letter#3","import_status":null,"no_exceptions":true,"policy":null,"predicate":{"all":[{"field":"vendor","op":"==","value":"NVIDIA"},{"any":[{"field":"memory_bandwidth_gb_s","op":">=","value":4000},{"field":"interconnect_gb_s","op":">=","value":900}]}]},"priority":0,"targets":[],"text":"Other NVIDIA circuits reaching the H20''s memory bandwidth or interconnect bandwidth need a license to the same places."},{"chips":null,"cite":"individual notice","conditions":[],"destinations":{"exclude":["US"],"headquartered_in":["CN","HK","MO","group:D:5"],"include":["*"]},"eccns":[],"effect":"license_required","effective_from":"2025-04-09","effective_until":null,"exception":null,"export_from":null,"id":"us-bis-2025-04-09-nvidia-h20-letter#4","import_status":null,"no_exceptions":true,"policy":null,"predicate":{"all":[{"field":"vendor","op":"==","value":"NVIDIA"},{"any":[{"field":"memory_bandwidth_gb_s","op":">=","value":4000},{"field":"interconnect_gb_s","op":">=","value":900}]}]},"priority":0,"targets":[],"text":"The same circuits need a license anywhere when the recipient is headquartered in, or has its ultimate parent in, those places."}],"published_on":null,"sources":[{"published_on":"2025-04-15","publisher":"SEC EDGAR / NVIDIA","title":"NVIDIA Form 8-K","url":"https://www.sec.gov/Archives/edgar/data/1045810/000104581025000082/nvda-20250409.htm"},{"published_on":"2025-04","publisher":"HiTech Expert","title":"US imposes export restrictions on NVIDIA''s H20","url":"https://hitechexpert.top/us-imposes-export-restrictions-on-nvidias-h20-ai-chips/"},{"published_on":"2025-11-25","publisher":"Guancha / Toutiao 7576320132163682842 (seed article)","title":"000_7bfca9c00cf83cbd.txt","url":null},{"published_on":null,"publisher":"seed article (July 2025)","title":"001_f52803a389a93523.txt","url":null},{"published_on":"2025-04-16","publisher":"Hu Xijin / Toutiao 7493894955241456143 (seed article)","title":"002_d2d7876e543c015c.txt","url":null},{"published_on":null,"publisher":"seed article (December 2025)","title":"004_4c7a2523477a3bcd.txt","url":null}],"standing":"operative","summary":"Told NVIDIA on 9 April 2025 that the H20, and any circuit reaching the H20''s memory bandwidth, interconnect bandwidth or a combination, needs a license for China including Hong Kong and Macau, for D:5 countries, and for companies headquartered or with an ultimate parent there. On 14 April NVIDIA was told that the requirement will stay for the indefinite future. The stated reason is the risk of use in, or diversion to, a supercomputer in China.","supersedes":[],"suspends":[],"title":"Letter to NVIDIA: license for H20 and equivalents","verified_through":"2026-10-10"}', 'US', 'Bureau of Industry and Security', 'is_informed_letter', 'operative', 'Letter to NVIDIA: license for H20 and equivalents', 'Told NVIDIA on 9 April 2025 that the H20, and any circuit reaching the H20''s memory bandwidth, interconnect bandwidth or a combination, needs a license for China including Hong Kong and Macau, for D:5 countries, and for companies headquartered or with an ultimate parent there. On 14 April NVIDIA was told that the requirement will stay for the indefinite future. The stated reason is the risk of use in, or diversion to, a supercomputer in China.', '2025-04-15', NULL, '2025-04-09', NULL, 'high', '2026-10-10', 'Never published or withdrawn; licenses have been issued under it since August 2025. Numeric reading of #3 (4,000 GB/s; 900 GB/s) uses H20 datasheet values. Trade press puts the general line at 1,400 GB/s of memory bandwidth, as in the Intel notice, and NVIDIA''s RTX Pro 6000D (1,398 GB/s) was designed just under it, so gaming and workstation parts above 1,400 GB/s (RTX 5090, RTX 5090D, RTX PRO 6000) may also be caught for China: ask a human.');
INSERT INTO "ruling" VALUES (2, 11, 'us-exec-2025-08-11-revenue-share-15', 1, 9223372036854775807, '{"amends":["us-bis-2025-07-14-h20-assurances"],"announced_on":"2025-08-11","citations":[{"text":"Presidential remarks, 2025-08-11","url":null},{"text":"NVIDIA Form 10-K FY2026 (expectation of 15% or more, not codified)","url":null}],"confidence":"high","effective_from":"2025-08-08","effective_until":null,"id":"us-exec-2025-08-11-revenue-share-15","issuer":"President of the United States / Department of Commerce","jurisdiction":"US","kind":"announcement","notes":"Legality disputed (export-tax clause, no-fee clause of ECRA). Whether any payment was made is not public. Still described by NVIDIA as an expectation in February 2026.","provisions":[{"chips":["nvidia-h20","amd-mi308x"],"cite":"no CFR text","conditions":[{"text":"percent of revenue from licensed sales in China; arrangement, not regulation","type":"revenue_share","value":15}],"destinations":{"exclude":[],"headquartered_in":[],"include":["CN","HK","MO"]},"eccns":[],"effect":"condition","effective_from":"2025-08-08","effective_until":null,"exception":null,"export_from":null,"id":"us-exec-2025-08-11-revenue-share-15#1","import_status":null,"no_exceptions":false,"policy":null,"predicate":null,"priority":0,"targets":[],"text":"Licensed H20 and MI308 sales to China are expected to carry a 15% payment to the US government."}],"published_on":null,"sources":[{"published_on":"2025-08-12","publisher":"AP","title":"US will get a 15% cut of Nvidia and AMD chip sales to China","url":"https://archives.lincolndailynews.com/2025/Aug/12/NEWS/business_k.shtml"},{"published_on":"2025-08-11","publisher":"Fudzilla mirror","title":"Nvidia and AMD hand Trump 15 per cent of China chip revenues","url":"https://mail.itx.ba/news/61515-nvidia-and-amd-hand-trump-15-per-cent-of-china-chip-revenues?print=1&tmpl=component"},{"published_on":"2025-08-27","publisher":"Yahoo Finance mirror","title":"Nvidia says the 15% arrangement is not codified","url":"https://todayheadline.co/?p=206511"},{"published_on":"2025-12","publisher":"ICgoodFind","title":"AMD confirms MI308 licence with 15% fee","url":"https://www.icgoodfind.com/cms/Article/get/article_id/16669"},{"published_on":"2025-11-25","publisher":"Guancha / Toutiao 7576320132163682842 (seed article)","title":"000_7bfca9c00cf83cbd.txt","url":null}],"standing":"operative","summary":"Commerce began issuing H20 licenses around 8 August 2025; on 10-11 August it emerged, and the President confirmed, that NVIDIA and AMD would pay 15% of the proceeds of licensed H20 and MI308 sales in China to the US government. No regulation was published. NVIDIA reported little revenue under the licenses; AMD said in December 2025 that it held some MI308 licenses and would pay.","supersedes":[],"suspends":[],"title":"15% revenue share on H20 and MI308 sales to China","verified_through":"2026-10-10"}', 'US', 'President of the United States / Department of Commerce', 'announcement', 'operative', '15% revenue share on H20 and MI308 sales to China', 'Commerce began issuing H20 licenses around 8 August 2025; on 10-11 August it emerged, and the President confirmed, that NVIDIA and AMD would pay 15% of the proceeds of licensed H20 and MI308 sales in China to the US government. No regulation was published. NVIDIA reported little revenue under the licenses; AMD said in December 2025 that it held some MI308 licenses and would pay.', '2025-08-11', NULL, '2025-08-08', NULL, 'high', '2026-10-10', 'Legality disputed (export-tax clause, no-fee clause of ECRA). Whether any payment was made is not public. Still described by NVIDIA as an expectation in February 2026.');
INSERT INTO "event" VALUES (1, 12, '2022-08-01-chips-act-signed', 1, 3, '{"category":"legislation","chips":[],"claims":[],"confidence":"high","countries":["US"],"date":"2022-08-01","date_precision":"month","headline":"Biden signs the CHIPS and Science Act","id":"2022-08-01-chips-act-signed","organizations":["White House"],"people":["Joe Biden"],"reliability":"major_outlet","rulings":[],"sources":[{"language":"en","published_on":"2025-07-16","publisher":"AFP via SpaceDaily","seed":null,"title":"The US-China chip war in dates","url":"https://www.spacedaily.com/reports/The_US-China_chip_war_in_dates_999.html"}],"summary":"President Biden signed a law providing about $52 billion to promote chip production inside the United States. It was motivated by worry that China could come to dominate chipmaking."}', '2022-08-01', 'month', 'legislation', 'Biden signs the CHIPS and Science Act', 'President Biden signed a law providing about $52 billion to promote chip production inside the United States. It was motivated by worry that China could come to dominate chipmaking.', 'major_outlet', 'high');
INSERT INTO "event" VALUES (2, 12, '2022-08-01-chips-act-signed', 3, 4, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO "event" VALUES (3, 12, '2022-08-01-chips-act-signed', 4, 9223372036854775807, '{"category":"legislation","chips":[],"claims":[],"confidence":"high","countries":["US"],"date":"2022-08-01","date_precision":"month","headline":"Signed, after all","id":"2022-08-01-chips-act-signed","organizations":["White House"],"people":["Joe Biden"],"reliability":"major_outlet","rulings":[],"sources":[{"language":"en","published_on":"2025-07-16","publisher":"AFP via SpaceDaily","seed":null,"title":"The US-China chip war in dates","url":"https://www.spacedaily.com/reports/The_US-China_chip_war_in_dates_999.html"}],"summary":"President Biden signed a law providing about $52 billion to promote chip production inside the United States. It was motivated by worry that China could come to dominate chipmaking."}', '2022-08-01', 'month', 'legislation', 'Signed, after all', 'President Biden signed a law providing about $52 billion to promote chip production inside the United States. It was motivated by worry that China could come to dominate chipmaking.', 'major_outlet', 'high');
INSERT INTO "dispute" VALUES (1, 13, 'affiliates-rule-after-2026-11-09', 1, 9223372036854775807, '{"about":"us-affiliates-rule","id":"affiliates-rule-after-2026-11-09","note":"No BIS text that prolongs the stay was found, and nothing after early October 2026 could be read. The service must show the status after 9 November 2026 as unknown.","positions":[{"event_ids":["2025-11-10-affiliates-rule-suspended","2026-05-20-affiliates-snapback-scheduled"],"sources":["https://sayari.com/resources/live-events/masterclass/bis-50-affiliates-rule-2026-update/","https://www.bassberrygovcontrade.com/update-bis-affiliates-rule-suspended-for-one-year-following-u-s-china/"],"value":"yes, it returns on 10 November 2026 unless extended"},{"event_ids":["2026-09-23-bessent-truce-to-january"],"sources":["https://www.cnbc.com/2026/09/24/us-china-trade-truce-bessent-trump-xi.html"],"value":"the truce runs to 10 January 2027 (Bessent)"},{"event_ids":["2026-09-24-china-mfa-does-not-confirm-truce"],"sources":["https://www.mfa.gov.cn/eng/xw/fyrbt/202609/t20260924_12030731.html"],"value":"not confirmed by Beijing at the time"}],"question":"Does the Affiliates rule apply again from 10 November 2026?"}', 'us-affiliates-rule', 'Does the Affiliates rule apply again from 10 November 2026?', 'No BIS text that prolongs the stay was found, and nothing after early October 2026 could be read. The service must show the status after 9 November 2026 as unknown.');
INSERT INTO "dispute" VALUES (2, 14, 'ban-origin-and-motive', 1, 9223372036854775807, '{"about":"us-ai-chip-controls","id":"ban-origin-and-motive","note":"The letter of August 2022 predates the wave at the end of 2022 to which the seed ties the bans.","positions":[{"event_ids":["2022-10-07-bis-advanced-computing-rule"],"sources":["002_d2d7876e543c015c.txt"],"value":"under Biden, after the ChatGPT craze of 2022, tightened twice"},{"event_ids":["2022-08-26-nvidia-a100-h100-license-letter"],"sources":["https://shacknews.com/article/132106/nvidia-exports-us-government-license-requirements-china-hong-kong?amphtml=1"],"value":"by letter on 26 August 2022, over military end use"},{"event_ids":["2022-10-07-bis-advanced-computing-rule"],"sources":["000_7bfca9c00cf83cbd.txt","https://bis.gov/press-release/commerce-implements-new-export-controls-advanced-computing-and-semiconductor"],"value":"since 2022, to suppress China''s chip development (seed) or protect national security (US)"}],"question":"When and why did the bans on GPU sales to China begin?"}', 'us-ai-chip-controls', 'When and why did the bans on GPU sales to China begin?', 'The letter of August 2022 predates the wave at the end of 2022 to which the seed ties the bans.');
INSERT INTO "dispute" VALUES (3, 15, 'beijing-summit-chips-on-agenda', 1, 9223372036854775807, '{"about":"us-cn-summit-2026","id":"beijing-summit-chips-on-agenda","note":"The sources seen are secondary.","positions":[{"event_ids":["2026-05-14-trump-xi-beijing-summit"],"sources":["https://memeeeeeex.com/en/articles/trump-xi-beijing-2026-ai-chips/"],"value":"not a main topic (US trade chief)"},{"event_ids":["2026-05-14-us-clears-ten-chinese-firms-h200"],"sources":["https://memeeeeeex.com/en/articles/trump-xi-beijing-2026-ai-chips/"],"value":"US cleared about ten Chinese firms on the day (Reuters)"},{"event_ids":["2026-05-14-us-clears-ten-chinese-firms-h200"],"sources":["https://www.studioglobal.ai/discover/answers/what-did-nvidia-ceo-jensen-huang-say-6a0b9fa0c10fcfe9d3aa73da"],"value":"China chose not to buy (Trump)"}],"question":"Were AI chips part of the May 2026 Beijing summit?"}', 'us-cn-summit-2026', 'Were AI chips part of the May 2026 Beijing summit?', 'The sources seen are secondary.');
INSERT INTO "tag" VALUES ('change', 'changed', 'aliases', 16);
INSERT INTO "tag" VALUES ('chip', 'aliases', 'MI308', 1);
INSERT INTO "tag" VALUES ('chip', 'called', 'amd-instinct-mi308x', 1);
INSERT INTO "tag" VALUES ('chip', 'called', 'amd-mi308', 1);
INSERT INTO "tag" VALUES ('chip', 'called', 'amd-mi308x', 1);
INSERT INTO "tag" VALUES ('chip', 'called', 'instinct-mi308x', 1);
INSERT INTO "tag" VALUES ('chip', 'called', 'mi308', 1);
INSERT INTO "tag" VALUES ('chip', 'called', 'mi308x', 1);
INSERT INTO "tag" VALUES ('chip', 'named', 'amd-instinct-mi308x', 1);
INSERT INTO "tag" VALUES ('chip', 'named', 'amd-mi308', 1);
INSERT INTO "tag" VALUES ('chip', 'named', 'amd-mi308x', 1);
INSERT INTO "tag" VALUES ('chip', 'named', 'instinct-mi308x', 1);
INSERT INTO "tag" VALUES ('chip', 'named', 'mi308', 1);
INSERT INTO "tag" VALUES ('chip', 'named', 'mi308x', 1);
INSERT INTO "tag" VALUES ('chip', 'product', 'amd-mi308x', 1);
INSERT INTO "tag" VALUES ('chip', 'sources.fields', 'market', 1);
INSERT INTO "tag" VALUES ('chip', 'sources.fields', 'memory', 1);
INSERT INTO "tag" VALUES ('chip', 'sources.fields', 'notes', 1);
INSERT INTO "tag" VALUES ('chip', 'sources.title', 'AI-datacenter survey corpus (University of Michigan), chip architecture files, as of 2026-09-13', 1);
INSERT INTO "tag" VALUES ('chip', 'sources.title', 'AMD ROCm GPU specifications', 1);
INSERT INTO "tag" VALUES ('chip', 'sources.title', 'TechPowerUp, AMD cleared to resume MI308 sales in China', 1);
INSERT INTO "tag" VALUES ('chip', 'sources.url', 'https://github.com/Yufeng98/AI-datacenter', 1);
INSERT INTO "tag" VALUES ('chip', 'sources.url', 'https://rocm.docs.amd.com/en/latest/reference/gpu-specs.html', 1);
INSERT INTO "tag" VALUES ('chip', 'sources.url', 'https://www.techpowerup.com/338945/amd-cleared-to-resume-mi308-ai-gpu-sales-in-china', 1);
INSERT INTO "tag" VALUES ('chip', 'aliases', 'H100', 2);
INSERT INTO "tag" VALUES ('chip', 'aliases', 'H100 SXM', 2);
INSERT INTO "tag" VALUES ('chip', 'called', 'h100', 2);
INSERT INTO "tag" VALUES ('chip', 'called', 'h100-sxm', 2);
INSERT INTO "tag" VALUES ('chip', 'called', 'h100-sxm5-80gb', 2);
INSERT INTO "tag" VALUES ('chip', 'called', 'nvidia-h100', 2);
INSERT INTO "tag" VALUES ('chip', 'called', 'nvidia-h100-sxm', 2);
INSERT INTO "tag" VALUES ('chip', 'called', 'nvidia-h100-sxm5-80gb', 2);
INSERT INTO "tag" VALUES ('chip', 'named', 'h100', 2);
INSERT INTO "tag" VALUES ('chip', 'named', 'h100-sxm', 2);
INSERT INTO "tag" VALUES ('chip', 'named', 'h100-sxm5-80gb', 2);
INSERT INTO "tag" VALUES ('chip', 'named', 'nvidia-h100', 2);
INSERT INTO "tag" VALUES ('chip', 'named', 'nvidia-h100-sxm', 2);
INSERT INTO "tag" VALUES ('chip', 'named', 'nvidia-h100-sxm5-80gb', 2);
INSERT INTO "tag" VALUES ('chip', 'product', 'nvidia-h100', 2);
INSERT INTO "tag" VALUES ('chip', 'sources.fields', 'die_area_mm2', 2);
INSERT INTO "tag" VALUES ('chip', 'sources.fields', 'interconnect', 2);
INSERT INTO "tag" VALUES ('chip', 'sources.fields', 'memory', 2);
INSERT INTO "tag" VALUES ('chip', 'sources.fields', 'peak_tops', 2);
INSERT INTO "tag" VALUES ('chip', 'sources.fields', 'performance_density_reported', 2);
INSERT INTO "tag" VALUES ('chip', 'sources.fields', 'process', 2);
INSERT INTO "tag" VALUES ('chip', 'sources.fields', 'released_on', 2);
INSERT INTO "tag" VALUES ('chip', 'sources.fields', 'tdp_w', 2);
INSERT INTO "tag" VALUES ('chip', 'sources.fields', 'tpp_reported', 2);
INSERT INTO "tag" VALUES ('chip', 'sources.fields', 'transistors_billion', 2);
INSERT INTO "tag" VALUES ('chip', 'sources.title', 'Export Control Toolkit, chip table (March 2026)', 2);
INSERT INTO "tag" VALUES ('chip', 'sources.title', 'NVIDIA H100 data sheet', 2);
INSERT INTO "tag" VALUES ('chip', 'sources.title', 'NVIDIA Hopper Architecture In-Depth', 2);
INSERT INTO "tag" VALUES ('chip', 'sources.title', 'TechPowerUp GPU database, h100 sxm5 80 gb', 2);
INSERT INTO "tag" VALUES ('chip', 'sources.url', 'https://developer.nvidia.com/blog/nvidia-hopper-architecture-in-depth/', 2);
INSERT INTO "tag" VALUES ('chip', 'sources.url', 'https://github.com/s-w-kelly/chip-export-controls', 2);
INSERT INTO "tag" VALUES ('chip', 'sources.url', 'https://resources.nvidia.com/en-us-tensor-core/nvidia-tensor-core-gpu-datasheet', 2);
INSERT INTO "tag" VALUES ('chip', 'sources.url', 'https://www.techpowerup.com/gpu-specs/h100-sxm5-80-gb.c3900', 2);
INSERT INTO "tag" VALUES ('chip', 'aliases', 'H20 SXM5 96GB', 3);
INSERT INTO "tag" VALUES ('chip', 'aliases', 'HGX H20', 3);
INSERT INTO "tag" VALUES ('chip', 'called', 'h20', 3);
INSERT INTO "tag" VALUES ('chip', 'called', 'h20-sxm5-96gb', 3);
INSERT INTO "tag" VALUES ('chip', 'called', 'hgx-h20', 3);
INSERT INTO "tag" VALUES ('chip', 'called', 'nvidia-h20', 3);
INSERT INTO "tag" VALUES ('chip', 'called', 'nvidia-h20-sxm5-96gb', 3);
INSERT INTO "tag" VALUES ('chip', 'called', 'nvidia-hgx-h20', 3);
INSERT INTO "tag" VALUES ('chip', 'named', 'h20', 3);
INSERT INTO "tag" VALUES ('chip', 'named', 'h20-sxm5-96gb', 3);
INSERT INTO "tag" VALUES ('chip', 'named', 'hgx-h20', 3);
INSERT INTO "tag" VALUES ('chip', 'named', 'nvidia-h20', 3);
INSERT INTO "tag" VALUES ('chip', 'named', 'nvidia-h20-sxm5-96gb', 3);
INSERT INTO "tag" VALUES ('chip', 'named', 'nvidia-hgx-h20', 3);
INSERT INTO "tag" VALUES ('chip', 'product', 'nvidia-h20', 3);
INSERT INTO "tag" VALUES ('chip', 'sources.fields', 'die_area_mm2', 3);
INSERT INTO "tag" VALUES ('chip', 'sources.fields', 'interconnect', 3);
INSERT INTO "tag" VALUES ('chip', 'sources.fields', 'memory', 3);
INSERT INTO "tag" VALUES ('chip', 'sources.fields', 'peak_tops', 3);
INSERT INTO "tag" VALUES ('chip', 'sources.fields', 'performance_density_reported', 3);
INSERT INTO "tag" VALUES ('chip', 'sources.fields', 'process', 3);
INSERT INTO "tag" VALUES ('chip', 'sources.fields', 'tdp_w', 3);
INSERT INTO "tag" VALUES ('chip', 'sources.fields', 'tpp_reported', 3);
INSERT INTO "tag" VALUES ('chip', 'sources.fields', 'transistors_billion', 3);
INSERT INTO "tag" VALUES ('chip', 'sources.title', 'Export Control Toolkit, chip table (March 2026)', 3);
INSERT INTO "tag" VALUES ('chip', 'sources.title', 'Institute for Progress, The H20 Problem', 3);
INSERT INTO "tag" VALUES ('chip', 'sources.title', 'NVIDIA Hopper Architecture In-Depth', 3);
INSERT INTO "tag" VALUES ('chip', 'sources.title', 'Tom''s Hardware, H20/L20/L2 specification table', 3);
INSERT INTO "tag" VALUES ('chip', 'sources.title', 'Vipera listing, NVIDIA HGX H20', 3);
INSERT INTO "tag" VALUES ('chip', 'sources.url', 'https://developer.nvidia.com/blog/nvidia-hopper-architecture-in-depth/', 3);
INSERT INTO "tag" VALUES ('chip', 'sources.url', 'https://github.com/s-w-kelly/chip-export-controls', 3);
INSERT INTO "tag" VALUES ('chip', 'sources.url', 'https://ifp.org/the-h20-problem/', 3);
INSERT INTO "tag" VALUES ('chip', 'sources.url', 'https://viperatech.com/shop/nvidia-hgx-h20/', 3);
INSERT INTO "tag" VALUES ('chip', 'sources.url', 'https://www.tomshardware.com/pc-components/gpus/new-nvidia-ai-gpus-designed-to-get-around-us-export-bans-come-to-china-h20-l20-and-l2-to-fill-void-left-by-restricted-models', 3);
INSERT INTO "tag" VALUES ('chip', 'aliases', 'H twenty', 4);
INSERT INTO "tag" VALUES ('chip', 'aliases', 'the small one', 4);
INSERT INTO "tag" VALUES ('chip', 'called', 'h-twenty', 4);
INSERT INTO "tag" VALUES ('chip', 'called', 'h20', 4);
INSERT INTO "tag" VALUES ('chip', 'called', 'nvidia-h-twenty', 4);
INSERT INTO "tag" VALUES ('chip', 'called', 'nvidia-h20', 4);
INSERT INTO "tag" VALUES ('chip', 'called', 'nvidia-the-small-one', 4);
INSERT INTO "tag" VALUES ('chip', 'called', 'the-small-one', 4);
INSERT INTO "tag" VALUES ('chip', 'named', 'h-twenty', 4);
INSERT INTO "tag" VALUES ('chip', 'named', 'h20', 4);
INSERT INTO "tag" VALUES ('chip', 'named', 'nvidia-h-twenty', 4);
INSERT INTO "tag" VALUES ('chip', 'named', 'nvidia-h20', 4);
INSERT INTO "tag" VALUES ('chip', 'named', 'nvidia-the-small-one', 4);
INSERT INTO "tag" VALUES ('chip', 'named', 'the-small-one', 4);
INSERT INTO "tag" VALUES ('chip', 'product', 'nvidia-h20', 4);
INSERT INTO "tag" VALUES ('chip', 'sources.fields', 'die_area_mm2', 4);
INSERT INTO "tag" VALUES ('chip', 'sources.fields', 'interconnect', 4);
INSERT INTO "tag" VALUES ('chip', 'sources.fields', 'memory', 4);
INSERT INTO "tag" VALUES ('chip', 'sources.fields', 'peak_tops', 4);
INSERT INTO "tag" VALUES ('chip', 'sources.fields', 'performance_density_reported', 4);
INSERT INTO "tag" VALUES ('chip', 'sources.fields', 'process', 4);
INSERT INTO "tag" VALUES ('chip', 'sources.fields', 'tdp_w', 4);
INSERT INTO "tag" VALUES ('chip', 'sources.fields', 'tpp_reported', 4);
INSERT INTO "tag" VALUES ('chip', 'sources.fields', 'transistors_billion', 4);
INSERT INTO "tag" VALUES ('chip', 'sources.title', 'Export Control Toolkit, chip table (March 2026)', 4);
INSERT INTO "tag" VALUES ('chip', 'sources.title', 'Institute for Progress, The H20 Problem', 4);
INSERT INTO "tag" VALUES ('chip', 'sources.title', 'NVIDIA Hopper Architecture In-Depth', 4);
INSERT INTO "tag" VALUES ('chip', 'sources.title', 'Tom''s Hardware, H20/L20/L2 specification table', 4);
INSERT INTO "tag" VALUES ('chip', 'sources.title', 'Vipera listing, NVIDIA HGX H20', 4);
INSERT INTO "tag" VALUES ('chip', 'sources.url', 'https://developer.nvidia.com/blog/nvidia-hopper-architecture-in-depth/', 4);
INSERT INTO "tag" VALUES ('chip', 'sources.url', 'https://github.com/s-w-kelly/chip-export-controls', 4);
INSERT INTO "tag" VALUES ('chip', 'sources.url', 'https://ifp.org/the-h20-problem/', 4);
INSERT INTO "tag" VALUES ('chip', 'sources.url', 'https://viperatech.com/shop/nvidia-hgx-h20/', 4);
INSERT INTO "tag" VALUES ('chip', 'sources.url', 'https://www.tomshardware.com/pc-components/gpus/new-nvidia-ai-gpus-designed-to-get-around-us-export-bans-come-to-china-h20-l20-and-l2-to-fill-void-left-by-restricted-models', 4);
INSERT INTO "tag" VALUES ('dataset', 'chips', 'biren-br100', 1);
INSERT INTO "tag" VALUES ('dataset', 'chips', 'nvidia-a800', 1);
INSERT INTO "tag" VALUES ('dataset', 'chips', 'nvidia-h20', 1);
INSERT INTO "tag" VALUES ('dataset', 'chips', 'nvidia-h800', 1);
INSERT INTO "tag" VALUES ('dataset', 'chips', 'nvidia-rtx-5090', 1);
INSERT INTO "tag" VALUES ('dataset', 'chips', 'nvidia-rtx-5090-d', 1);
INSERT INTO "tag" VALUES ('dataset', 'chips', 'nvidia-rtx-5090-d-v2', 1);
INSERT INTO "tag" VALUES ('dataset', 'destinations', 'AE', 1);
INSERT INTO "tag" VALUES ('dataset', 'destinations', 'AQ', 1);
INSERT INTO "tag" VALUES ('dataset', 'destinations', 'BY', 1);
INSERT INTO "tag" VALUES ('dataset', 'destinations', 'CK', 1);
INSERT INTO "tag" VALUES ('dataset', 'destinations', 'CN', 1);
INSERT INTO "tag" VALUES ('dataset', 'destinations', 'ET', 1);
INSERT INTO "tag" VALUES ('dataset', 'destinations', 'group:A:5', 1);
INSERT INTO "tag" VALUES ('dataset', 'destinations', 'group:A:6', 1);
INSERT INTO "tag" VALUES ('dataset', 'destinations', 'group:D:1', 1);
INSERT INTO "tag" VALUES ('dataset', 'destinations', 'group:D:4', 1);
INSERT INTO "tag" VALUES ('dataset', 'destinations', 'group:D:5', 1);
INSERT INTO "tag" VALUES ('dataset', 'destinations', 'group:E:1', 1);
INSERT INTO "tag" VALUES ('dataset', 'destinations', 'group:E:2', 1);
INSERT INTO "tag" VALUES ('dataset', 'destinations', 'HK', 1);
INSERT INTO "tag" VALUES ('dataset', 'destinations', 'MO', 1);
INSERT INTO "tag" VALUES ('dataset', 'destinations', 'NU', 1);
INSERT INTO "tag" VALUES ('dataset', 'destinations', 'PS', 1);
INSERT INTO "tag" VALUES ('dataset', 'destinations', 'RU', 1);
INSERT INTO "tag" VALUES ('dataset', 'destinations', 'US', 1);
INSERT INTO "tag" VALUES ('dataset', 'rulings', 'us-bis-2023-10-17-acs-ifr', 1);
INSERT INTO "tag" VALUES ('dataset', 'rulings', 'us-bis-2025-01-13-ai-diffusion', 1);
INSERT INTO "tag" VALUES ('dataset', 'rulings', 'us-bis-2025-09-29-affiliates-rule', 1);
INSERT INTO "tag" VALUES ('dataset', 'rulings', 'us-bis-2025-11-10-affiliates-suspension', 1);
INSERT INTO "tag" VALUES ('dataset', 'rulings', 'us-bis-2026-07-10-uae-rule', 1);
INSERT INTO "tag" VALUES ('destination', 'aliases', 'China (PRC)', 1);
INSERT INTO "tag" VALUES ('destination', 'aliases', 'Mainland China', 1);
INSERT INTO "tag" VALUES ('destination', 'aliases', 'People''s Republic of China', 1);
INSERT INTO "tag" VALUES ('destination', 'aliases', 'PRC', 1);
INSERT INTO "tag" VALUES ('destination', 'called', '156', 1);
INSERT INTO "tag" VALUES ('destination', 'called', 'china', 1);
INSERT INTO "tag" VALUES ('destination', 'called', 'china-(prc)', 1);
INSERT INTO "tag" VALUES ('destination', 'called', 'chn', 1);
INSERT INTO "tag" VALUES ('destination', 'called', 'cn', 1);
INSERT INTO "tag" VALUES ('destination', 'called', 'mainland-china', 1);
INSERT INTO "tag" VALUES ('destination', 'called', 'people''s-republic-of-china', 1);
INSERT INTO "tag" VALUES ('destination', 'called', 'prc', 1);
INSERT INTO "tag" VALUES ('destination', 'groups', 'D:1', 1);
INSERT INTO "tag" VALUES ('destination', 'groups', 'D:3', 1);
INSERT INTO "tag" VALUES ('destination', 'groups', 'D:4', 1);
INSERT INTO "tag" VALUES ('destination', 'groups', 'D:5', 1);
INSERT INTO "tag" VALUES ('destination', 'groups.group', 'D:1', 1);
INSERT INTO "tag" VALUES ('destination', 'groups.group', 'D:3', 1);
INSERT INTO "tag" VALUES ('destination', 'groups.group', 'D:4', 1);
INSERT INTO "tag" VALUES ('destination', 'groups.group', 'D:5', 1);
INSERT INTO "tag" VALUES ('destination', 'named', '156', 1);
INSERT INTO "tag" VALUES ('destination', 'named', 'china', 1);
INSERT INTO "tag" VALUES ('destination', 'named', 'china-(prc)', 1);
INSERT INTO "tag" VALUES ('destination', 'named', 'chn', 1);
INSERT INTO "tag" VALUES ('destination', 'named', 'cn', 1);
INSERT INTO "tag" VALUES ('destination', 'named', 'mainland-china', 1);
INSERT INTO "tag" VALUES ('destination', 'named', 'people''s-republic-of-china', 1);
INSERT INTO "tag" VALUES ('destination', 'named', 'prc', 1);
INSERT INTO "tag" VALUES ('destination', 'aliases', 'Federal Republic of Germany', 2);
INSERT INTO "tag" VALUES ('destination', 'called', '276', 2);
INSERT INTO "tag" VALUES ('destination', 'called', 'de', 2);
INSERT INTO "tag" VALUES ('destination', 'called', 'deu', 2);
INSERT INTO "tag" VALUES ('destination', 'called', 'federal-republic-of-germany', 2);
INSERT INTO "tag" VALUES ('destination', 'called', 'germany', 2);
INSERT INTO "tag" VALUES ('destination', 'groups', 'A:1', 2);
INSERT INTO "tag" VALUES ('destination', 'groups', 'A:2', 2);
INSERT INTO "tag" VALUES ('destination', 'groups', 'A:3', 2);
INSERT INTO "tag" VALUES ('destination', 'groups', 'A:4', 2);
INSERT INTO "tag" VALUES ('destination', 'groups', 'A:5', 2);
INSERT INTO "tag" VALUES ('destination', 'groups', 'AIA', 2);
INSERT INTO "tag" VALUES ('destination', 'groups', 'B', 2);
INSERT INTO "tag" VALUES ('destination', 'groups', 'EU', 2);
INSERT INTO "tag" VALUES ('destination', 'groups.group', 'A:1', 2);
INSERT INTO "tag" VALUES ('destination', 'groups.group', 'A:2', 2);
INSERT INTO "tag" VALUES ('destination', 'groups.group', 'A:3', 2);
INSERT INTO "tag" VALUES ('destination', 'groups.group', 'A:4', 2);
INSERT INTO "tag" VALUES ('destination', 'groups.group', 'A:5', 2);
INSERT INTO "tag" VALUES ('destination', 'groups.group', 'AIA', 2);
INSERT INTO "tag" VALUES ('destination', 'groups.group', 'B', 2);
INSERT INTO "tag" VALUES ('destination', 'groups.group', 'EU', 2);
INSERT INTO "tag" VALUES ('destination', 'named', '276', 2);
INSERT INTO "tag" VALUES ('destination', 'named', 'de', 2);
INSERT INTO "tag" VALUES ('destination', 'named', 'deu', 2);
INSERT INTO "tag" VALUES ('destination', 'named', 'federal-republic-of-germany', 2);
INSERT INTO "tag" VALUES ('destination', 'named', 'germany', 2);
INSERT INTO "tag" VALUES ('destination', 'aliases', 'HKSAR', 3);
INSERT INTO "tag" VALUES ('destination', 'aliases', 'Hong Kong SAR', 3);
INSERT INTO "tag" VALUES ('destination', 'aliases', 'Hong Kong Special Administrative Region of China', 3);
INSERT INTO "tag" VALUES ('destination', 'aliases', 'Hong Kong, China', 3);
INSERT INTO "tag" VALUES ('destination', 'called', '344', 3);
INSERT INTO "tag" VALUES ('destination', 'called', 'hk', 3);
INSERT INTO "tag" VALUES ('destination', 'called', 'hkg', 3);
INSERT INTO "tag" VALUES ('destination', 'called', 'hksar', 3);
INSERT INTO "tag" VALUES ('destination', 'called', 'hong-kong', 3);
INSERT INTO "tag" VALUES ('destination', 'called', 'hong-kong,-china', 3);
INSERT INTO "tag" VALUES ('destination', 'called', 'hong-kong-sar', 3);
INSERT INTO "tag" VALUES ('destination', 'called', 'hong-kong-special-administrative-region-of-china', 3);
INSERT INTO "tag" VALUES ('destination', 'groups', 'A:6', 3);
INSERT INTO "tag" VALUES ('destination', 'groups', 'B', 3);
INSERT INTO "tag" VALUES ('destination', 'groups', 'D:1', 3);
INSERT INTO "tag" VALUES ('destination', 'groups', 'D:3', 3);
INSERT INTO "tag" VALUES ('destination', 'groups', 'D:4', 3);
INSERT INTO "tag" VALUES ('destination', 'groups', 'D:5', 3);
INSERT INTO "tag" VALUES ('destination', 'groups.group', 'A:6', 3);
INSERT INTO "tag" VALUES ('destination', 'groups.group', 'B', 3);
INSERT INTO "tag" VALUES ('destination', 'groups.group', 'D:1', 3);
INSERT INTO "tag" VALUES ('destination', 'groups.group', 'D:3', 3);
INSERT INTO "tag" VALUES ('destination', 'groups.group', 'D:4', 3);
INSERT INTO "tag" VALUES ('destination', 'groups.group', 'D:5', 3);
INSERT INTO "tag" VALUES ('destination', 'groups.via', 'CN', 3);
INSERT INTO "tag" VALUES ('destination', 'named', '344', 3);
INSERT INTO "tag" VALUES ('destination', 'named', 'hk', 3);
INSERT INTO "tag" VALUES ('destination', 'named', 'hkg', 3);
INSERT INTO "tag" VALUES ('destination', 'named', 'hksar', 3);
INSERT INTO "tag" VALUES ('destination', 'named', 'hong-kong', 3);
INSERT INTO "tag" VALUES ('destination', 'named', 'hong-kong,-china', 3);
INSERT INTO "tag" VALUES ('destination', 'named', 'hong-kong-sar', 3);
INSERT INTO "tag" VALUES ('destination', 'named', 'hong-kong-special-administrative-region-of-china', 3);
INSERT INTO "tag" VALUES ('destination', 'parent', 'CN', 3);
INSERT INTO "tag" VALUES ('destination', 'treated_as', 'CN', 3);
INSERT INTO "tag" VALUES ('destination', 'treated_as.code', 'CN', 3);
INSERT INTO "tag" VALUES ('destination', 'aliases', 'America', 4);
INSERT INTO "tag" VALUES ('destination', 'aliases', 'U.S.', 4);
INSERT INTO "tag" VALUES ('destination', 'aliases', 'United States of America', 4);
INSERT INTO "tag" VALUES ('destination', 'aliases', 'USA', 4);
INSERT INTO "tag" VALUES ('destination', 'called', '840', 4);
INSERT INTO "tag" VALUES ('destination', 'called', 'america', 4);
INSERT INTO "tag" VALUES ('destination', 'called', 'u.s.', 4);
INSERT INTO "tag" VALUES ('destination', 'called', 'united-states', 4);
INSERT INTO "tag" VALUES ('destination', 'called', 'united-states-of-america', 4);
INSERT INTO "tag" VALUES ('destination', 'called', 'us', 4);
INSERT INTO "tag" VALUES ('destination', 'called', 'usa', 4);
INSERT INTO "tag" VALUES ('destination', 'groups', 'A:1', 4);
INSERT INTO "tag" VALUES ('destination', 'groups', 'A:2', 4);
INSERT INTO "tag" VALUES ('destination', 'groups', 'A:3', 4);
INSERT INTO "tag" VALUES ('destination', 'groups', 'A:4', 4);
INSERT INTO "tag" VALUES ('destination', 'groups', 'AIA', 4);
INSERT INTO "tag" VALUES ('destination', 'groups', 'B', 4);
INSERT INTO "tag" VALUES ('destination', 'groups.group', 'A:1', 4);
INSERT INTO "tag" VALUES ('destination', 'groups.group', 'A:2', 4);
INSERT INTO "tag" VALUES ('destination', 'groups.group', 'A:3', 4);
INSERT INTO "tag" VALUES ('destination', 'groups.group', 'A:4', 4);
INSERT INTO "tag" VALUES ('destination', 'groups.group', 'AIA', 4);
INSERT INTO "tag" VALUES ('destination', 'groups.group', 'B', 4);
INSERT INTO "tag" VALUES ('destination', 'named', '840', 4);
INSERT INTO "tag" VALUES ('destination', 'named', 'america', 4);
INSERT INTO "tag" VALUES ('destination', 'named', 'u.s.', 4);
INSERT INTO "tag" VALUES ('destination', 'named', 'united-states', 4);
INSERT INTO "tag" VALUES ('destination', 'named', 'united-states-of-america', 4);
INSERT INTO "tag" VALUES ('destination', 'named', 'us', 4);
INSERT INTO "tag" VALUES ('destination', 'named', 'usa', 4);
INSERT INTO "tag" VALUES ('dispute', 'events', '2025-11-10-affiliates-rule-suspended', 1);
INSERT INTO "tag" VALUES ('dispute', 'events', '2026-05-20-affiliates-snapback-scheduled', 1);
INSERT INTO "tag" VALUES ('dispute', 'events', '2026-09-23-bessent-truce-to-january', 1);
INSERT INTO "tag" VALUES ('dispute', 'events', '2026-09-24-china-mfa-does-not-confirm-truce', 1);
INSERT INTO "tag" VALUES ('dispute', 'sources', 'https://sayari.com/resources/live-events/masterclass/bis-50-affiliates-rule-2026-update/', 1);
INSERT INTO "tag" VALUES ('dispute', 'sources', 'https://www.bassberrygovcontrade.com/update-bis-affiliates-rule-suspended-for-one-year-following-u-s-china/', 1);
INSERT INTO "tag" VALUES ('dispute', 'sources', 'https://www.cnbc.com/2026/09/24/us-china-trade-truce-bessent-trump-xi.html', 1);
INSERT INTO "tag" VALUES ('dispute', 'sources', 'https://www.mfa.gov.cn/eng/xw/fyrbt/202609/t20260924_12030731.html', 1);
INSERT INTO "tag" VALUES ('dispute', 'events', '2022-08-26-nvidia-a100-h100-license-letter', 2);
INSERT INTO "tag" VALUES ('dispute', 'events', '2022-10-07-bis-advanced-computing-rule', 2);
INSERT INTO "tag" VALUES ('dispute', 'sources', '000_7bfca9c00cf83cbd.txt', 2);
INSERT INTO "tag" VALUES ('dispute', 'sources', '002_d2d7876e543c015c.txt', 2);
INSERT INTO "tag" VALUES ('dispute', 'sources', 'https://bis.gov/press-release/commerce-implements-new-export-controls-advanced-computing-and-semiconductor', 2);
INSERT INTO "tag" VALUES ('dispute', 'sources', 'https://shacknews.com/article/132106/nvidia-exports-us-government-license-requirements-china-hong-kong?amphtml=1', 2);
INSERT INTO "tag" VALUES ('dispute', 'events', '2026-05-14-trump-xi-beijing-summit', 3);
INSERT INTO "tag" VALUES ('dispute', 'events', '2026-05-14-us-clears-ten-chinese-firms-h200', 3);
INSERT INTO "tag" VALUES ('dispute', 'sources', 'https://memeeeeeex.com/en/articles/trump-xi-beijing-2026-ai-chips/', 3);
INSERT INTO "tag" VALUES ('dispute', 'sources', 'https://www.studioglobal.ai/discover/answers/what-did-nvidia-ceo-jensen-huang-say-6a0b9fa0c10fcfe9d3aa73da', 3);
INSERT INTO "tag" VALUES ('event', 'countries', 'US', 1);
INSERT INTO "tag" VALUES ('event', 'organizations', 'White House', 1);
INSERT INTO "tag" VALUES ('event', 'people', 'Joe Biden', 1);
INSERT INTO "tag" VALUES ('event', 'sources.language', 'en', 1);
INSERT INTO "tag" VALUES ('event', 'sources.publisher', 'AFP via SpaceDaily', 1);
INSERT INTO "tag" VALUES ('event', 'sources.url', 'https://www.spacedaily.com/reports/The_US-China_chip_war_in_dates_999.html', 1);
INSERT INTO "tag" VALUES ('event', 'countries', 'US', 3);
INSERT INTO "tag" VALUES ('event', 'organizations', 'White House', 3);
INSERT INTO "tag" VALUES ('event', 'people', 'Joe Biden', 3);
INSERT INTO "tag" VALUES ('event', 'sources.language', 'en', 3);
INSERT INTO "tag" VALUES ('event', 'sources.publisher', 'AFP via SpaceDaily', 3);
INSERT INTO "tag" VALUES ('event', 'sources.url', 'https://www.spacedaily.com/reports/The_US-China_chip_war_in_dates_999.html', 3);
INSERT INTO "tag" VALUES ('ruling', 'chips', 'nvidia-h20', 1);
INSERT INTO "tag" VALUES ('ruling', 'citation', 'NVIDIA Form 8-K, event date 2025-04-09, filed 2025-04-15', 1);
INSERT INTO "tag" VALUES ('ruling', 'cites', 'individual notice', 1);
INSERT INTO "tag" VALUES ('ruling', 'cites', 'individual notice (15 CFR 744.23(b) type)', 1);
INSERT INTO "tag" VALUES ('ruling', 'destinations', '*', 1);
INSERT INTO "tag" VALUES ('ruling', 'destinations', 'CN', 1);
INSERT INTO "tag" VALUES ('ruling', 'destinations', 'group:D:5', 1);
INSERT INTO "tag" VALUES ('ruling', 'destinations', 'HK', 1);
INSERT INTO "tag" VALUES ('ruling', 'destinations', 'MO', 1);
INSERT INTO "tag" VALUES ('ruling', 'destinations', 'US', 1);
INSERT INTO "tag" VALUES ('ruling', 'effect', 'license_required', 1);
INSERT INTO "tag" VALUES ('ruling', 'provisions', 'us-bis-2025-04-09-nvidia-h20-letter#1', 1);
INSERT INTO "tag" VALUES ('ruling', 'provisions', 'us-bis-2025-04-09-nvidia-h20-letter#2', 1);
INSERT INTO "tag" VALUES ('ruling', 'provisions', 'us-bis-2025-04-09-nvidia-h20-letter#3', 1);
INSERT INTO "tag" VALUES ('ruling', 'provisions', 'us-bis-2025-04-09-nvidia-h20-letter#4', 1);
INSERT INTO "tag" VALUES ('ruling', 'sources.publisher', 'Guancha / Toutiao 7576320132163682842 (seed article)', 1);
INSERT INTO "tag" VALUES ('ruling', 'sources.publisher', 'HiTech Expert', 1);
INSERT INTO "tag" VALUES ('ruling', 'sources.publisher', 'Hu Xijin / Toutiao 7493894955241456143 (seed article)', 1);
INSERT INTO "tag" VALUES ('ruling', 'sources.publisher', 'SEC EDGAR / NVIDIA', 1);
INSERT INTO "tag" VALUES ('ruling', 'sources.publisher', 'seed article (December 2025)', 1);
INSERT INTO "tag" VALUES ('ruling', 'sources.publisher', 'seed article (July 2025)', 1);
INSERT INTO "tag" VALUES ('ruling', 'sources.url', 'https://hitechexpert.top/us-imposes-export-restrictions-on-nvidias-h20-ai-chips/', 1);
INSERT INTO "tag" VALUES ('ruling', 'sources.url', 'https://www.sec.gov/Archives/edgar/data/1045810/000104581025000082/nvda-20250409.htm', 1);
INSERT INTO "tag" VALUES ('ruling', 'amends', 'us-bis-2025-07-14-h20-assurances', 2);
INSERT INTO "tag" VALUES ('ruling', 'chips', 'amd-mi308x', 2);
INSERT INTO "tag" VALUES ('ruling', 'chips', 'nvidia-h20', 2);
INSERT INTO "tag" VALUES ('ruling', 'citation', 'NVIDIA Form 10-K FY2026 (expectation of 15% or more, not codified)', 2);
INSERT INTO "tag" VALUES ('ruling', 'citation', 'Presidential remarks, 2025-08-11', 2);
INSERT INTO "tag" VALUES ('ruling', 'cites', 'no CFR text', 2);
INSERT INTO "tag" VALUES ('ruling', 'conditions', 'revenue_share', 2);
INSERT INTO "tag" VALUES ('ruling', 'destinations', 'CN', 2);
INSERT INTO "tag" VALUES ('ruling', 'destinations', 'HK', 2);
INSERT INTO "tag" VALUES ('ruling', 'destinations', 'MO', 2);
INSERT INTO "tag" VALUES ('ruling', 'effect', 'condition', 2);
INSERT INTO "tag" VALUES ('ruling', 'provisions', 'us-exec-2025-08-11-revenue-share-15#1', 2);
INSERT INTO "tag" VALUES ('ruling', 'sources.publisher', 'AP', 2);
INSERT INTO "tag" VALUES ('ruling', 'sources.publisher', 'Fudzilla mirror', 2);
INSERT INTO "tag" VALUES ('ruling', 'sources.publisher', 'Guancha / Toutiao 7576320132163682842 (seed article)', 2);
INSERT INTO "tag" VALUES ('ruling', 'sources.publisher', 'ICgoodFind', 2);
INSERT INTO "tag" VALUES ('ruling', 'sources.publisher', 'Yahoo Finance mirror', 2);
INSERT INTO "tag" VALUES ('ruling', 'sources.url', 'https://archives.lincolndailynews.com/2025/Aug/12/NEWS/business_k.shtml', 2);
INSERT INTO "tag" VALUES ('ruling', 'sources.url', 'https://mail.itx.ba/news/61515-nvidia-and-amd-hand-trump-15-per-cent-of-china-chip-revenues?print=1&tmpl=component', 2);
INSERT INTO "tag" VALUES ('ruling', 'sources.url', 'https://todayheadline.co/?p=206511', 2);
INSERT INTO "tag" VALUES ('ruling', 'sources.url', 'https://www.icgoodfind.com/cms/Article/get/article_id/16669', 2);
DELETE FROM "search_data";
INSERT INTO "search_data" VALUES (1, x'118113558e05');
INSERT INTO "search_data" VALUES (10, x'0000000002021100010101010001110104');
INSERT INTO "search_data" VALUES (137438953473, x'0000030b0330303181a08080808003020402013881a08080808003020301043230323281a0808080800302020102353281a080808080030601020901016181a08080808003060102050204626f757481a08080808003060102080202637481a0808080800302060202667081a0808080800306010225030374657281a080808080030601010302026c6c81a08080808003060101040105626964656e81a08080808003080102032203056c6c696f6e81a080808080030601020a02017981a080808080030601021601056368696e6181a08080808003080102191304017081a080808080030801020d2005066d616b696e6781a080808080030601021e05017381a08080808003020502036f6d6581a080808080030601021b0303756c6481a080808080030601021a0105646174657381a080808080030601022e02076f6d696e61746581a080808080030601021d0105686f75736581a08080808003060102210102696e81a080808080030601022d03047369646581a080808080030601020f02017481a080808080030601021301036a6f6581a080808080030601022201036c617781a0808080800306010206020a656769736c6174696f6e81a080808080030601021f01096d6f7469766174656481a08080808003060102150109707265736964656e7481a080808080030601020203086f64756374696f6e81a080808080030601020e04046d6f746581a080808080030601020c0406766964696e6781a080808080030601020701067369676e656481a080808080030e070101020102040209706163656461696c7981a08080808003060102270205746174657381a080808080030601021201047468617481a080808080030601021803016581a08080808003080102101a02016f81a080808080030801020b130106756e6974656481a080808080030601021102017381a080808080030801022407010376696181a0808080800306010226010377617281a080808080030601022c03017381a080808080030601021402046869746581a080808080030601022002046f72727981a0808080800306010217040d0c0f0f0e110d0f100f13120e130f130c10101214120f110e1010171616151113171612110f0f130f10100e11');
INSERT INTO "search_data" VALUES (2336462209025, x'00000f310430303030c0808080800106010223c080808080000a010281525401080102814803013181808080808001080102822703013281808080808001080102822a03013481808080808001080102822d02013181a08080808001020402013201080102830b020134818080808080010a0501026006020135c080808080020601020a020601021b0201388180808080800208050102519fffffffff7f0203020139010801028259e080808080000601025ea080808080000806010261c080808080000207010131010a01021e8130e08080808001060102239fffffffff7f0c010281631411020130818080808080020801020c4bbfffffffff7f0e0101090102240b020131010801028258818080808080010a0601020d47bfffffffff7f02060202323601080102814b020133c080808080020601020b020601021c9fffffffff7d0601025f020134818080808080010601023202013501080102825fc0808080800006010218a08080808001060102219fffffffff7f080102654d011a0901010201021b41133a110c0c0203363834c08080808001060102340201370106010272020139c080808080030601021c030132e0808080800106010216010132c080808080030601021a9fffffffff7e0601022f020130c080808080030601021d0302323001080102821ec0808080800006010211020a01020d2d110401320110010109010281651881a080808080000202a080808080010e0102060a110a08040133010601027404013401080102830a040135010801022419c0808080800106010209020601021a9fffffffff7f0601022601060102269fffffffff7d12040102075a066b730c010c0401020a3218040136011601010b0102813d810e100cc080808080000601021aa080808080000601025d010601023d010601024701060102479fffffffff7e080102811ebfffffffff7f120501010b0102100f0b02080a01010904013781c080808080010601022f020131c0808080800106010222020132010801028149020133c080808080010601020f020601020bbfffffffff7e080102813302013681c0808080800206010223010133e0808080800106010204a08080808000080102815002023638e080808080010601023002023938818080808080010801028176010134010601022181808080808000080102815102023030e080808080030601021901060102199fffffffff7d0a010281642302023134e0808080800106010226020f63376132353233343737613362636481808080808001080102822e02016ee080808080020601020801060102080106010208010135010c0102810a5008a080808080000203e08080808000080102254e02023030c0808080800106010226a080808080020601021e010601021e03023930010601024d81808080808000080102820905016481808080808001080102820b02013281a080808080010601020901013601080102810dc0808080800006010225020330303081808080808001080102820e05016481808080808001080102817402023533e0808080800106010237010137e080808080010601023802023430c0808080800306010219030134818080808080010801028132031139333839343935353234313435363134338180808080800108010282410212353736333230313332313633363832383432818080808080010801028237010801028154020f626663613963303063663833636264818080808080010801028225010801028149010138e08080808002060102269fffffffff7f0a01025b81410106010208020130e0808080800106010212010601023503026762e08080808002080901010402023234e0808080800206010222020433373635c0808080800306010218020135c08080808003060102160101390108010282478180808080800006010205c080808080000601021b02023030818080808080010801028155020131c08080808001060102320203366762e08080808003020b02023738e0808080800206010224010161012201021177050520093d2a1081050a253408c08080808000080102142302080102061701060102109fffffffff7d0601021ba080808080001401021705341e0f200c7b010801026a3a9fffffffff7f06010205a080808080020601020802033830300108010282760204626f7574e0808080800106010225c0808080800006010208a0808080800206010210040276658180808080800108010282030202637481a08080808001080601010802026464c080808080030601021f030c6d696e697374726174697665c080808080030210030476696365010601021502096666696c6961746573010a010282431381c080808080000a020901010403017081a08080808001060102250303746572010e0102225149772b81c080808080000a0401020d0f010601021802046761696e010a0102823b1781c08080808000060101070304656e646181c08080808003020602016901140101020102292e83590ae0808080800006010251e080808080010207010601010302026c6c010c0102816781640302736f81808080808001080102821003047761797301080102832902026d640106010236e080808080001002040102020e390aa0808080800110010218204234091403056572696361c080808080040a0a05010204080173c080808080040601020202016e010801028120818080808080000601022d01080102811a030164012801010701021011110b124e581d761b0704491334c0808080800006010224020801021015010601020f9fffffffff7d06010231020601022a010601022a9fffffffff7d1a01010801020b18082e1e8102130118010107010211080d212248099fffffffff7f06010106a080808080000601020b01080401010303076e6f756e636564010a0102830f6209046d656e74818080808080020601024c03056f7468657201080102821703087461726374696361010801028205030179818080808080010601020c01080102810e0405776865726581808080808001080102772a02017081808080808002080102814b0305706c69657301080102824f05017981c0808080800106010106030372696c010601023ae080808080020601022501060102259fffffffff7d080102062f0203726162010801028136030a63686974656374757265e0808080800106010259010601022d010601023e010601023e030165011a01023c083f29667c1d26221233c080808080000601022b0206010212010601020a9fffffffff7d0601023a0106010211a0808080800006010266c0808080800106010205040161e080808080010601024103026d73a08080808001080401010203046f756e648180808080800206010207030972616e67656d656e74818080808080020a010281003f03057469636c65818080808080010e01028239040a0401080102815608017301080102840f020173011001026f6f39638103e080808080000601025ba08080808000080102816a010801028119bfffffffff7f0601021e03026961c08080808001080102020402080102020403016b01080102812981808080808000080102821504017301080102826202017401080102815fe0808080800006010234a080808080000801028162c0808080800006010235010601020a0205756775737481808080808001080102814b010801020907c08080808000080102052102087661696c61626c650108010282680101628180808080800108010281340202616e81c0808080800202020406647769647468c080808080010601022aa080808080020601022c010601022c9fffffffff7d0e010213047b055a04017381c080808080020c0101070102150201650106010252818080808080000801028211c080808080000601021203056361757365e080808080030601022701060102270302656e010801028239c080808080020801023411bfffffffff7e08010281460304666f726501080102821d030367616e01080102841481808080808001060102030402696e81c080808080020601010d0305696a696e6781c080808080010601023402080201010a03036c6f77c080808080010601022003057373656e7481c0808080800106010230030474746572c08080808003080102301102046964656e81a080808080010e01010201020322a080808080010601021703056c6c696f6e81a080808080010601020a030372656e010801028170030173818080808080010203c0808080800006010203020472313030010801028171020575726561750108010263708180808080800006010250030174010a010261442c03017981c080808080030601021c020179010a0102822a33c080808080000601022ec0808080800108010281179fffffffff7f06010216a08080808000060102330106010220010863616c656e64617201080102822c03046e6e6f7401080102830103037264730106010249040472696573e080808080010601021a050179010801028206818080808080010601026903027365010c0102823d1f04c080808080000801022d0403047567687401060102538180808080800008010282120203646e61e08080808001060102030203656e7481808080808002080102813405026572e08080808001060102070106010206010601020601060102060202667201080102814a8180808080800008010281310106010272020668617467707481c080808080020601021a030565636b6564010e0102823606814d030369656681c080808080030601020d04026e6101080102502ec08080808000160408030501010201020a15020e0c090102151f119fffffffff7e0601024ca080808080000e01021d341e812b011401010b010226411c2f0c9fffffffff7f0801021913a080808080010c01010c01022e0106010218050365736581c0808080800306010212040170010c0102816d8166e0808080800006010258010601023a010601024401060102449fffffffff7e0a01028129109fffffffff7f0801020d20a08080808001080801023005066d616b696e6781a080808080010601021e05017301140101030102812f81402ac080808080000601021fe080808080000805010105a08080808002080401010403016ec08080808001020303036f736581c08080808003060102190206697263756974818080808080010601020d080173818080808080010a010281081502046c617373010601024e0609696669636174696f6e0108010281790403757365818080808080020a010281070503056561726564e0808080800106010246e080808080020601020f06026c7901080102821202016ec080808080010202818080808080020204210f0f0f0c0910121726211d1e0a1c0e370f080d0d170d1b2408093f540e0d091d0e180e10141f0e1d171e1d150f0e13110f0e0d0e0f1f26231e120f0e100d1e100d0d0e610b2410100e160b1f0e20180f260c100c27130d1a7e10110d1014130f0d0e240b25490d0f11181c09321515092d24100f0d2f111e16200c160f180f12111f120b160c180a0e38100c0a101417170f111d1b131010661046132f0b1013100b11121b0a');
INSERT INTO "search_data" VALUES (2336462209026, x'00000f11080530636f6465010601025d04056966696564818080808080020801025e6403056c756d6e73c080808080040601021103096d62696e6174696f6e818080808080010601021804016581a080808080010601021b04056d6572636581808080808002080102024b080569616c6c79010801028267040670616e696573818080808080010601022906057269736f6e0108010283690503757465e080808080030601020f010601020f03086e646974696f6e73c080808080010601023102060102260407666964656e6365010a01021281510604726d6564e080808080010601023fa0808080800106010214bfffffffff7f06010232080173818080808080020801028142040474726f6ce08080808002060102380106010242010601024208017381c08080808002020903026f6b01080102820103027265e080808080020601021b0403707573e08080808001060102540303756c6481a080808080010601021aa080808080000601021104026e74e080808080010601023d06026564010a0102815b0d06047269657381808080808001080102264e070179010e01028107503c0e020472617a6581c080808080020601021b030465646974010801028432020175e0808080800106010213030174818080808080020801028124010164010e01021d05813908a080808080000202a080808080030601020ebfffffffff7d080102244e020f32643738373665353433633031356381808080808001080102822b020361746101080102842de0808080800006010206010a0102050a1e01060102050106010205050462617365e0808080800206010232050663656e746572e08080808001060102520505736865657481808080808001080102815a040165818080808080010601025e05017381a080808080010601022e030179010c01028230755b81c0808080800206010216040173010a0102830308020164010801028307020165c080808080020202030663656d626572c0808080800106010210020601020cbfffffffff7e08010282460106010239040369646501080102836e03056661756c7401080102835203036e7365010801028344e0808080800206010211010601021105036974790108010283610308706172746d656e74010801028145818080808080010601024904027468e080808080020601022f01060102400106010240030773637269626564818080808080020801028116040569676e656481808080808001080102817a040874696e6174696f6ec080808080010601021602060102090c0173010c01010801021b030175c080808080020203030976656c6f706d656e7481c08080808002060102310202696481c0808080800206010105030165e080808080020601020c010601020c010601020c03046666657201080102824b05057573696f6e010801022a2e03067361626c6564e0808080800306010210010601021004057075746564818080808080020801028104080173010801028253030776657273696f6e818080808080010601024a02036f6573010601026881c080808080000601010203066d696e61746581a080808080010601021d030675627466756c01080102813f020372616dc0808080800106010229030469766572e0808080800106010219010465616368010601020c030172c080808080010601020d020601020804046c696572c08080808003080102361105017981c080808080010601020e0305737465726ec0808080800106010203020601020302036366720108010284230302726181808080808002080102810c02046467617281808080808001080102823102086c7365776865726501080102812502086d626172676f6564010801028121a080808080000805010103030565726765648180808080800206010210030669726174657301080102813702026e64010a010279823881c080808080010801020c1e04026564010a01028225060305666f726365010601026a0801640106010231c080808080010601020702060102180204706f6368010a0102842b0ae0808080800006010236020a71756976616c656e7473818080808080010601010902077468696f706961010801028140020575726f7065c080808080020801020204020476656e74818080808080010601025d0204786163740106010240030863657074696f6e7301080102811ac080808080020a0102290411030265638180808080800202030309706563746174696f6e8180808080800208010258450702656481808080808002060102670502727481808080808001080102823404036f72740106010104c08080808002060102249fffffffff7f06010237010601024101060102419fffffffff7d080102821e010801028105070173c080808080010601021b030601020c030674656e64656481c080808080010601022801106635323830336133383961393335323381808080808001080102822802056162726963e080808080010601020d0303637473010a01020684110302696c01080102827c02076562727561727981808080808002080102811d0305646572616c010a01025f8343c080808080010205030165818080808080020a01028109400206696775726573010801028365e08080808001060102100106010212010601021203036c65648180808080800106010262050173e080808080010601025a0404696e6773010601024603056e616e636581808080808002080102814f0303726d7381c08080808003060102130302766501080102840e02046c6f7073e080808080010601021102026f72011001021a602555817cc080808080000601020b03060102139fffffffff7d0601021f020601024901060102499fffffffff7d1601010601021c090716815904016d818080808080010a01025a814101060102540303756e6481c080808080010601020a0203703634e0808080800206010216030138e0808080800106010223020172c0808080800106010233020601021703026f6d0110010203444d821470818080808080010601027bbfffffffff7f06010108020775647a696c6c6181808080808002080102814c030474757265818080808080010601023f020579323032368180808080800206010257010667616d696e6701080102812e81808080808000080102817f02016201080102833bc0808080800006010227a080808080000601021701060102369fffffffff7f1001028153051114110206656e6572616c8180808080800108010281600305726d616e79c080808080020a040601010203017481808080808002080102812102056678393432e0808080800106010214020468313030e080808080020601020b010601020b010601020b0208696761627974657301080102833e02096f7665726e6d656e7401080102842a818080808080010801022a4802027075e08080808001080102054c01080102042f01060102040106010204dfffffffff7e060101090204726f7570010801028156060173010e010282100e8133c0808080800206010211020675616e636861818080808080010801028235010801028152010168e0808080800402070203313030e080808080021803050305030101020102280d02023230010801028279e080808080021a03040304030101020102320b1301160304030101020102320b139fffffffff7d1e0801010701020a08580f1a34041c4c01120101060102051e4117020338303001080102827702026164c08080808003080102331103026c660108010283200403766564e080808080020601021403026e648180808080800208010281300306726477617265010801028431e08080808002060102310106010231030173010a0102648155818080808080000801027f2a030276658180808080800108010281450203626d33e080808080010601020b010601020901060102090106010209020c656164717561727465726564818080808080010a01022a542a0c0173010801027e22c080808080030601021403026c64818080808080020601023d03027265e080808080020601021502026778e08080808003080701023a010601023a0205697465636881808080808001080102823302016bc080808080030202030167c0808080800302030303736172c08080808003020902036f6e67c08080808001060102050218040406050101020102201011bfffffffff7e0801021f4f030470706572e08080808002080102032b01080102033c01080102033c030375736581a080808080010601022102017581808080808001080102823e03036d616e818080808080010801028217010a6963676f6f6466696e6481808080808002080102815102056d706f7274c0808080800306010222050373657381808080808001080102821d02016e01220102081641220707130b322d155e270d7fc0808080800208010237119fffffffff7e0601024b010601022e010a01021b0721010a01021b07219fffffffff7d12010248083108240842010c0102251548209fffffffff7f0601022d0307636c7564696e67818080808080010601021e0308646566696e697465818080808080010601023e04076976696475616c818080808080010e0102812e0a0404040575737472798180808080800106010252030666696e697479e080808080010601020c04056f726d65648180808080800106010256030370757401080102816803047369646581a080808080010601020f040574696e6374e080808080010806010102060474757465e08080808003060102480106010248030374656c010601023881808080808000080102816d050872636f6e6e656374e080808080030601022b010601022b9fffffffff7d080102147e060476616c7301080102831e02017301200102250c2b172332051b1c0a477e2020c080808080000a0102070e26a08080808000080102242001060102189fffffffff7f0c01024314282a010a010281122e03056c616e64730108010282020304737565648180808080800108010281470503696e678180808080800206010204020174011001022d3c06036f77818080808080000a0102814936010801020f2f9fffffffff7f06010213a0808080800006010221030173010a01020e816c818080808080000a010281002a01076a616e75617279010a010223823fc0808080800006010219818080808080000601022e02026f6581a08080808001060102220203756c7901080102813c81808080808000080102823c0302737481808080808001080102817b01016b818080808080010a01025c8141010601025602046e6f776e010e010243813d813c050b1311160e130d130d141910240f1a0c0a0e0f1a0e0b120c110c0d0f291d261012130e0e160a090b270b0d1a0b1b181513190b0b160f170c0d1713091415130e0f100b12110e160b1012101b120e170b0c1717170f12110b1c0d170f103912131e110c0a15161022100d0b13100a104315100f0d12231511121a3114130f111a101d290c161a0b184c0b0f0a0f101d16101e1b130f0e14130b0b0d281d100f11181111601415181212120b11121516240c450d12103417250f171015');
INSERT INTO "search_data" VALUES (2336462209027, x'00000f1005306b6f6e67c08080808001060102060218050406050101030102211011bfffffffff7e080102204f01026c32e08080808003060102340106010234030130e080808080030601023301060102330203617374010c0102822f814e03017781a080808080010601020602076561726e696e67010801028430030367616c01060102140603697479818080808080020801028103040869736c6174696f6e81a080808080010601021f030474746572818080808080010e09010102010257c080808080010801020320070173010601023302066963656e636501080102841c81808080808001080102814406027365010c01021781041bc0808080800006010236020c01020e1c0411a080808080000601022201060102229fffffffff7d1401010501021b500f200c080164818080808080020a010220411f080173818080808080010801028144010a010206310d03056d69746572e080808080010801021e0e03026e65818080808080010801028161030273740108010281470503696e67e080808080030801021426010801021426080173e080808080030601021d010601021d030474746c65818080808080020601023102066f636174656401080102812403017701080102816001056d61636175c0808080800106010212c08080808000080102224e040468696e6501080102842f030264658180808080800208010281110302696e81c080808080030601020905046c616e64c08080808001020d0303726368e080808080020601023c0106010246010601024604026b73010801028354030474746572c080808080040601021207017301080102823f030179010601025181808080808000080102820fc0808080800206010108020465616e73010c010283280a0505017401080102835704057375726564e080808080010601022203096d6265727368697073010a010282081304036f7279e080808080030601022901060102299fffffffff7d0a0102127d5d02056933303078e0808080800106010232050138e080808080010808010249a08080808001120101080102231e2563060178e080808080010c030404010103a0808080800106010277030663686967616ee080808080010601025703066c697461727981c0808080800206010227030472726f72818080808080020a0102814d0502016d01080102830602076f64656c6c656401080102812803027265818080808080020601025c03027374e080808080030801020e10010801020e1003077469766174656481a080808080010601021506016581c080808080020205020375737481c080808080010601021601026e35e0808080800106010209020136e080808080010601020a0204616d6564010c0102820b815305017301080102840a030674696f6e616c81c080808080020601023503067669636572740102020203656564010801028130818080808080000a010281120c050173818080808080010a010219500f0305697468657201080102820c0303766572010a010282704be080808080000601020fa080808080000801028140030277730106010106020369756501080102820302016f010801028207e080808080020601021601060102169fffffffff7e0a01022b4819bfffffffff7f060102020301720108010282110405746865726ec08080808004060102030301740122010213150c0f2e2d1529290a251a750b05c08080808001060102060106010205010801020b0e9fffffffff7d0601023e020601022d010601022d9fffffffff7e0c01025d26142ebfffffffff7f06010231020801020715040468696e6781c080808080010601020c040369636581808080808001100102812f0a040435050466696564e08080808003060102240106010224030676656d626572010a010273815781c080808080000e01010a01021c0b0301770108010282400203756c6c010c010283260a06e080808080000601024303056d6572696381808080808001080102814d020576696469610106010235e080808080010e02050102022706010e02040102023905010e020401020239059fffffffff7d20070101040102033327303704342a0b1301140102161b26232610090e03046c696e6be080808080020601020a010601020a010601020a01056f6363757201080102830c0305746f62657281c080808080010601020f020166012e01023913162c350f0e12092d067c0a2e09191d0807130bc080808080000a09010209170102070108120102140102099fffffffff7d0801025608020601022801060102289fffffffff7d0e0102460d81001a011601021c0528071122141c12c080808080000a0102040b11010601010602016e011601028142711d46050a8115c0808080800006010230c080808080000c0102042f8171010c01010501020bbfffffffff7f06010223010c010108010222010805010214030165010e01028117824137e080808080010601021c02020b040173010801028372e0808080800206010218010601021803026c7901100102073f824b5f03020370656e010a0102832112040672617469766501080102836c8180808080800006010258010601024d02017201160102810409811d81060e12818080808080001201021617203713191e010601025bc080808080000601023303046967696e81c08080808002020302047468657281808080808001080102810606017301080102836702027572010a010209841003047470757401080102816a020376657281c08080808002060102260202776e010a01020a841001087061636b6167657301080102834a03076c657374696e6501080102817f0303706572c0808080800306010225030472656e74818080808080010a01022f552a040174c0808080800106010208a0808080800006010221e0808080800206010105050369616c0108010283080602657301080102811c050173818080808080010801028202030179818080808080020801021a2b04046d656e74818080808080020801026c25020365616b010801028341e080808080000601021c03056e64696e6701080102837603046f706c65c08080808001020603017201080102833f818080808080010801028133040463656e7481808080808002060102780408666f726d616e636501080102836002046c616365010c010281180c780607686f6c64657273e080808080010601023b060173818080808080010c01028105151702056f6c69637901080102196002027263c08080808001040509030665646174657381c08080808002060102070406736964656e748180808080800208010213339fffffffff7f060102020a0369616c818080808080020601024e050173010601024881808080808000080102815d0303696e74e080808080020601021f06026564010601025ac08080808001060102050206010216060173e0808080800306010215010601021503016f818080808080010a010281731c0404626c656de080808080030601024d010601024d04056365656473818080808080020601021e040464756374010c0102826569100803696f6e81a080808080010601020e04046772616d01080102841f0603657373e080808080030601024a010601024a04056c6f6e677381c080808080010601020604046d6f746581a080808080010601020c0405706f73656401080102837104047465637481c08080808002060102340406766964696e6781a0808080800106010207060473696f6e010801028223020575626c69630106010204818080808080010801028114060473686564010c01023e825e1de0808080800006010210a080808080000801028141010601022e0302747381808080808001080102815e01087265616368696e67818080808080010801020e7d04016401080102810f81c08080808000060102130503696e6781808080808001080102814e0403736f6e8180808080800106010242030763697069656e74818080808080010801027a2a04056f72646564010a01026e810a030467696f6ec0808080800302110504737465720108010284210407756c6174696f6e818080808080020801022c580b0173010601026003066c656173656401080102831203056d61726b73818080808080020601024f0306706f72746564010a0102835e068180808080800106010230040575626c6963c0808080800102080102060306717569726564c080808080010601023908046d656e74e080808080030601022301060102239fffffffff7d060102390c0173c080808080030601020f030673656172636801080102841309026564010e0102028221810d04097472696374696f6e7381808080808001080102821f0403756d65e080808080010601024803057475726e7381c08080808001060102220305757465727381c0808080800306010217030576656e75658180808080800210070101030102324a0801738180808080800208010281380403696577010c01021860816907026564c080808080010601022c030577726f7465010601022c020369736b818080808080010601024502036f636de080808080010601024e03027773e080808080010601023302027478010601024c818080808080000e010281721804040203756c65011001022b2e65810c1381c080808080000a03090101050403696e67010c0102823481510701730110010105010283175803026e7381c080808080010601022b010173010e010281460e816cc08080808000080701022803020c9fffffffff7d0601022d020601023001060102309fffffffff7d160102117d4a05110d09111dc080808080010601022f02036169640106010265818080808080010601023703036c6573e080808080010601024aa0808080800112010109010224411c2fc080808080000601010a03026d65818080808080010a010281170503076e6374696f6e7301080102812b030172c0808080800302080302797381808080808002080102813a02066369656e636581a080808080010601010703047265656e01080102812c0202656381808080808001080102823004036f6e64010801028340070361727981c0808080800306010206040575726974798180808080800106010254c0808080800106010236030165010801028251040164010801028406818080808080000e01028238040a04010801028155c08080808000080102122204016d01080102827a04016e81c08080808003060102040306706172617465c080808080010601021502060102070305727669636581c0808080800106010215030574746c656401060102270305766572616c01080102042913120d0e0f0a111520081a3e101612100a1612110e091c0c100f0e190a10091e0e09111220111e1a121313090f0f15140c100e0d0e09130b18100d21090b2e09115c1115151e0917134f1a0d12754719180e0c1e300f12090b0c100b100f0f13210b0a0f0f12150d0e1511100e13110d0d131e10140f18121015120e100c1412110d11130c18281016141110150e0e0c15080e121a12121f0d0e0d170f1212170f0d0e0c100f0e181c0d0d0f4a1529110f0b10130c100b101c0929090e17120c');
INSERT INTO "search_data" VALUES (2336462209028, x'00000b278111063073686172658180808080800208080101040303656574e080808080020801020e1e030769706d656e7473c080808080040601020503026f7701080102830281c080808080000601021705016e010801028374020569676e656481a08080808001080701020405017381a080808080010601010303036e636501080102825ec080808080000801020e0b0106010208010601020a0106010219bfffffffff7d080102814ac080808080010601022a02046d616c6ce08080808004020a02016f010801028177e0808080800006010240a08080808000080102817e03026c6401080102827103026d65e080808080020601021d010601022101060102219fffffffff7e0601023e030475726365010801028409070173010e0102050c823d55e080808080010601021ee08080808001060102030209706163656461696c7981a08080808001060102270403727365e080808080030601021701060102170603697479e08080808002060102130305656369616cc08080808003020f06086669636174696f6ee080808080030601023501060102350e0173010801028300e080808080000601025002047461727401080102832704027465010c01028144823e0601640108010281158180808080800006010241060173011001028103816b813fc08080808003100505010103010209bfffffffff7e060102489fffffffff7f060102120502757381c0808080800106010219040179818080808080010601023bc08080808000060102080303696c6c0106010259c0808080800006010238020601021ebfffffffff7f0801028115020375636801080102827303046d6d697481c080808080030a030801010b030b706572636f6d7075746572818080808080010601024d0405707265737381c080808080020601022d030472766579e080808080010601025303077370656e646564010a0102708157c080808080020801023511070473696f6e0108010282280202786de0808080800204040a040135e080808080020e0801010301023401020a01057461626c65010801028153e080808080010601023b010801023611010801023611030178818080808080020801028106020a656368706f7765727570e080808080010801023511010601023003016e81c08080808003060102110403736f72e080808080020801020f0d0307727269746f727901080102821503027374010c01028163811d050173c0808080800406010215030278748180808080800206010273bfffffffff7f060102040501730108010281120205666c6f7073010801028347e080808080000801022714020368616ec0808080800308010231110401740114010266810e341c270d11c080808080020801022c11bfffffffff7e08010208310108010215289fffffffff7f06010218a0808080800006010205030165014a010216140c1b0b0a08150e35070c0f140f13101f05070b0824080d62060d180710070b050bc080808080000601020c0308010207089fffffffff7d0a0102181304010601021901080102133a010a090102133a9fffffffff7d1e010209082b07050637130e050a400f01120102120d0d0e142a4f9fffffffff7f0e0101040102101aa08080808000140101030102070f06130f01160101060102020805080507010e0101070102021504026972010601023f04027265010801028272818080808080000601023004017901080102820903026973e080808080010601022003036f7365c0808080800306010213bfffffffff7e0a010281042a0308726573686f6c6473010601024104046f756768010c010282468134020369657381c08080808002060102130307676874656e656481c080808080020601021e03026d6581c080808080010601023702016f011801010a0102341d66814a8104c080808080000601021c02060102279fffffffff7e06010247a080808080001001010301024b212d011401010a0102273f0607409fffffffff7f0801020b13a080808080000601022c010e01010b01020f1f010601021b030667657468657201080102834b03026c6481808080808001080102023603016de080808080030601022f010601022f03056f6c6b6974e080808080010601022c010601023901060102430106010243030370696381c080808080030601020a040173010a0102834205e080808080000601021d030374616c0108010281730305757469616f818080808080010a010282360c0108010281530202707001080102835dc0808080800006010221a080808080000601022e0106010220010601022e010601022e02047261646581808080808001080102815cc080808080020601020c03056561746564c080808080030801022d11030375636581c080808080010601022a04026d70818080808080020801028131c080808080010601021d0203736d63e0808080800106010208010601020701060102070106010207020577656e7479e080808080040208030369636581c080808080020601021f02027874818080808080010e0102822605050501080102814a0203797065818080808080010801028135010175c08080808004020b02076c74696d617465818080808080010a01022e552a02046e64657201080102841ae0808080800006010228a080808080000a01028148360106010233c0808080800006010216030469746564011201028102358138813fc08080808003100405010102010208bfffffffff7e060102479fffffffff7f06010211040776657273697479e080808080010601025503056b6e6f776e81c080808080010601021f03046c65737381c0808080800106010227030374696c010801028324020173c080808080040202bfffffffff7d0a020102821c010c0201022948329fffffffff7f0801022407a080808080000208010806010237010a0701020b05030161c080808080040403050301658180808080800106010247c080808080010601022904027273010601027a040173818080808080010801028158010276310108010282520204616c7565e080808080020601021706017381808080808001080102815b03057269616e7401080102835308017301080102834e0207657269666965640108010283770202696181a0808080800106010226030470657261e08080808003060102370106010237010177e080808080030801021a07010801021a070202617281a080808080010601022c030173010e01028235338120818080808080000a0102358146010801022d659fffffffff7f06010214a08080808000060102090302766581c08080808002060102090203657265010a0102821f5281c08080808002060101020305737465726ec0808080800206010203020368656e01080102835881808080808000080102782ac0808080800106010102040474686572010c0102812d812281808080808001080102810d03036963680110010282324f81011581c08080808001060102100402746581a080808080010601022003036f7365010a01027d812c03017981c08080808002060101040203696c6c818080808080010601023a01080102812003027468010a01020d8112e08080808000060102150106010212010601020d010601020d9fffffffff7d0601022c0108010281450505647261776e8180808080800108010281430502696ec080808080040601020602046f726473010a01020b841004026b730108010284250606746174696f6e8180808080800108010282010402727981a08080808001060102170303756c6481808080808002080102192b010178e080808080020601022502026364e080808080010601023c0204696a696e81808080808001080102823f01057961686f6f81808080808002080102814e0202657381c0808080800106010220020379797901080102830501047a65726f01080102833a061310131509130e3a0e1e0a220c2016140f0f19130c0c14300f18240b131812101b0c0d14230f1c0e100f0c0d190918103f812e0915090e1b0f0e10140f680e10122010140b1a2d1c12101a1e0f1019110b1631341312110b3f0c18090f0a100f0d090f0f15140f330f1711211a1a0f0c0e1634130e0d0a140f110d0e12130f0b');
DELETE FROM "search_idx";
INSERT INTO "search_idx" VALUES (1, x'', 2);
INSERT INTO "search_idx" VALUES (17, x'', 2);
INSERT INTO "search_idx" VALUES (17, x'30636f', 4);
INSERT INTO "search_idx" VALUES (17, x'306b6f', 6);
INSERT INTO "search_idx" VALUES (17, x'307368', 8);
DELETE FROM "search_docsize";
INSERT INTO "search_docsize" VALUES (1, x'010a8433');
INSERT INTO "search_docsize" VALUES (1099511627777, x'040200');
INSERT INTO "search_docsize" VALUES (2199023255553, x'0d0138');
INSERT INTO "search_docsize" VALUES (2199023255554, x'07010a');
INSERT INTO "search_docsize" VALUES (2199023255555, x'120246');
INSERT INTO "search_docsize" VALUES (2199023255556, x'0c021b');
INSERT INTO "search_docsize" VALUES (3298534883329, x'07025e');
INSERT INTO "search_docsize" VALUES (3298534883330, x'0b033c');
INSERT INTO "search_docsize" VALUES (3298534883331, x'0a014c');
INSERT INTO "search_docsize" VALUES (3298534883332, x'0a014c');
INSERT INTO "search_docsize" VALUES (4398046511105, x'08088246');
INSERT INTO "search_docsize" VALUES (4398046511106, x'080a8155');
INSERT INTO "search_docsize" VALUES (5497558138881, x'06072d');
INSERT INTO "search_docsize" VALUES (5497558138883, x'06032d');
INSERT INTO "search_docsize" VALUES (6597069766657, x'090a36');
INSERT INTO "search_docsize" VALUES (6597069766658, x'080c36');
INSERT INTO "search_docsize" VALUES (6597069766659, x'090a1c');
DELETE FROM "search_config";
INSERT INTO "search_config" VALUES ('version', 4);
INSERT INTO "change" VALUES (1, '0000000000000000001-000000000', 1, 9223372036854775807, '{"actor":"recorder","changed":[],"id":"navicert","kind":"dataset","note":"The first.","op":"created","previous":null,"recorded_at":"2026-10-12T00:00:00.000Z","seq":1}', '2026-10-12T00:00:00.000Z', 'recorder', 'dataset', 'navicert', 'created');
INSERT INTO "change" VALUES (2, '0000000000000000001-000000001', 1, 9223372036854775807, '{"actor":"recorder","changed":[],"id":"D:5","kind":"group","note":"The first.","op":"created","previous":null,"recorded_at":"2026-10-12T00:00:00.000Z","seq":1}', '2026-10-12T00:00:00.000Z', 'recorder', 'group', 'D:5', 'created');
INSERT INTO "change" VALUES (3, '0000000000000000001-000000002', 1, 9223372036854775807, '{"actor":"recorder","changed":[],"id":"CN","kind":"destination","note":"The first.","op":"created","previous":null,"recorded_at":"2026-10-12T00:00:00.000Z","seq":1}', '2026-10-12T00:00:00.000Z', 'recorder', 'destination', 'CN', 'created');
INSERT INTO "change" VALUES (4, '0000000000000000001-000000003', 1, 9223372036854775807, '{"actor":"recorder","changed":[],"id":"DE","kind":"destination","note":"The first.","op":"created","previous":null,"recorded_at":"2026-10-12T00:00:00.000Z","seq":1}', '2026-10-12T00:00:00.000Z', 'recorder', 'destination', 'DE', 'created');
INSERT INTO "change" VALUES (5, '0000000000000000001-000000004', 1, 9223372036854775807, '{"actor":"recorder","changed":[],"id":"HK","kind":"destination","note":"The first.","op":"created","previous":null,"recorded_at":"2026-10-12T00:00:00.000Z","seq":1}', '2026-10-12T00:00:00.000Z', 'recorder', 'destination', 'HK', 'created');
INSERT INTO "change" VALUES (6, '0000000000000000001-000000005', 1, 9223372036854775807, '{"actor":"recorder","changed":[],"id":"US","kind":"destination","note":"The first.","op":"created","previous":null,"recorded_at":"2026-10-12T00:00:00.000Z","seq":1}', '2026-10-12T00:00:00.000Z', 'recorder', 'destination', 'US', 'created');
INSERT INTO "change" VALUES (7, '0000000000000000001-000000006', 1, 9223372036854775807, '{"actor":"recorder","changed":[],"id":"amd-mi308x","kind":"chip","note":"The first.","op":"created","previous":null,"recorded_at":"2026-10-12T00:00:00.000Z","seq":1}', '2026-10-12T00:00:00.000Z', 'recorder', 'chip', 'amd-mi308x', 'created');
INSERT INTO "change" VALUES (8, '0000000000000000001-000000007', 1, 9223372036854775807, '{"actor":"recorder","changed":[],"id":"nvidia-h100-sxm","kind":"chip","note":"The first.","op":"created","previous":null,"recorded_at":"2026-10-12T00:00:00.000Z","seq":1}', '2026-10-12T00:00:00.000Z', 'recorder', 'chip', 'nvidia-h100-sxm', 'created');
INSERT INTO "change" VALUES (9, '0000000000000000001-000000008', 1, 9223372036854775807, '{"actor":"recorder","changed":[],"id":"nvidia-h20","kind":"chip","note":"The first.","op":"created","previous":null,"recorded_at":"2026-10-12T00:00:00.000Z","seq":1}', '2026-10-12T00:00:00.000Z', 'recorder', 'chip', 'nvidia-h20', 'created');
INSERT INTO "change" VALUES (10, '0000000000000000001-000000009', 1, 9223372036854775807, '{"actor":"recorder","changed":[],"id":"us-bis-2025-04-09-nvidia-h20-letter","kind":"ruling","note":"The first.","op":"created","previous":null,"recorded_at":"2026-10-12T00:00:00.000Z","seq":1}', '2026-10-12T00:00:00.000Z', 'recorder', 'ruling', 'us-bis-2025-04-09-nvidia-h20-letter', 'created');
INSERT INTO "change" VALUES (11, '0000000000000000001-000000010', 1, 9223372036854775807, '{"actor":"recorder","changed":[],"id":"us-exec-2025-08-11-revenue-share-15","kind":"ruling","note":"The first.","op":"created","previous":null,"recorded_at":"2026-10-12T00:00:00.000Z","seq":1}', '2026-10-12T00:00:00.000Z', 'recorder', 'ruling', 'us-exec-2025-08-11-revenue-share-15', 'created');
INSERT INTO "change" VALUES (12, '0000000000000000001-000000011', 1, 9223372036854775807, '{"actor":"recorder","changed":[],"id":"2022-08-01-chips-act-signed","kind":"event","note":"The first.","op":"created","previous":null,"recorded_at":"2026-10-12T00:00:00.000Z","seq":1}', '2026-10-12T00:00:00.000Z', 'recorder', 'event', '2022-08-01-chips-act-signed', 'created');
INSERT INTO "change" VALUES (13, '0000000000000000001-000000012', 1, 9223372036854775807, '{"actor":"recorder","changed":[],"id":"affiliates-rule-after-2026-11-09","kind":"dispute","note":"The first.","op":"created","previous":null,"recorded_at":"2026-10-12T00:00:00.000Z","seq":1}', '2026-10-12T00:00:00.000Z', 'recorder', 'dispute', 'affiliates-rule-after-2026-11-09', 'created');
INSERT INTO "change" VALUES (14, '0000000000000000001-000000013', 1, 9223372036854775807, '{"actor":"recorder","changed":[],"id":"ban-origin-and-motive","kind":"dispute","note":"The first.","op":"created","previous":null,"recorded_at":"2026-10-12T00:00:00.000Z","seq":1}', '2026-10-12T00:00:00.000Z', 'recorder', 'dispute', 'ban-origin-and-motive', 'created');
INSERT INTO "change" VALUES (15, '0000000000000000001-000000014', 1, 9223372036854775807, '{"actor":"recorder","changed":[],"id":"beijing-summit-chips-on-agenda","kind":"dispute","note":"The first.","op":"created","previous":null,"recorded_at":"2026-10-12T00:00:00.000Z","seq":1}', '2026-10-12T00:00:00.000Z', 'recorder', 'dispute', 'beijing-summit-chips-on-agenda', 'created');
INSERT INTO "change" VALUES (16, '0000000000000000002-000000000', 2, 9223372036854775807, '{"actor":"recorder","changed":["aliases"],"id":"nvidia-h20","kind":"chip","note":"An edit: “né”, 20 %.","op":"replaced","previous":1,"recorded_at":"2026-10-13T00:00:00.000Z","seq":2}', '2026-10-13T00:00:00.000Z', 'recorder', 'chip', 'nvidia-h20', 'replaced');
INSERT INTO "change" VALUES (17, '0000000000000000003-000000000', 3, 9223372036854775807, '{"actor":"recorder","changed":[],"id":"amd-mi308x","kind":"chip","note":"Two deletions.","op":"deleted","previous":1,"recorded_at":"2026-10-14T00:00:00.000Z","seq":3}', '2026-10-14T00:00:00.000Z', 'recorder', 'chip', 'amd-mi308x', 'deleted');
INSERT INTO "change" VALUES (18, '0000000000000000003-000000001', 3, 9223372036854775807, '{"actor":"recorder","changed":[],"id":"2022-08-01-chips-act-signed","kind":"event","note":"Two deletions.","op":"deleted","previous":1,"recorded_at":"2026-10-14T00:00:00.000Z","seq":3}', '2026-10-14T00:00:00.000Z', 'recorder', 'event', '2022-08-01-chips-act-signed', 'deleted');
INSERT INTO "change" VALUES (19, '0000000000000000004-000000000', 4, 9223372036854775807, '{"actor":"recorder","changed":[],"id":"2022-08-01-chips-act-signed","kind":"event","note":"One came back.","op":"created","previous":3,"recorded_at":"2026-10-15T00:00:00.000Z","seq":4}', '2026-10-15T00:00:00.000Z', 'recorder', 'event', '2022-08-01-chips-act-signed', 'created');
INSERT INTO "token" VALUES ('01234567', 'ann', x'000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f', '2026-10-12T00:00:00.000Z', NULL, NULL);
INSERT INTO "tally" VALUES ('change', 1, 15, 15);
INSERT INTO "tally" VALUES ('change', 2, 16, 16);
INSERT INTO "tally" VALUES ('change', 3, 18, 18);
INSERT INTO "tally" VALUES ('change', 4, 19, 19);
INSERT INTO "tally" VALUES ('chip', 1, 3, 3);
INSERT INTO "tally" VALUES ('chip', 2, 3, 4);
INSERT INTO "tally" VALUES ('chip', 3, 2, 5);
INSERT INTO "tally" VALUES ('dataset', 1, 1, 1);
INSERT INTO "tally" VALUES ('destination', 1, 4, 4);
INSERT INTO "tally" VALUES ('dispute', 1, 3, 3);
INSERT INTO "tally" VALUES ('event', 1, 1, 1);
INSERT INTO "tally" VALUES ('event', 3, 0, 2);
INSERT INTO "tally" VALUES ('event', 4, 1, 3);
INSERT INTO "tally" VALUES ('group', 1, 1, 1);
INSERT INTO "tally" VALUES ('ruling', 1, 2, 2);
INSERT INTO "passage" VALUES (1, 'dataset', 1, 'navicert
', 'AI chips, export rulings, news and destinations, 2022 to 2026
', 'Researched from public sources. Facts only, in our own words, each with its sources and a confidence. Not legal advice.
The license review policy for destinations in D:1 and D:4 after January 2025 is not settled: the AI Diffusion rule rewrote it and is not enforced.
The letters to NVIDIA, AMD and Intel of April 2025 are not published; their exact thresholds are known only from filings and press. Cards of the RTX 5090 class to China may be caught.
The AI Diffusion rule is still printed in the Code of Federal Regulations, but the Bureau has said that it does not enforce it. It is recorded as suspended.
After 17 November 2023 the review policy for end users in China whose headquarters are in the United States or in a country of A:5 or A:6 is read from several texts and not stated in one place.
License exceptions for parties with headquarters in an embargoed place but located elsewhere are not modelled: ask a sanctions screen.
Whether gaming chips need a license to the United Arab Emirates after the rule of July 2026 is doubtful.
Ethiopia is on the State Department''s list of 22 CFR 126.1 but not in the Bureau''s table of Country Group D:5. It is counted as D:5 at low confidence.
The test of 2022 counted all input and output of a chip. For the Biren BR100 that total is not recorded, so its classification in 2022 is not known.
Palestine, the Cook Islands, Niue and Antarctica carry no memberships: they are named neither in the Country Groups nor clearly as a territory of another place.
Memberships of country groups before 2020 were not researched.
A provision that ended, or whose suspension ended, by the calendar after the last day on which the ruling was checked has not been checked again. The case that matters now is the Affiliates rule, suspended through 9 November 2026. Sources differ on whether it applies again: see /v1/disputes/affiliates-rule-after-2026-11-09.
Case-by-case review since 15 January 2026 asks that the product was commercially available in the United States. Chips that were never sold there, such as the A800, H800 and H20, seem to fail that test, which specifications cannot show.
Days are YYYY-MM-DD. Partial days (2024-02) occur only in announced_on and released_on of chips and rulings and in published_on of sources.
Intervals are half-open: from <= day < until. A null start means always, or not researched; a null end means open.
Null means not published or not known, never zero.
gb_s is gigabytes per second. peak_tops are dense TOPS or TFLOPS of all packages together.
product groups variants of a chip; default_variant marks the one meant when the product is named.
tpp_reported and performance_density_reported are the figures of others, for comparison only.
Only operative rulings decide; announced and proposed ones are shown as pending.
verified_through is the last day to which the state of a ruling was checked.
seed of a source names one of the five articles from which the research began.
Facts in our own words, under the licence of the program.
Federal Register and eCFR are works of the United States Government.
Epoch AI, data on machine learning hardware; credit: Epoch AI.
');
INSERT INTO "passage" VALUES (1099511627777, 'group', 1, 'D:5
Arms embargoed
', 'Arms embargoed
', '');
INSERT INTO "passage" VALUES (2199023255553, 'destination', 1, 'CN
CHN
China
PRC
People''s Republic of China
China (PRC)
Mainland China
', 'China
', 'Asia
Eastern Asia
Hong Kong is part of China for the EAR since 23 December 2020; Macau is a separate destination.
Since 15 January 2026 exports to China of chips below TPP 21,000 and 6,500 GB/s DRAM bandwidth are reviewed case by case on conditions (91 FR 1684); a license is still required.
');
INSERT INTO "passage" VALUES (2199023255554, 'destination', 2, 'DE
DEU
Germany
Federal Republic of Germany
', 'Germany
', 'Europe
Western Europe
Printed, not enforced since 2025-05-13.
');
INSERT INTO "passage" VALUES (2199023255555, 'destination', 3, 'HK
HKG
Hong Kong
Hong Kong SAR
HKSAR
Hong Kong, China
Hong Kong Special Administrative Region of China
', 'Hong Kong
', 'Asia
Eastern Asia
Not a separate EAR destination since 23 December 2020: license requirements and groups are those of China (85 FR 83765). § 740.2(a)(19)-(20) still add Hong Kong import and export paper conditions to license exceptions.
License exceptions that treated Hong Kong better than China had been suspended earlier in 2020.
License exceptions that treated Hong Kong better than China had been suspended earlier in 2020.
');
INSERT INTO "passage" VALUES (2199023255556, 'destination', 4, 'US
USA
United States
USA
United States of America
U.S.
America
', 'United States
', 'Americas
Northern America
Shipments within the United States are not exports; the D and A columns matter for headquarters tests.
Printed, not enforced since 2025-05-13.
');
INSERT INTO "passage" VALUES (3298534883329, 'chip', 1, 'amd-mi308x
amd-mi308x
Instinct MI308X
MI308
', 'Instinct MI308X
', 'AMD
CDNA 3
gpu
data_center
TSMC N5 + N6
HBM3
Infinity Fabric
AMD never published FLOPS. 80 CU gfx942 with 192 GB; the driver carries a peak-TOPS limiter for this part; measured FP8 is about 414 TFLOPS under the limiter. The Toolkit''s TPP 2,368 and MI300X rows at TechPowerUp/Epoch (653.7 TFLOPS) are placeholders. XCD count not confirmed, so area is null.
TechPowerUp, AMD cleared to resume MI308 sales in China
AMD ROCm GPU specifications
AI-datacenter survey corpus (University of Michigan), chip architecture files, as of 2026-09-13
');
INSERT INTO "passage" VALUES (3298534883330, 'chip', 2, 'nvidia-h100-sxm
nvidia-h100
H100 SXM5 80GB
H100
H100 SXM
', 'H100 SXM5 80GB
', 'NVIDIA
Hopper
gpu
data_center
TSMC 4N
HBM3
NVLink
GH100 die. Data sheet tensor figures are with sparsity; halved here. FP64 value is the tensor-core one. Some sources print TPP 15,824 (1,978 x 8).
NVIDIA H100 data sheet
NVIDIA Hopper Architecture In-Depth
TechPowerUp GPU database, h100 sxm5 80 gb
Export Control Toolkit, chip table (March 2026)
');
INSERT INTO "passage" VALUES (3298534883331, 'chip', 3, 'nvidia-h20
nvidia-h20
H20
HGX H20
H20 SXM5 96GB
', 'H20
', 'NVIDIA
Hopper
gpu
data_center
TSMC 4N
HBM3
NVLink
GH100 die with most compute disabled; dense figures (the listing prints no sparse ones). 400 W in most listings, 500 W in some. License requirement notified April 2025 because of memory and interconnect bandwidth, not TPP.
Tom''s Hardware, H20/L20/L2 specification table
Vipera listing, NVIDIA HGX H20
NVIDIA Hopper Architecture In-Depth
Export Control Toolkit, chip table (March 2026)
Institute for Progress, The H20 Problem
');
INSERT INTO "passage" VALUES (3298534883332, 'chip', 4, 'nvidia-h20
nvidia-h20
H20
H twenty
the small one
', 'H20
', 'NVIDIA
Hopper
gpu
data_center
TSMC 4N
HBM3
NVLink
GH100 die with most compute disabled; dense figures (the listing prints no sparse ones). 400 W in most listings, 500 W in some. License requirement notified April 2025 because of memory and interconnect bandwidth, not TPP.
Tom''s Hardware, H20/L20/L2 specification table
Vipera listing, NVIDIA HGX H20
NVIDIA Hopper Architecture In-Depth
Export Control Toolkit, chip table (March 2026)
Institute for Progress, The H20 Problem
');
INSERT INTO "passage" VALUES (4398046511105, 'ruling', 1, 'us-bis-2025-04-09-nvidia-h20-letter
', 'Letter to NVIDIA: license for H20 and equivalents
', 'Told NVIDIA on 9 April 2025 that the H20, and any circuit reaching the H20''s memory bandwidth, interconnect bandwidth or a combination, needs a license for China including Hong Kong and Macau, for D:5 countries, and for companies headquartered or with an ultimate parent there. On 14 April NVIDIA was told that the requirement will stay for the indefinite future. The stated reason is the risk of use in, or diversion to, a supercomputer in China.
Bureau of Industry and Security
is_informed_letter
operative
NVIDIA Form 8-K, event date 2025-04-09, filed 2025-04-15
H20 needs a license to China, Hong Kong, Macau and D:5 countries.
H20 needs a license anywhere when the recipient is headquartered in, or has its ultimate parent in, those places.
Other NVIDIA circuits reaching the H20''s memory bandwidth or interconnect bandwidth need a license to the same places.
The same circuits need a license anywhere when the recipient is headquartered in, or has its ultimate parent in, those places.
individual notice (15 CFR 744.23(b) type)
individual notice
individual notice
individual notice
nvidia-h20
nvidia-h20
Never published or withdrawn; licenses have been issued under it since August 2025. Numeric reading of #3 (4,000 GB/s; 900 GB/s) uses H20 datasheet values. Trade press puts the general line at 1,400 GB/s of memory bandwidth, as in the Intel notice, and NVIDIA''s RTX Pro 6000D (1,398 GB/s) was designed just under it, so gaming and workstation parts above 1,400 GB/s (RTX 5090, RTX 5090D, RTX PRO 6000) may also be caught for China: ask a human.
NVIDIA Form 8-K
US imposes export restrictions on NVIDIA''s H20
000_7bfca9c00cf83cbd.txt
001_f52803a389a93523.txt
002_d2d7876e543c015c.txt
004_4c7a2523477a3bcd.txt
SEC EDGAR / NVIDIA
HiTech Expert
Guancha / Toutiao 7576320132163682842 (seed article)
seed article (July 2025)
Hu Xijin / Toutiao 7493894955241456143 (seed article)
seed article (December 2025)
');
INSERT INTO "passage" VALUES (4398046511106, 'ruling', 2, 'us-exec-2025-08-11-revenue-share-15
', '15% revenue share on H20 and MI308 sales to China
', 'Commerce began issuing H20 licenses around 8 August 2025; on 10-11 August it emerged, and the President confirmed, that NVIDIA and AMD would pay 15% of the proceeds of licensed H20 and MI308 sales in China to the US government. No regulation was published. NVIDIA reported little revenue under the licenses; AMD said in December 2025 that it held some MI308 licenses and would pay.
President of the United States / Department of Commerce
announcement
operative
Presidential remarks, 2025-08-11
NVIDIA Form 10-K FY2026 (expectation of 15% or more, not codified)
Licensed H20 and MI308 sales to China are expected to carry a 15% payment to the US government.
no CFR text
nvidia-h20
amd-mi308x
percent of revenue from licensed sales in China; arrangement, not regulation
Legality disputed (export-tax clause, no-fee clause of ECRA). Whether any payment was made is not public. Still described by NVIDIA as an expectation in February 2026.
US will get a 15% cut of Nvidia and AMD chip sales to China
Nvidia and AMD hand Trump 15 per cent of China chip revenues
Nvidia says the 15% arrangement is not codified
AMD confirms MI308 licence with 15% fee
000_7bfca9c00cf83cbd.txt
AP
Fudzilla mirror
Yahoo Finance mirror
ICgoodFind
Guancha / Toutiao 7576320132163682842 (seed article)
');
INSERT INTO "passage" VALUES (5497558138881, 'event', 1, '2022-08-01-chips-act-signed
', 'Biden signs the CHIPS and Science Act
', 'President Biden signed a law providing about $52 billion to promote chip production inside the United States. It was motivated by worry that China could come to dominate chipmaking.
legislation
White House
Joe Biden
US
AFP via SpaceDaily
The US-China chip war in dates
');
INSERT INTO "passage" VALUES (5497558138883, 'event', 3, '2022-08-01-chips-act-signed
', 'Signed, after all
', 'President Biden signed a law providing about $52 billion to promote chip production inside the United States. It was motivated by worry that China could come to dominate chipmaking.
legislation
White House
Joe Biden
US
AFP via SpaceDaily
The US-China chip war in dates
');
INSERT INTO "passage" VALUES (6597069766657, 'dispute', 1, 'affiliates-rule-after-2026-11-09
us-affiliates-rule
', 'Does the Affiliates rule apply again from 10 November 2026?
', 'No BIS text that prolongs the stay was found, and nothing after early October 2026 could be read. The service must show the status after 9 November 2026 as unknown.
yes, it returns on 10 November 2026 unless extended
the truce runs to 10 January 2027 (Bessent)
not confirmed by Beijing at the time
');
INSERT INTO "passage" VALUES (6597069766658, 'dispute', 2, 'ban-origin-and-motive
us-ai-chip-controls
', 'When and why did the bans on GPU sales to China begin?
', 'The letter of August 2022 predates the wave at the end of 2022 to which the seed ties the bans.
under Biden, after the ChatGPT craze of 2022, tightened twice
by letter on 26 August 2022, over military end use
since 2022, to suppress China''s chip development (seed) or protect national security (US)
');
INSERT INTO "passage" VALUES (6597069766659, 'dispute', 3, 'beijing-summit-chips-on-agenda
us-cn-summit-2026
', 'Were AI chips part of the May 2026 Beijing summit?
', 'The sources seen are secondary.
not a main topic (US trade chief)
US cleared about ten Chinese firms on the day (Reuters)
China chose not to buy (Trump)
');
INSERT INTO "word" VALUES ('000');
INSERT INTO "word" VALUES ('001');
INSERT INTO "word" VALUES ('002');
INSERT INTO "word" VALUES ('004');
INSERT INTO "word" VALUES ('01');
INSERT INTO "word" VALUES ('02');
INSERT INTO "word" VALUES ('04');
INSERT INTO "word" VALUES ('05');
INSERT INTO "word" VALUES ('08');
INSERT INTO "word" VALUES ('09');
INSERT INTO "word" VALUES ('1');
INSERT INTO "word" VALUES ('10');
INSERT INTO "word" VALUES ('11');
INSERT INTO "word" VALUES ('126');
INSERT INTO "word" VALUES ('13');
INSERT INTO "word" VALUES ('14');
INSERT INTO "word" VALUES ('15');
INSERT INTO "word" VALUES ('1684');
INSERT INTO "word" VALUES ('17');
INSERT INTO "word" VALUES ('19');
INSERT INTO "word" VALUES ('192');
INSERT INTO "word" VALUES ('2');
INSERT INTO "word" VALUES ('20');
INSERT INTO "word" VALUES ('2020');
INSERT INTO "word" VALUES ('2022');
INSERT INTO "word" VALUES ('2023');
INSERT INTO "word" VALUES ('2024');
INSERT INTO "word" VALUES ('2025');
INSERT INTO "word" VALUES ('2026');
INSERT INTO "word" VALUES ('2027');
INSERT INTO "word" VALUES ('21');
INSERT INTO "word" VALUES ('22');
INSERT INTO "word" VALUES ('23');
INSERT INTO "word" VALUES ('26');
INSERT INTO "word" VALUES ('3');
INSERT INTO "word" VALUES ('368');
INSERT INTO "word" VALUES ('398');
INSERT INTO "word" VALUES ('4');
INSERT INTO "word" VALUES ('400');
INSERT INTO "word" VALUES ('414');
INSERT INTO "word" VALUES ('4c7a2523477a3bcd');
INSERT INTO "word" VALUES ('4n');
INSERT INTO "word" VALUES ('5');
INSERT INTO "word" VALUES ('500');
INSERT INTO "word" VALUES ('5090');
INSERT INTO "word" VALUES ('5090d');
INSERT INTO "word" VALUES ('52');
INSERT INTO "word" VALUES ('6');
INSERT INTO "word" VALUES ('6000');
INSERT INTO "word" VALUES ('6000d');
INSERT INTO "word" VALUES ('653');
INSERT INTO "word" VALUES ('7');
INSERT INTO "word" VALUES ('740');
INSERT INTO "word" VALUES ('744');
INSERT INTO "word" VALUES ('7493894955241456143');
INSERT INTO "word" VALUES ('7576320132163682842');
INSERT INTO "word" VALUES ('7bfca9c00cf83cbd');
INSERT INTO "word" VALUES ('8');
INSERT INTO "word" VALUES ('80');
INSERT INTO "word" VALUES ('80gb');
INSERT INTO "word" VALUES ('824');
INSERT INTO "word" VALUES ('83765');
INSERT INTO "word" VALUES ('85');
INSERT INTO "word" VALUES ('9');
INSERT INTO "word" VALUES ('900');
INSERT INTO "word" VALUES ('91');
INSERT INTO "word" VALUES ('96gb');
INSERT INTO "word" VALUES ('978');
INSERT INTO "word" VALUES ('a');
INSERT INTO "word" VALUES ('a800');
INSERT INTO "word" VALUES ('about');
INSERT INTO "word" VALUES ('above');
INSERT INTO "word" VALUES ('act');
INSERT INTO "word" VALUES ('add');
INSERT INTO "word" VALUES ('administrative');
INSERT INTO "word" VALUES ('advice');
INSERT INTO "word" VALUES ('affiliates');
INSERT INTO "word" VALUES ('afp');
INSERT INTO "word" VALUES ('after');
INSERT INTO "word" VALUES ('again');
INSERT INTO "word" VALUES ('agenda');
INSERT INTO "word" VALUES ('ai');
INSERT INTO "word" VALUES ('all');
INSERT INTO "word" VALUES ('also');
INSERT INTO "word" VALUES ('always');
INSERT INTO "word" VALUES ('amd');
INSERT INTO "word" VALUES ('america');
INSERT INTO "word" VALUES ('americas');
INSERT INTO "word" VALUES ('an');
INSERT INTO "word" VALUES ('and');
INSERT INTO "word" VALUES ('announced');
INSERT INTO "word" VALUES ('announcement');
INSERT INTO "word" VALUES ('another');
INSERT INTO "word" VALUES ('antarctica');
INSERT INTO "word" VALUES ('any');
INSERT INTO "word" VALUES ('anywhere');
INSERT INTO "word" VALUES ('ap');
INSERT INTO "word" VALUES ('applies');
INSERT INTO "word" VALUES ('apply');
INSERT INTO "word" VALUES ('april');
INSERT INTO "word" VALUES ('arab');
INSERT INTO "word" VALUES ('architecture');
INSERT INTO "word" VALUES ('are');
INSERT INTO "word" VALUES ('area');
INSERT INTO "word" VALUES ('arms');
INSERT INTO "word" VALUES ('around');
INSERT INTO "word" VALUES ('arrangement');
INSERT INTO "word" VALUES ('article');
INSERT INTO "word" VALUES ('articles');
INSERT INTO "word" VALUES ('as');
INSERT INTO "word" VALUES ('asia');
INSERT INTO "word" VALUES ('ask');
INSERT INTO "word" VALUES ('asks');
INSERT INTO "word" VALUES ('at');
INSERT INTO "word" VALUES ('august');
INSERT INTO "word" VALUES ('available');
INSERT INTO "word" VALUES ('b');
INSERT INTO "word" VALUES ('ban');
INSERT INTO "word" VALUES ('bandwidth');
INSERT INTO "word" VALUES ('bans');
INSERT INTO "word" VALUES ('be');
INSERT INTO "word" VALUES ('because');
INSERT INTO "word" VALUES ('been');
INSERT INTO "word" VALUES ('before');
INSERT INTO "word" VALUES ('began');
INSERT INTO "word" VALUES ('begin');
INSERT INTO "word" VALUES ('beijing');
INSERT INTO "word" VALUES ('below');
INSERT INTO "word" VALUES ('bessent');
INSERT INTO "word" VALUES ('better');
INSERT INTO "word" VALUES ('biden');
INSERT INTO "word" VALUES ('billion');
INSERT INTO "word" VALUES ('biren');
INSERT INTO "word" VALUES ('bis');
INSERT INTO "word" VALUES ('br100');
INSERT INTO "word" VALUES ('bureau');
INSERT INTO "word" VALUES ('but');
INSERT INTO "word" VALUES ('buy');
INSERT INTO "word" VALUES ('by');
INSERT INTO "word" VALUES ('calendar');
INSERT INTO "word" VALUES ('cannot');
INSERT INTO "word" VALUES ('cards');
INSERT INTO "word" VALUES ('carries');
INSERT INTO "word" VALUES ('carry');
INSERT INTO "word" VALUES ('case');
INSERT INTO "word" VALUES ('caught');
INSERT INTO "word" VALUES ('cdna');
INSERT INTO "word" VALUES ('cent');
INSERT INTO "word" VALUES ('center');
INSERT INTO "word" VALUES ('cfr');
INSERT INTO "word" VALUES ('chatgpt');
INSERT INTO "word" VALUES ('checked');
INSERT INTO "word" VALUES ('chief');
INSERT INTO "word" VALUES ('china');
INSERT INTO "word" VALUES ('chinese');
INSERT INTO "word" VALUES ('chip');
INSERT INTO "word" VALUES ('chipmaking');
INSERT INTO "word" VALUES ('chips');
INSERT INTO "word" VALUES ('chn');
INSERT INTO "word" VALUES ('chose');
INSERT INTO "word" VALUES ('circuit');
INSERT INTO "word" VALUES ('circuits');
INSERT INTO "word" VALUES ('class');
INSERT INTO "word" VALUES ('classification');
INSERT INTO "word" VALUES ('clause');
INSERT INTO "word" VALUES ('cleared');
INSERT INTO "word" VALUES ('clearly');
INSERT INTO "word" VALUES ('cn');
INSERT INTO "word" VALUES ('code');
INSERT INTO "word" VALUES ('codified');
INSERT INTO "word" VALUES ('columns');
INSERT INTO "word" VALUES ('combination');
INSERT INTO "word" VALUES ('come');
INSERT INTO "word" VALUES ('commerce');
INSERT INTO "word" VALUES ('commercially');
INSERT INTO "word" VALUES ('companies');
INSERT INTO "word" VALUES ('comparison');
INSERT INTO "word" VALUES ('compute');
INSERT INTO "word" VALUES ('conditions');
INSERT INTO "word" VALUES ('confidence');
INSERT INTO "word" VALUES ('confirmed');
INSERT INTO "word" VALUES ('confirms');
INSERT INTO "word" VALUES ('control');
INSERT INTO "word" VALUES ('controls');
INSERT INTO "word" VALUES ('cook');
INSERT INTO "word" VALUES ('core');
INSERT INTO "word" VALUES ('corpus');
INSERT INTO "word" VALUES ('could');
INSERT INTO "word" VALUES ('count');
INSERT INTO "word" VALUES ('counted');
INSERT INTO "word" VALUES ('countries');
INSERT INTO "word" VALUES ('country');
INSERT INTO "word" VALUES ('craze');
INSERT INTO "word" VALUES ('credit');
INSERT INTO "word" VALUES ('cu');
INSERT INTO "word" VALUES ('cut');
INSERT INTO "word" VALUES ('d');
INSERT INTO "word" VALUES ('d2d7876e543c015c');
INSERT INTO "word" VALUES ('data');
INSERT INTO "word" VALUES ('database');
INSERT INTO "word" VALUES ('datacenter');
INSERT INTO "word" VALUES ('datasheet');
INSERT INTO "word" VALUES ('date');
INSERT INTO "word" VALUES ('dates');
INSERT INTO "word" VALUES ('day');
INSERT INTO "word" VALUES ('days');
INSERT INTO "word" VALUES ('dd');
INSERT INTO "word" VALUES ('de');
INSERT INTO "word" VALUES ('december');
INSERT INTO "word" VALUES ('decide');
INSERT INTO "word" VALUES ('default');
INSERT INTO "word" VALUES ('dense');
INSERT INTO "word" VALUES ('density');
INSERT INTO "word" VALUES ('department');
INSERT INTO "word" VALUES ('depth');
INSERT INTO "word" VALUES ('described');
INSERT INTO "word" VALUES ('designed');
INSERT INTO "word" VALUES ('destination');
INSERT INTO "word" VALUES ('destinations');
INSERT INTO "word" VALUES ('deu');
INSERT INTO "word" VALUES ('development');
INSERT INTO "word" VALUES ('did');
INSERT INTO "word" VALUES ('die');
INSERT INTO "word" VALUES ('differ');
INSERT INTO "word" VALUES ('diffusion');
INSERT INTO "word" VALUES ('disabled');
INSERT INTO "word" VALUES ('disputed');
INSERT INTO "word" VALUES ('disputes');
INSERT INTO "word" VALUES ('diversion');
INSERT INTO "word" VALUES ('does');
INSERT INTO "word" VALUES ('dominate');
INSERT INTO "word" VALUES ('doubtful');
INSERT INTO "word" VALUES ('dram');
INSERT INTO "word" VALUES ('driver');
INSERT INTO "word" VALUES ('each');
INSERT INTO "word" VALUES ('ear');
INSERT INTO "word" VALUES ('earlier');
INSERT INTO "word" VALUES ('early');
INSERT INTO "word" VALUES ('eastern');
INSERT INTO "word" VALUES ('ecfr');
INSERT INTO "word" VALUES ('ecra');
INSERT INTO "word" VALUES ('edgar');
INSERT INTO "word" VALUES ('elsewhere');
INSERT INTO "word" VALUES ('embargoed');
INSERT INTO "word" VALUES ('emerged');
INSERT INTO "word" VALUES ('emirates');
INSERT INTO "word" VALUES ('end');
INSERT INTO "word" VALUES ('ended');
INSERT INTO "word" VALUES ('enforce');
INSERT INTO "word" VALUES ('enforced');
INSERT INTO "word" VALUES ('epoch');
INSERT INTO "word" VALUES ('equivalents');
INSERT INTO "word" VALUES ('ethiopia');
INSERT INTO "word" VALUES ('europe');
INSERT INTO "word" VALUES ('event');
INSERT INTO "word" VALUES ('exact');
INSERT INTO "word" VALUES ('exceptions');
INSERT INTO "word" VALUES ('exec');
INSERT INTO "word" VALUES ('expectation');
INSERT INTO "word" VALUES ('expected');
INSERT INTO "word" VALUES ('expert');
INSERT INTO "word" VALUES ('export');
INSERT INTO "word" VALUES ('exports');
INSERT INTO "word" VALUES ('extended');
INSERT INTO "word" VALUES ('f52803a389a93523');
INSERT INTO "word" VALUES ('fabric');
INSERT INTO "word" VALUES ('facts');
INSERT INTO "word" VALUES ('fail');
INSERT INTO "word" VALUES ('february');
INSERT INTO "word" VALUES ('federal');
INSERT INTO "word" VALUES ('fee');
INSERT INTO "word" VALUES ('figures');
INSERT INTO "word" VALUES ('filed');
INSERT INTO "word" VALUES ('files');
INSERT INTO "word" VALUES ('filings');
INSERT INTO "word" VALUES ('finance');
INSERT INTO "word" VALUES ('firms');
INSERT INTO "word" VALUES ('five');
INSERT INTO "word" VALUES ('flops');
INSERT INTO "word" VALUES ('for');
INSERT INTO "word" VALUES ('form');
INSERT INTO "word" VALUES ('found');
INSERT INTO "word" VALUES ('fp64');
INSERT INTO "word" VALUES ('fp8');
INSERT INTO "word" VALUES ('fr');
INSERT INTO "word" VALUES ('from');
INSERT INTO "word" VALUES ('fudzilla');
INSERT INTO "word" VALUES ('future');
INSERT INTO "word" VALUES ('fy2026');
INSERT INTO "word" VALUES ('gaming');
INSERT INTO "word" VALUES ('gb');
INSERT INTO "word" VALUES ('general');
INSERT INTO "word" VALUES ('germany');
INSERT INTO "word" VALUES ('get');
INSERT INTO "word" VALUES ('gfx942');
INSERT INTO "word" VALUES ('gh100');
INSERT INTO "word" VALUES ('gigabytes');
INSERT INTO "word" VALUES ('government');
INSERT INTO "word" VALUES ('gpu');
INSERT INTO "word" VALUES ('group');
INSERT INTO "word" VALUES ('groups');
INSERT INTO "word" VALUES ('guancha');
INSERT INTO "word" VALUES ('h');
INSERT INTO "word" VALUES ('h100');
INSERT INTO "word" VALUES ('h20');
INSERT INTO "word" VALUES ('h800');
INSERT INTO "word" VALUES ('had');
INSERT INTO "word" VALUES ('half');
INSERT INTO "word" VALUES ('halved');
INSERT INTO "word" VALUES ('hand');
INSERT INTO "word" VALUES ('hardware');
INSERT INTO "word" VALUES ('has');
INSERT INTO "word" VALUES ('have');
INSERT INTO "word" VALUES ('hbm3');
INSERT INTO "word" VALUES ('headquartered');
INSERT INTO "word" VALUES ('headquarters');
INSERT INTO "word" VALUES ('held');
INSERT INTO "word" VALUES ('here');
INSERT INTO "word" VALUES ('hgx');
INSERT INTO "word" VALUES ('hitech');
INSERT INTO "word" VALUES ('hk');
INSERT INTO "word" VALUES ('hkg');
INSERT INTO "word" VALUES ('hksar');
INSERT INTO "word" VALUES ('hong');
INSERT INTO "word" VALUES ('hopper');
INSERT INTO "word" VALUES ('house');
INSERT INTO "word" VALUES ('hu');
INSERT INTO "word" VALUES ('human');
INSERT INTO "word" VALUES ('icgoodfind');
INSERT INTO "word" VALUES ('import');
INSERT INTO "word" VALUES ('imposes');
INSERT INTO "word" VALUES ('in');
INSERT INTO "word" VALUES ('including');
INSERT INTO "word" VALUES ('indefinite');
INSERT INTO "word" VALUES ('individual');
INSERT INTO "word" VALUES ('industry');
INSERT INTO "word" VALUES ('infinity');
INSERT INTO "word" VALUES ('informed');
INSERT INTO "word" VALUES ('input');
INSERT INTO "word" VALUES ('inside');
INSERT INTO "word" VALUES ('instinct');
INSERT INTO "word" VALUES ('institute');
INSERT INTO "word" VALUES ('intel');
INSERT INTO "word" VALUES ('interconnect');
INSERT INTO "word" VALUES ('intervals');
INSERT INTO "word" VALUES ('is');
INSERT INTO "word" VALUES ('islands');
INSERT INTO "word" VALUES ('issued');
INSERT INTO "word" VALUES ('issuing');
INSERT INTO "word" VALUES ('it');
INSERT INTO "word" VALUES ('its');
INSERT INTO "word" VALUES ('january');
INSERT INTO "word" VALUES ('joe');
INSERT INTO "word" VALUES ('july');
INSERT INTO "word" VALUES ('just');
INSERT INTO "word" VALUES ('k');
INSERT INTO "word" VALUES ('known');
INSERT INTO "word" VALUES ('kong');
INSERT INTO "word" VALUES ('l2');
INSERT INTO "word" VALUES ('l20');
INSERT INTO "word" VALUES ('last');
INSERT INTO "word" VALUES ('law');
INSERT INTO "word" VALUES ('learning');
INSERT INTO "word" VALUES ('legal');
INSERT INTO "word" VALUES ('legality');
INSERT INTO "word" VALUES ('legislation');
INSERT INTO "word" VALUES ('letter');
INSERT INTO "word" VALUES ('letters');
INSERT INTO "word" VALUES ('licence');
INSERT INTO "word" VALUES ('license');
INSERT INTO "word" VALUES ('licensed');
INSERT INTO "word" VALUES ('licenses');
INSERT INTO "word" VALUES ('limiter');
INSERT INTO "word" VALUES ('line');
INSERT INTO "word" VALUES ('list');
INSERT INTO "word" VALUES ('listing');
INSERT INTO "word" VALUES ('listings');
INSERT INTO "word" VALUES ('little');
INSERT INTO "word" VALUES ('located');
INSERT INTO "word" VALUES ('low');
INSERT INTO "word" VALUES ('macau');
INSERT INTO "word" VALUES ('machine');
INSERT INTO "word" VALUES ('made');
INSERT INTO "word" VALUES ('main');
INSERT INTO "word" VALUES ('mainland');
INSERT INTO "word" VALUES ('march');
INSERT INTO "word" VALUES ('marks');
INSERT INTO "word" VALUES ('matter');
INSERT INTO "word" VALUES ('matters');
INSERT INTO "word" VALUES ('may');
INSERT INTO "word" VALUES ('means');
INSERT INTO "word" VALUES ('meant');
INSERT INTO "word" VALUES ('measured');
INSERT INTO "word" VALUES ('memberships');
INSERT INTO "word" VALUES ('memory');
INSERT INTO "word" VALUES ('mi300x');
INSERT INTO "word" VALUES ('mi308');
INSERT INTO "word" VALUES ('mi308x');
INSERT INTO "word" VALUES ('michigan');
INSERT INTO "word" VALUES ('military');
INSERT INTO "word" VALUES ('mirror');
INSERT INTO "word" VALUES ('mm');
INSERT INTO "word" VALUES ('modelled');
INSERT INTO "word" VALUES ('more');
INSERT INTO "word" VALUES ('most');
INSERT INTO "word" VALUES ('motivated');
INSERT INTO "word" VALUES ('motive');
INSERT INTO "word" VALUES ('must');
INSERT INTO "word" VALUES ('n5');
INSERT INTO "word" VALUES ('n6');
INSERT INTO "word" VALUES ('named');
INSERT INTO "word" VALUES ('names');
INSERT INTO "word" VALUES ('national');
INSERT INTO "word" VALUES ('navicert');
INSERT INTO "word" VALUES ('need');
INSERT INTO "word" VALUES ('needs');
INSERT INTO "word" VALUES ('neither');
INSERT INTO "word" VALUES ('never');
INSERT INTO "word" VALUES ('news');
INSERT INTO "word" VALUES ('niue');
INSERT INTO "word" VALUES ('no');
INSERT INTO "word" VALUES ('nor');
INSERT INTO "word" VALUES ('northern');
INSERT INTO "word" VALUES ('not');
INSERT INTO "word" VALUES ('nothing');
INSERT INTO "word" VALUES ('notice');
INSERT INTO "word" VALUES ('notified');
INSERT INTO "word" VALUES ('november');
INSERT INTO "word" VALUES ('now');
INSERT INTO "word" VALUES ('null');
INSERT INTO "word" VALUES ('numeric');
INSERT INTO "word" VALUES ('nvidia');
INSERT INTO "word" VALUES ('nvlink');
INSERT INTO "word" VALUES ('occur');
INSERT INTO "word" VALUES ('october');
INSERT INTO "word" VALUES ('of');
INSERT INTO "word" VALUES ('on');
INSERT INTO "word" VALUES ('one');
INSERT INTO "word" VALUES ('ones');
INSERT INTO "word" VALUES ('only');
INSERT INTO "word" VALUES ('open');
INSERT INTO "word" VALUES ('operative');
INSERT INTO "word" VALUES ('or');
INSERT INTO "word" VALUES ('origin');
INSERT INTO "word" VALUES ('other');
INSERT INTO "word" VALUES ('others');
INSERT INTO "word" VALUES ('our');
INSERT INTO "word" VALUES ('output');
INSERT INTO "word" VALUES ('over');
INSERT INTO "word" VALUES ('own');
INSERT INTO "word" VALUES ('packages');
INSERT INTO "word" VALUES ('palestine');
INSERT INTO "word" VALUES ('paper');
INSERT INTO "word" VALUES ('parent');
INSERT INTO "word" VALUES ('part');
INSERT INTO "word" VALUES ('partial');
INSERT INTO "word" VALUES ('parties');
INSERT INTO "word" VALUES ('parts');
INSERT INTO "word" VALUES ('pay');
INSERT INTO "word" VALUES ('payment');
INSERT INTO "word" VALUES ('peak');
INSERT INTO "word" VALUES ('pending');
INSERT INTO "word" VALUES ('people');
INSERT INTO "word" VALUES ('per');
INSERT INTO "word" VALUES ('percent');
INSERT INTO "word" VALUES ('performance');
INSERT INTO "word" VALUES ('place');
INSERT INTO "word" VALUES ('placeholders');
INSERT INTO "word" VALUES ('places');
INSERT INTO "word" VALUES ('policy');
INSERT INTO "word" VALUES ('prc');
INSERT INTO "word" VALUES ('predates');
INSERT INTO "word" VALUES ('president');
INSERT INTO "word" VALUES ('presidential');
INSERT INTO "word" VALUES ('press');
INSERT INTO "word" VALUES ('print');
INSERT INTO "word" VALUES ('printed');
INSERT INTO "word" VALUES ('prints');
INSERT INTO "word" VALUES ('pro');
INSERT INTO "word" VALUES ('problem');
INSERT INTO "word" VALUES ('proceeds');
INSERT INTO "word" VALUES ('product');
INSERT INTO "word" VALUES ('production');
INSERT INTO "word" VALUES ('program');
INSERT INTO "word" VALUES ('progress');
INSERT INTO "word" VALUES ('prolongs');
INSERT INTO "word" VALUES ('promote');
INSERT INTO "word" VALUES ('proposed');
INSERT INTO "word" VALUES ('protect');
INSERT INTO "word" VALUES ('providing');
INSERT INTO "word" VALUES ('provision');
INSERT INTO "word" VALUES ('public');
INSERT INTO "word" VALUES ('published');
INSERT INTO "word" VALUES ('puts');
INSERT INTO "word" VALUES ('reaching');
INSERT INTO "word" VALUES ('read');
INSERT INTO "word" VALUES ('reading');
INSERT INTO "word" VALUES ('reason');
INSERT INTO "word" VALUES ('recipient');
INSERT INTO "word" VALUES ('recorded');
INSERT INTO "word" VALUES ('region');
INSERT INTO "word" VALUES ('register');
INSERT INTO "word" VALUES ('regulation');
INSERT INTO "word" VALUES ('regulations');
INSERT INTO "word" VALUES ('released');
INSERT INTO "word" VALUES ('remarks');
INSERT INTO "word" VALUES ('reported');
INSERT INTO "word" VALUES ('republic');
INSERT INTO "word" VALUES ('required');
INSERT INTO "word" VALUES ('requirement');
INSERT INTO "word" VALUES ('requirements');
INSERT INTO "word" VALUES ('research');
INSERT INTO "word" VALUES ('researched');
INSERT INTO "word" VALUES ('restrictions');
INSERT INTO "word" VALUES ('resume');
INSERT INTO "word" VALUES ('returns');
INSERT INTO "word" VALUES ('reuters');
INSERT INTO "word" VALUES ('revenue');
INSERT INTO "word" VALUES ('revenues');
INSERT INTO "word" VALUES ('review');
INSERT INTO "word" VALUES ('reviewed');
INSERT INTO "word" VALUES ('rewrote');
INSERT INTO "word" VALUES ('risk');
INSERT INTO "word" VALUES ('rocm');
INSERT INTO "word" VALUES ('rows');
INSERT INTO "word" VALUES ('rtx');
INSERT INTO "word" VALUES ('rule');
INSERT INTO "word" VALUES ('ruling');
INSERT INTO "word" VALUES ('rulings');
INSERT INTO "word" VALUES ('runs');
INSERT INTO "word" VALUES ('s');
INSERT INTO "word" VALUES ('said');
INSERT INTO "word" VALUES ('sales');
INSERT INTO "word" VALUES ('same');
INSERT INTO "word" VALUES ('sanctions');
INSERT INTO "word" VALUES ('sar');
INSERT INTO "word" VALUES ('says');
INSERT INTO "word" VALUES ('science');
INSERT INTO "word" VALUES ('screen');
INSERT INTO "word" VALUES ('sec');
INSERT INTO "word" VALUES ('second');
INSERT INTO "word" VALUES ('secondary');
INSERT INTO "word" VALUES ('security');
INSERT INTO "word" VALUES ('see');
INSERT INTO "word" VALUES ('seed');
INSERT INTO "word" VALUES ('seem');
INSERT INTO "word" VALUES ('seen');
INSERT INTO "word" VALUES ('separate');
INSERT INTO "word" VALUES ('service');
INSERT INTO "word" VALUES ('settled');
INSERT INTO "word" VALUES ('several');
INSERT INTO "word" VALUES ('share');
INSERT INTO "word" VALUES ('sheet');
INSERT INTO "word" VALUES ('shipments');
INSERT INTO "word" VALUES ('show');
INSERT INTO "word" VALUES ('shown');
INSERT INTO "word" VALUES ('signed');
INSERT INTO "word" VALUES ('signs');
INSERT INTO "word" VALUES ('since');
INSERT INTO "word" VALUES ('small');
INSERT INTO "word" VALUES ('so');
INSERT INTO "word" VALUES ('sold');
INSERT INTO "word" VALUES ('some');
INSERT INTO "word" VALUES ('source');
INSERT INTO "word" VALUES ('sources');
INSERT INTO "word" VALUES ('spacedaily');
INSERT INTO "word" VALUES ('sparse');
INSERT INTO "word" VALUES ('sparsity');
INSERT INTO "word" VALUES ('special');
INSERT INTO "word" VALUES ('specification');
INSERT INTO "word" VALUES ('specifications');
INSERT INTO "word" VALUES ('start');
INSERT INTO "word" VALUES ('state');
INSERT INTO "word" VALUES ('stated');
INSERT INTO "word" VALUES ('states');
INSERT INTO "word" VALUES ('status');
INSERT INTO "word" VALUES ('stay');
INSERT INTO "word" VALUES ('still');
INSERT INTO "word" VALUES ('such');
INSERT INTO "word" VALUES ('summit');
INSERT INTO "word" VALUES ('supercomputer');
INSERT INTO "word" VALUES ('suppress');
INSERT INTO "word" VALUES ('survey');
INSERT INTO "word" VALUES ('suspended');
INSERT INTO "word" VALUES ('suspension');
INSERT INTO "word" VALUES ('sxm');
INSERT INTO "word" VALUES ('sxm5');
INSERT INTO "word" VALUES ('table');
INSERT INTO "word" VALUES ('tax');
INSERT INTO "word" VALUES ('techpowerup');
INSERT INTO "word" VALUES ('ten');
INSERT INTO "word" VALUES ('tensor');
INSERT INTO "word" VALUES ('territory');
INSERT INTO "word" VALUES ('test');
INSERT INTO "word" VALUES ('tests');
INSERT INTO "word" VALUES ('text');
INSERT INTO "word" VALUES ('texts');
INSERT INTO "word" VALUES ('tflops');
INSERT INTO "word" VALUES ('than');
INSERT INTO "word" VALUES ('that');
INSERT INTO "word" VALUES ('the');
INSERT INTO "word" VALUES ('their');
INSERT INTO "word" VALUES ('there');
INSERT INTO "word" VALUES ('they');
INSERT INTO "word" VALUES ('this');
INSERT INTO "word" VALUES ('those');
INSERT INTO "word" VALUES ('thresholds');
INSERT INTO "word" VALUES ('through');
INSERT INTO "word" VALUES ('ties');
INSERT INTO "word" VALUES ('tightened');
INSERT INTO "word" VALUES ('time');
INSERT INTO "word" VALUES ('to');
INSERT INTO "word" VALUES ('together');
INSERT INTO "word" VALUES ('told');
INSERT INTO "word" VALUES ('tom');
INSERT INTO "word" VALUES ('toolkit');
INSERT INTO "word" VALUES ('topic');
INSERT INTO "word" VALUES ('tops');
INSERT INTO "word" VALUES ('total');
INSERT INTO "word" VALUES ('toutiao');
INSERT INTO "word" VALUES ('tpp');
INSERT INTO "word" VALUES ('trade');
INSERT INTO "word" VALUES ('treated');
INSERT INTO "word" VALUES ('truce');
INSERT INTO "word" VALUES ('trump');
INSERT INTO "word" VALUES ('tsmc');
INSERT INTO "word" VALUES ('twenty');
INSERT INTO "word" VALUES ('twice');
INSERT INTO "word" VALUES ('txt');
INSERT INTO "word" VALUES ('type');
INSERT INTO "word" VALUES ('u');
INSERT INTO "word" VALUES ('ultimate');
INSERT INTO "word" VALUES ('under');
INSERT INTO "word" VALUES ('united');
INSERT INTO "word" VALUES ('university');
INSERT INTO "word" VALUES ('unknown');
INSERT INTO "word" VALUES ('unless');
INSERT INTO "word" VALUES ('until');
INSERT INTO "word" VALUES ('us');
INSERT INTO "word" VALUES ('usa');
INSERT INTO "word" VALUES ('use');
INSERT INTO "word" VALUES ('users');
INSERT INTO "word" VALUES ('uses');
INSERT INTO "word" VALUES ('v1');
INSERT INTO "word" VALUES ('value');
INSERT INTO "word" VALUES ('values');
INSERT INTO "word" VALUES ('variant');
INSERT INTO "word" VALUES ('variants');
INSERT INTO "word" VALUES ('verified');
INSERT INTO "word" VALUES ('via');
INSERT INTO "word" VALUES ('vipera');
INSERT INTO "word" VALUES ('w');
INSERT INTO "word" VALUES ('war');
INSERT INTO "word" VALUES ('was');
INSERT INTO "word" VALUES ('wave');
INSERT INTO "word" VALUES ('were');
INSERT INTO "word" VALUES ('western');
INSERT INTO "word" VALUES ('when');
INSERT INTO "word" VALUES ('whether');
INSERT INTO "word" VALUES ('which');
INSERT INTO "word" VALUES ('white');
INSERT INTO "word" VALUES ('whose');
INSERT INTO "word" VALUES ('why');
INSERT INTO "word" VALUES ('will');
INSERT INTO "word" VALUES ('with');
INSERT INTO "word" VALUES ('withdrawn');
INSERT INTO "word" VALUES ('within');
INSERT INTO "word" VALUES ('words');
INSERT INTO "word" VALUES ('works');
INSERT INTO "word" VALUES ('workstation');
INSERT INTO "word" VALUES ('worry');
INSERT INTO "word" VALUES ('would');
INSERT INTO "word" VALUES ('x');
INSERT INTO "word" VALUES ('xcd');
INSERT INTO "word" VALUES ('xijin');
INSERT INTO "word" VALUES ('yahoo');
INSERT INTO "word" VALUES ('yes');
INSERT INTO "word" VALUES ('yyyy');
INSERT INTO "word" VALUES ('zero');
CREATE TRIGGER revision_is_never_changed BEFORE UPDATE ON revision
BEGIN
    SELECT RAISE(ABORT, 'a recorded revision is never changed');
END;
CREATE TRIGGER revision_is_never_deleted BEFORE DELETE ON revision
BEGIN
    SELECT RAISE(ABORT, 'a recorded revision is never deleted');
END;
CREATE TRIGGER revision_follows_the_last BEFORE INSERT ON revision
WHEN new.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM revision)
  OR new.recorded_at <= (SELECT coalesce(max(recorded_at), '') FROM revision)
BEGIN
    SELECT RAISE(ABORT, 'a revision follows the last one');
END;
CREATE UNIQUE INDEX dataset_versions ON "dataset" (id, recorded_from);
CREATE UNIQUE INDEX dataset_current ON "dataset" (id) WHERE recorded_until = 9223372036854775807;
CREATE UNIQUE INDEX group_versions ON "group" (id, recorded_from);
CREATE UNIQUE INDEX group_current ON "group" (id) WHERE recorded_until = 9223372036854775807;
CREATE UNIQUE INDEX destination_versions ON "destination" (id, recorded_from);
CREATE UNIQUE INDEX destination_current ON "destination" (id) WHERE recorded_until = 9223372036854775807;
CREATE UNIQUE INDEX chip_versions ON "chip" (id, recorded_from);
CREATE UNIQUE INDEX chip_current ON "chip" (id) WHERE recorded_until = 9223372036854775807;
CREATE UNIQUE INDEX ruling_versions ON "ruling" (id, recorded_from);
CREATE UNIQUE INDEX ruling_current ON "ruling" (id) WHERE recorded_until = 9223372036854775807;
CREATE UNIQUE INDEX event_versions ON "event" (id, recorded_from);
CREATE UNIQUE INDEX event_current ON "event" (id) WHERE recorded_until = 9223372036854775807;
CREATE UNIQUE INDEX dispute_versions ON "dispute" (id, recorded_from);
CREATE UNIQUE INDEX dispute_current ON "dispute" (id) WHERE recorded_until = 9223372036854775807;
CREATE INDEX tag_of_row ON tag (kind, no, field, value);
CREATE UNIQUE INDEX change_in_order ON "change" (id);
CREATE INDEX change_of_document ON "change" ("of", kind, id);
CREATE UNIQUE INDEX token_unrevoked ON token (name) WHERE revoked_at IS NULL;
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
PRAGMA application_id = 1315010115;
PRAGMA user_version = 6;
COMMIT;

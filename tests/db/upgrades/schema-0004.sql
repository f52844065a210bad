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
INSERT INTO "passage" VALUES (2, 'group', 1, 'D:5
Arms embargoed
', 'Arms embargoed
', '');
INSERT INTO "passage" VALUES (3, 'destination', 1, 'CN
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
INSERT INTO "passage" VALUES (4, 'destination', 2, 'DE
DEU
Germany
Federal Republic of Germany
', 'Germany
', 'Europe
Western Europe
Printed, not enforced since 2025-05-13.
');
INSERT INTO "passage" VALUES (5, 'destination', 3, 'HK
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
INSERT INTO "passage" VALUES (6, 'destination', 4, 'US
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
INSERT INTO "passage" VALUES (7, 'chip', 1, 'amd-mi308x
amd-mi308x
Instinct MI308X
MI308
', 'Instinct MI308X
', 'AMD
CDNA 3
TSMC N5 + N6
HBM3
Infinity Fabric
AMD never published FLOPS. 80 CU gfx942 with 192 GB; the driver carries a peak-TOPS limiter for this part; measured FP8 is about 414 TFLOPS under the limiter. The Toolkit''s TPP 2,368 and MI300X rows at TechPowerUp/Epoch (653.7 TFLOPS) are placeholders. XCD count not confirmed, so area is null.
TechPowerUp, AMD cleared to resume MI308 sales in China
AMD ROCm GPU specifications
AI-datacenter survey corpus (University of Michigan), chip architecture files, as of 2026-09-13
');
INSERT INTO "passage" VALUES (8, 'chip', 2, 'nvidia-h100-sxm
nvidia-h100
H100 SXM5 80GB
H100
H100 SXM
', 'H100 SXM5 80GB
', 'NVIDIA
Hopper
TSMC 4N
HBM3
NVLink
GH100 die. Data sheet tensor figures are with sparsity; halved here. FP64 value is the tensor-core one. Some sources print TPP 15,824 (1,978 x 8).
NVIDIA H100 data sheet
NVIDIA Hopper Architecture In-Depth
TechPowerUp GPU database, h100 sxm5 80 gb
Export Control Toolkit, chip table (March 2026)
');
INSERT INTO "passage" VALUES (9, 'chip', 3, 'nvidia-h20
nvidia-h20
H20
HGX H20
H20 SXM5 96GB
', 'H20
', 'NVIDIA
Hopper
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
INSERT INTO "passage" VALUES (10, 'ruling', 1, 'us-bis-2025-04-09-nvidia-h20-letter
', 'Letter to NVIDIA: license for H20 and equivalents
', 'Told NVIDIA on 9 April 2025 that the H20, and any circuit reaching the H20''s memory bandwidth, interconnect bandwidth or a combination, needs a license for China including Hong Kong and Macau, for D:5 countries, and for companies headquartered or with an ultimate parent there. On 14 April NVIDIA was told that the requirement will stay for the indefinite future. The stated reason is the risk of use in, or diversion to, a supercomputer in China.
Bureau of Industry and Security
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
INSERT INTO "passage" VALUES (11, 'ruling', 2, 'us-exec-2025-08-11-revenue-share-15
', '15% revenue share on H20 and MI308 sales to China
', 'Commerce began issuing H20 licenses around 8 August 2025; on 10-11 August it emerged, and the President confirmed, that NVIDIA and AMD would pay 15% of the proceeds of licensed H20 and MI308 sales in China to the US government. No regulation was published. NVIDIA reported little revenue under the licenses; AMD said in December 2025 that it held some MI308 licenses and would pay.
President of the United States / Department of Commerce
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
INSERT INTO "passage" VALUES (12, 'event', 1, '2022-08-01-chips-act-signed
', 'Biden signs the CHIPS and Science Act
', 'President Biden signed a law providing about $52 billion to promote chip production inside the United States. It was motivated by worry that China could come to dominate chipmaking.
White House
Joe Biden
US
AFP via SpaceDaily
The US-China chip war in dates
');
INSERT INTO "passage" VALUES (13, 'dispute', 1, 'affiliates-rule-after-2026-11-09
us-affiliates-rule
', 'Does the Affiliates rule apply again from 10 November 2026?
', 'No BIS text that prolongs the stay was found, and nothing after early October 2026 could be read. The service must show the status after 9 November 2026 as unknown.
yes, it returns on 10 November 2026 unless extended
the truce runs to 10 January 2027 (Bessent)
not confirmed by Beijing at the time
');
INSERT INTO "passage" VALUES (14, 'dispute', 2, 'ban-origin-and-motive
us-ai-chip-controls
', 'When and why did the bans on GPU sales to China begin?
', 'The letter of August 2022 predates the wave at the end of 2022 to which the seed ties the bans.
under Biden, after the ChatGPT craze of 2022, tightened twice
by letter on 26 August 2022, over military end use
since 2022, to suppress China''s chip development (seed) or protect national security (US)
');
INSERT INTO "passage" VALUES (15, 'dispute', 3, 'beijing-summit-chips-on-agenda
us-cn-summit-2026
', 'Were AI chips part of the May 2026 Beijing summit?
', 'The sources seen are secondary.
not a main topic (US trade chief)
US cleared about ten Chinese firms on the day (Reuters)
China chose not to buy (Trump)
');
INSERT INTO "passage" VALUES (16, 'chip', 4, 'nvidia-h20
nvidia-h20
H20
H twenty
the small one
', 'H20
', 'NVIDIA
Hopper
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
INSERT INTO "passage" VALUES (17, 'event', 3, '2022-08-01-chips-act-signed
', 'Signed, after all
', 'President Biden signed a law providing about $52 billion to promote chip production inside the United States. It was motivated by worry that China could come to dominate chipmaking.
White House
Joe Biden
US
AFP via SpaceDaily
The US-China chip war in dates
');
DELETE FROM "search_data";
INSERT INTO "search_data" VALUES (1, x'118113558d71');
INSERT INTO "search_data" VALUES (10, x'000000000103050003010103020101030101');
INSERT INTO "search_data" VALUES (137438953473, x'00000ed204303030300306010223070a0102814e540108010281460301310a08010282230301320a08010282260301340a08010282290201310c020402013201080102830b0201340a0a0501025c06020135040601020a020601021b0201380b080501024f010203020139010801028259060601025b03080601025d030207010131010a01021e81300706010220020c0102815f14110201300b0801020c49020e0101090102240b0201310108010282580a0a0601020d450202060202323601080102814b020133040601020b020601021c010601025c0201340a0601023202013501080102825f0206010218050601021e02080102614d011a0901010201021b3f133a110c0c020336383403060102340201370106010272020139050601021c0301320706010213010132050601021a020601022c020130050601021d0302323001080102821e0206010211020a01020d2d11040132011001010901028165180b0202020e0102060a110a08040133010601027404013401080102830a0401350108010224190306010209020601021a030601022301120401020756066b730c010c0401020a3216040136011601010b0102813d810e100c020601021a040601025a010601023a010601024402080102811c02120501010b0102100f0b02080a0101090401370d0601022f0201310306010222020132010801028149020133030601020f020601020b05080102812f0201360e06010223010133070601020403080102814c02023638070601022d020239380a0801028172010134010601022109080102814d020230300906010216010a0102816023020231340706010223020f6337613235323334373761336263640a080102822a02016e08060102050106010205010135010c0102810a500801020308080102254a020230300306010226060601021b03023930010601024d0908010282050501640a08010282070201320c0601020901013601080102810d020601022502033030300a080102820a0501640a080102817002023533070601023401013707060102350202343005060102190301340a080102812e031139333839343935353234313435363134330a080102823d02123537363332303133323136333638323834320a0801028233010801028152020f6266636139633030636638336362640a08010282210108010281470101380806010223020a01025781410106010208020130070601020f01060102320302676208080901010402023234080601021f020433373635050601021802013505060102160101390108010282470906010205030601021b020230300a08010281510201310306010232020336676209020b020237380806010221010161012201021177050520093d2a1081050a25340802080102142302080102061701060102100106010218031401021705341a0f200c7b01080102683a0106010205030601020802033830300108010282760204626f7574070601022205060102080306010210040276650a080102817f020263740c080601010802026464050601021f030c6d696e697374726174697665050210030476696365010601021502096666696c6961746573010a01028243130c0a02090101040301700c060102240303746572010e0102225149772b0c0a0401020d0f010601021802046761696e010a0102823b170c060101070304656e64610f020602016901140101020102292e83590a060601024e070207010601010302026c6c010c0102816781640302736f0a080102820c03047761797301080102832902026d640106010236061002040102020b390a0410010218204034091403056572696361060a0a05010204080173060601020202016e010801028120090601022d010801028118030164012801010701021011110b124e581d761b07044913340206010224020801021015010601020f010601022e0206010227011a01010801020b18082e1a8102130118010107010211080d212048090106010106010601020b01080401010303076e6f756e636564010a0102830f6203056f74686572010801028217030874617263746963610108010282050301790a0601020c01080102810c040577686572650a080102732a0201700b08010281490305706c69657301080102824f0501790d06010106030372696c010601023a080601022201080102062f0203726162010801028136030a636869746563747572650706010256010601022a010601023b030165011a01023c083f29667c1d26221233020601022b0206010212010601020a0106010237010601020e03060102640406010205040161070601023e03026d7302080401010203046f756e640b06010207030972616e67656d656e740b0801027e3f03057469636c650a0e01028235040a0401080102815408017301080102840f020173011001026f6f396381030606010258030801028166010801028117020601021e0302696103080102020402080102020403016b01080102812909080102821104017301080102826202017401080102815f060601023103080102815e0306010235010601020a020575677573740a080102814701080102090703080102052102087661696c61626c650108010282680101620a08010281300202616e0e02020406647769647468030601022a0606010229010e0102130477055a0401730e0c010107010215020165010601025209080102820d03060102120305636175736509060102240302656e0108010282390408010234110508010281420304666f726501080102821d030367616e0108010284140a060102030402696e0e0601010d0305696a696e670d0601023402080201010a03036c6f77030601022003057373656e740d0601023003047474657205080102301102046964656e0c0e01010201020321020601021703056c6c696f6e0c0601020a030372656e0108010281700301730a02030306010203020472313030010801028171020575726561750108010263700906010250030174010a010261442c0301790f0601021c020179010a0102822a33020601022e080801028115010601021601060102330106010220010863616c656e64617201080102822c03046e6e6f740108010283010303726473010601024904047269657307060102170501790108010282060a0601026703027365010c0102823d1f04020801022d04030475676874010601025309080102820e0203646e6107060102030203656e740b08010281320202667201080102814a09080102812d010601027002066861746770740e0601021a030565636b6564010e0102823606814d03036965660f0601020d04026e6101080102502e02160408030501010201020a15020e0c090102151f110206010249030e01021d341a812b011401010b0102263f1c2f0c010801021912020c01010c01022e010601021805036573650f06010212040170010c0102816d8166060601025501060102370106010241020a0102812710010801020d1f02080801023005066d616b696e670c0601021e05017301140101030102812f81402a020601021f09080501010503080401010403016e03020303036f73650f0601021902066972637569740a0601020d0801730a0a010281041502046c617373010601024e0609696669636174696f6e01080102817904037573650b0a0102810505030565617265640706010243080601020f06026c7901080102821202016e0302020c020802036f6465010601025d040569666965640b0801025c6403056c756d6e73060601021103096d62696e6174696f6e0a060102180401650c0601021b04056d657263650b080102024b080569616c6c79010801028267040670616e6965730a0601022906057269736f6e0108010283690503757465090601020c03086e646974696f6e73030601023102060102260407666964656e6365010a01021281510604726d6564070601023c040601021402060102320801730b0801028140040474726f6c0806010235010601023f0801730e020903026f6b010801028201030272650806010218040370757307060102510303756c640c0601021a010601021104026e74070601023a06026564010a0102815b0d0604726965730a080102264a070179010e01028107503c0e020472617a650e0601021b03046564697401080102843202017507060102100301740b0801028122010164010e01021d05813908010202040601020e04080102244a020f3264373837366535343363303135630a0801028227020361746101080102842d070801020a1e050462617365080601022f050663656e746572070601024f050573686565740a08010281560401650a0601025a0501730c0601022d030179010c01028230755b0e06010216040173010a0102830308020164010801028307020165040202030663656d6265720306010210020601020c0508010282420106010239040369646501080102836e03056661756c7401080102835203036e7365010801028344080601020e05036974790108010283610308706172746d656e740108010281450a0601024904027468080601022c010601023d0307736372696265640b0801028114040569676e65640a0801028176040874696e6174696f6e030601021602060102090c0173010c01010801021b030175040203030976656c6f706d656e740e06010231020269640e060101050301650806010209010601020903046666657201080102824b05057573696f6e010801022a2e03067361626c6564090601020d040570757465640b0801028102080173010801028253030776657273696f6e0a0601024a02036f657301060102680c0601010203066d696e6174650c0601021d030675627466756c01080102813f020372616d03060102290304697665720706010216010465616368010601020c030172030601020d020601020804046c6965720508010236110501790d0601020e0305737465726e030601020302060102030203636672010801028423030272610b080102810a0204646761720a080102822d02086c7365776865726501080102812502086d626172676f6564010801028121010805010103030565726765640b06010210030669726174657301080102813702026e64010a01027982380d0801020c1e04026564010a01028225060305666f726365010601026a0801640106010231030601020702060102180204706f6368010a0102842b0a0606010233041709090906090a0d0c171712130a1208280a0808080d08161908092b3b08080913080e090a0e1009170d140e0f09080e0b090908090919201d140d0a090b08130a080809480b150a0a09110b19081a12091c0c0a0c1d0e081460100d100e0d090d08150b1b35080a0b11160923100f091e191009071b0b130c160c1009120a0c0c140c0b0b0c120a0824100c0a0b0e12110a0b150d100a4d0a2d0d20060a0d0a0b110c110a090a0d0c10080d0d0d0d0a1410150910060a090a0f090b0c0c0b0c08091a17110b0d0d0808100a09061d0b0d100b150e0f0d140b0610090d0c0d0d0d090e0f0d0e0a0b0b0d0c08110b0a0c10160c0e110b0c12');
INSERT INTO "search_data" VALUES (137438953474, x'00000ecf0c306571756976616c656e74730a0601010902077468696f706961010801028140020575726f7065040801020204020476656e740a060102590204786163740106010240030863657074696f6e7301080102811a040a0102290411030265630b02030309706563746174696f6e0b0801025645070265640b06010265050272740a080102823004036f7274010601010404060102240306010234010601023e01080102821a010801028103070173030601021b030601020c030674656e6465640d060102280110663532383033613338396139333532330a080102822402056162726963070601020a0303637473010a01020684110302696c01080102827c0207656272756172790b080102811b0305646572616c010a01025f83430302050301650b0a01028107400206696775726573010801028365070601020d010601020f03036c65640a0601025e05017307060102570404696e6773010601024603056e616e63650b080102814d0303726d730f060102130302766501080102840e02046c6f7073070601020e02026f72011001021a602555817c020601020b0306010213010601021c0206010246011601010601021c090716815504016d0a0a010256814101060102520303756e640d0601020a0203703634080601021303013807060102200201720306010233020601021703026f6d0110010203444d8214700a060102790206010108020775647a696c6c610b080102814a0304747572650a0601023f020579323032360b06010255010667616d696e6701080102812e09080102817b02016201080102833b02060102270406010214010601023302100102814f051114110206656e6572616c0a080102815c0305726d616e79040a04060101020301740b080102811f020566783934320706010211020468313030080601020801060102080208696761627974657301080102833e02096f7665726e6d656e7401080102842a0a0801022a4602027075070601024c010601022e06060101090204726f7570010801028156060173010e010282100e81330406010211020675616e6368610a0801028231010801028150010468313030081803050305030101020102250d02023230010801028279081a030403040301010201022f0b13011e0801010701020a08540f1a34041c4c01120101060102051e3f1702033830300108010282770202616405080102331103026c660108010283200403766564080601021103026e640b080102812e0306726477617265010801028431080601022e030173010a0102648155090801027b2a030276650a08010281410203626d33070601020801060102060106010206020c6561647175617274657265640a0a01022a502a0c0173010801027e22050601021403026c640b0601023d03027265080601021202026778090807010237020569746563680a080102822f02016b050202030167050203030373617205020902036f6e6703060102050218040406050101020102201011050801021f4b03047070657208080102032801080102033903037573650c060102200201750a080102823a03036d616e0a0801028213010a6963676f6f6466696e640b080102814f02056d706f7274050601022205037365730a080102821902016e01220102081641220707130b322d155e270d7f0408010237110206010248010601022b010a01021807210112010248082d08240842010c010225154620010601022c0307636c7564696e670a0601021e0308646566696e6974650a0601023e04076976696475616c0a0e0102812a0a0404040575737472790a06010252030666696e697479070601020903037075740108010281680304736964650c0601020f040574696e63740708060101020604747574650906010245030374656c0106010238090801028169050872636f6e6e656374090601022801080102147a060476616c7301080102831e02017301200102250c2b172332051b1c0a477e2020020a0102070e260408010221200106010215020a010243362a010a010281102e03056c616e64730108010282020304737565640a08010281430503696e670b06010204020174011001022d3c06036f77090a0102814536010801020f2f01060102130106010221030173010a01020e816c090801027c2a01076a616e75617279010a010223823f02060102190a0601022e02026f650c060102210203756c7901080102813c090801028238030273740a080102817701016b0a0a0102588141010601025402046e6f776e010e010243813d813c02036f6e670306010206021805040605010103010221101105080102204b01026c32090601023103013009060102300203617374010c0102822f814e0301770c0601020602076561726e696e67010801028430030367616c010601021406036974790b08010281010304747465720a0809010102040801020320070173010601023302066963656e636501080102841c0a080102814206027365010c01021781041b0206010236020c01020e1c0411040601021f011401010501021b4c0f200c0801640b0a0102203f1f0801730a0801028140010a010206310d03056d69746572070801021b0e03026e650a080102815d030273740108010281470503696e67090801021126080173090601021a030474746c650b0601023102066f636174656401080102812403017701080102816001056d61636175030601021207080102224a040468696e6501080102842f030264650b080102810f0302696e0f0601020905046c616e6403020d03037263680806010239010601024304026b73010801028354030474746572060601021207017301080102823f030179010601025109080102820b0506010108020465616e73010c010283280a0505017401080102835704057375726564070601021f03096d6265727368697073010a010282081304036f72790906010226010a010212795d02056933303078070601022f05013807080801024604120101080102231e2363060178070c0304040101030406010275030663686967616e070601025403066c69746172790e06010227030472726f720b0a0102814b0502016d01080102830602076f64656c6c6564010801028128030272650b0601025a03027374090801020b100307746976617465640c060102150601650e020502037573740d0601021601026e35070601020602013607060102070204616d6564010c0102820b815305017301080102840a030674696f6e616c0e0601023503067669636572740102020203656564010801028130090a0102810e0c0501730a0a0102194c0f0305697468657201080102820c0303766572010a010282704b060601020c03080102813c030277730106010106020369756501080102820302016f0108010282070806010213020a01022b461902060102020301720108010282110405746865726e06060102030301740122010213150c0f2e2d1529290a251a750b0503060102060106010205010801020b0e010601023b020601022a020c01025b26142e0206010231020801020715040468696e670d0601020c04036963650a100102812b0a0404350504666965640906010221030676656d626572010a01027381570c0e01010a01021c0b0301770108010282400203756c6c010c010283260a06060601024003056d657269630a0801028149020576696469610106010235070e02050102022406010e020401020236050120070101040102033323303704342a0b1301140102161b24232610090e03046c696e6b0806010207010601020701056f6363757201080102830c0305746f6265720d0601020f020166012e01023913162c350f0e12092d067c0a2e09191d0807130b020a09010209170102070108120102140102090108010253080206010225010c0102460d7c1a011601021c0528070f22141c12030a0102040b11010601010602016e011601028142711d46050a81150206010230070c0102042f816d010c01010501020b0206010223010c010108010222010805010214030165010e010281178241370706010219040173010801028372080601021503026c7901100102073f824b5f03020370656e010a0102832112040672617469766501080102836c02017201160102810409811d81060e12091201021617203313191e0106010259030601023303046967696e0e02030204746865720a080102810206017301080102836702027572010a010209841003047470757401080102816a02037665720e060102260202776e010a01020a841001087061636b6167657301080102834a03076c657374696e6501080102817f03037065720506010225030472656e740a0a01022f512a0401740306010208040601021e0806010105050369616c0108010283080602657301080102811c0501730a080102817e0301790b0801021a2b04046d656e740b0801026a25020365616b010801028341060601021903056e64696e6701080102837603046f706c6503020603017201080102833f0a0801028131040463656e740b060102760408666f726d616e636501080102836002046c616365010c010281180c780607686f6c6465727307060102380601730a0c01028101151702056f6c696379010801021960020272630304050903066564617465730e060102070406736964656e740b080102133301060102020a0369616c0b0601024c05017301060102480908010281590303696e74080601021c06026564010601025a03060102050206010216060173090601021203016f0a0a0102816f1c0404626c656d090601024a040563656564730b0601021e040464756374010c0102826569100803696f6e0c0601020e04046772616d01080102841f0603657373090601024704056c6f6e67730d0601020604046d6f74650c0601020c0405706f7365640108010283710404746563740e060102340406766964696e670c06010207060473696f6e010801028223020575626c696301060102040a0801028112060473686564010c01023e825e1d060601020d03080102813d010601022e030274730a080102815a01087265616368696e670a0801020e7904016401080102810f0c060102130503696e670a080102814a0403736f6e0a06010242030763697069656e740a080102762a04056f72646564010a01026e810a030467696f6e0502110504737465720108010284210407756c6174696f6e0b0801022c5604120f0d0b0b170711090a250d0d180c0c0a0f110a180a080b0d0a0a0b2f0f0a0a080d180f0b0c14220e0e090c101017130c111414350b0a0a0a0a13100a14150e09090a0d0606081e120a090b120c0b450e0f120c0d0b0b0d0b10150c350d0c0a24101a09110a0f0f1e09080d080f0a0b1208142a0a100d0a0a0b080b0e09120c0a09090f0a0b09130e090c12110c14100d0d0d090f090a0e060a09080e090d0b120a0d17090b1a090c430b0f0b1809120d3c100d0c5b38110e0e0c0e25090c090b0c0a0b100f0a0d120b0a09090c100d090f0b100e0e0b0d080d130a0e0a13080a0b0c0e0a0c0a0c0b0d0b0d0c121e0a100e0b0a0f0e090c');
INSERT INTO "search_data" VALUES (137438953475, x'00000a8d0c30726567756c6174696f6e73010601026003066c656173656401080102831203056d61726b730b0601024d0306706f72746564010a0102835e060a06010230040575626c69630302080102060306717569726564030601023908046d656e74090601022001060102390c0173050601020f030673656172636801080102841309026564010e0102028221810d04097472696374696f6e730a080102821b0403756d65070601024503057475726e730d06010222030575746572730f06010217030576656e75650b1007010103010232480801730b08010281360403696577010c01021860816907026564030601022c030577726f7465010601022c020369736b0a0601024502036f636d070601024b03027773070601023002027478010601024c090e0102816e1804040203756c65011001022b2e65810c130c0a03090101050403696e67010c0102823481510701730110010105010283175803026e730d0601022b010173010e010281460e816c02080701022803020c010601022a020601022d0116010211794a05110d09111d040601022f020361696401060102650a0601023703036c6573070601024704120101090102243f1c2f030601010a03026d650a0a010281130503076e6374696f6e7301080102812b030172050208030279730b080102813802066369656e63650c0601010703047265656e01080102812c020265630a080102822c04036f6e6401080102834007036172790f06010206040575726974790a060102540406010236030165010801028251040164010801028406090e01028234040a0401080102815303080102122204016d01080102827a04016e0f06010204030670617261746503060102150206010207030572766963650d06010215030574746c656401060102270305766572616c0108010281110204686172650b08080101040303656574080801020b1e030769706d656e7473060601020503026f770108010283020c0601021705016e010801028374020569676e65640c08070102040501730c0601010303036e636501080102825e020801020e0b0106010208010601020a0106010219040801028146040601022a02016f010801028177060601023d03080102817a03026c6401080102827103026d65080601021a010601021e020601023e030475726365010801028409070173010e0102050c823d55070601021b07060102030209706163656461696c790c0601022604037273650906010214060369747908060102100305656369616c05020f06086669636174696f6e09060102320e0173010801028300060601024d02047461727401080102832704027465010c01028144823e0601640108010281150906010241060173011001028103816b813f0510050501010301020905060102480106010212050275730d060102190401790a0601023b03060102080303696c6c01060102590206010238020601021e060801028113020375636801080102827303046d6d69740f0a030801010b030b706572636f6d70757465720a0601024d040570726573730e0601022d030472766579070601025003077370656e646564010a0102708157040801023511070473696f6e0108010282280202786d0804040a040135080e0801010301023101020a01057461626c6501080102815307060102380108010233110301780b0801028104020a656368706f7765727570070801023211010601022d03016e0f060102110403736f72080801020c0d0307727269746f727901080102821503027374010c01028163811d0501730606010215030278740b0601027102060102040501730108010281120205666c6f7073010801028347060801022414020368616e0508010231110401740114010266810e341c270d11040801022c1105080102083101080102152801060102180106010205030165014a010216140c1b0b0a08150e35070c0f140f13101f05070b0824080d62060d180710070b050b020601020c030801020708010a0102151304010601021601080102103a011e010209082b07050633130e050a400f01120102120d0d0e14284f010e0101040102101901140101030102070f06130f01160101060102020805080507010e0101070102021504026972010601023f04027265010801028272090601023004017901080102820903026973070601021d03036f73650506010213050a010281002a0308726573686f6c6473010601024104046f756768010c01028246813402036965730e060102130307676874656e65640e0601021e03026d650d0601023702016f011801010a0102341d66814a8104020601021c02060102270206010244031001010301024b1d2d011401010a0102273d060740010801020b13010601022c010e01010b01020f1f010601021b030667657468657201080102834b03026c640a080102023603016d090601022c03056f6c6b697407060102290106010236010601024003037069630f0601020a040173010a0102834205060601021a030374616c0108010281730305757469616f0a0a010282320c0108010281510202707001080102835d0206010221040601022b010601021d010601022b0204726164650a0801028158050601020c03056561746564050801022d1103037563650d0601022a04026d700b080102812f040601021d0203736d630706010205010601020401060102040204776963650e0601021f020278740a0e0102822205050501080102814802037970650a080102813101017506020b02076c74696d6174650a0a01022e512a02046e64657201080102841a0606010225030a010281443601060102330306010216030469746564011201028102358138813f0510040501010201020805060102470106010211040776657273697479070601025203056b6e6f776e0d0601021f03046c6573730d06010227030374696c010801028324020173060202040a0201028218010c020102294632010801022307010208010806010237010a0701020b05030161060403050301650a06010247040601022904027273010601027a0401730a0801028154010276310108010282520204616c756508060102140601730a080102815703057269616e7401080102835308017301080102834e020765726966696564010801028377020269610c060102250304706572610906010234010177090801021707020261720c0601022b030173010e01028235338120090a0102358142010801022d6301060102140106010209030276650e060102090203657265010a0102821f520e060101020305737465726e0406010203020368656e01080102835809080102742a0406010102040474686572010c0102812d81220a080102810b03036963680110010282324f8101150d06010210040274650c0601021f03036f7365010a01027d812c0301790e060101040203696c6c0a0601023a01080102811e03027468010a01020d81120606010212010601020f010601020a010601022c0108010281430505647261776e0a080102813f0502696e060601020602046f726473010a01020b841004026b730108010284250606746174696f6e0a080102817d040272790c060102170303756c640b080102192b01017808060102220202636407060102390204696a696e0a080102823b01057961686f6f0b080102814c020265730d06010220020379797901080102830501047a65726f01080102833a04120e0c140d0d10080e0d110a0c0c11090d090c0a0a0912160d0d09310f1a0b0f060a0d0c0a0b0a11091e0908120c0c0d0c0b0e0f090d082b140a130c16100a0a0a0f0e0c0c0e21090d1a0b0d120c0b160c080f180917080b0f0c080e09130b2b810e090f0909110f0e0a0e094f0e0a08160a0f0b141e110d0a0f140b130b061022250e0c0b0b2b070d09090a0b090d090f090b09092309110c161414090c0810250d090d0a0e090b08090c0d090b');
INSERT INTO "search_data" VALUES (274877906945, x'000002e6053032303235100601022304013610060102440103343030100601021602016e10060102050103353030100601021b0103616e64100601022702047072696c1006010222020b7263686974656374757265100601023b010962616e647769647468100601022902066563617573651006010224010463686970100601024102066f6d70757465100601020c03056e74726f6c100601023f010564656e7365100601020e0303707468100601023d02026965100601020903067361626c6564100601020d01066578706f7274100601023e010766696775726573100601020f02026f72100601024601056768313030100601020801016810020702023230101603040301010201022f0b13020761726477617265100601022e0203626d33100601020602026778100601023702056f707065721008010203390102696e100a01021807210307737469747574651006010245030a746572636f6e6e656374100601022801026c321006010231030130100601023002066963656e7365100601021f03057374696e67100801021126080173100601021a01056d6172636810060102430205656d6f7279100601022602036f7374100801020b1001026e6f1006010213030174100601022a04056966696564100601022102057669646961100e0204010202360503046c696e6b100601020701026f66100601022502026e6510020b040173100601021501067072696e7473100601021203056f626c656d100601024a040567726573731006010247010b726571756972656d656e741006010220010173100601022d02046d616c6c10020a02036f6d65100601021e020570617273651006010214030b6563696669636174696f6e100601023201057461626c6510080102331102026865100a090102103a02026f6d100601022c03056f6c6b6974100601024002027070100601022b0203736d631006010204020577656e7479100208010676697065726110060102340101771008010217070203697468100601020a040b080a080a0a0b12100d0b0d0c0c0a090d0d0e090c06110e0a090d0b0e1109080d0d080c0c0b09080c100b0907080d0c0c1208090a0c120d0b090c090a0a0d09');
INSERT INTO "search_data" VALUES (412316860417, x'000001e60330303111020402013811020301043230323211020201023532110601020901016111060102050204626f75741106010208020263741102060202667011060102240303746572110601010302026c6c11060101040105626964656e11080102032103056c6c696f6e110601020a020179110601021601056368696e61110801021912040170110801020d1f05066d616b696e67110601021e05017311020502036f6d65110601021b0303756c64110601021a01056461746573110601022d02076f6d696e617465110601021d0105686f75736511060102200102696e110601022c030473696465110601020f020174110601021301036a6f65110601022101036c6177110601020601096d6f7469766174656411060102150109707265736964656e74110601020203086f64756374696f6e110601020e04046d6f7465110601020c0406766964696e67110601020701067369676e6564110e070101020102040209706163656461696c791106010226020574617465731106010212010474686174110601021803016511080102101902016f110801020b130106756e697465641106010211020173110801022307010376696111060102250103776172110601022b0301731106010214020468697465110601021f02046f72727911060102170407060909080b07090a090d0c080d090d060a0a0c0e0c090b080a0a10100f0b0d11100c0b09090d090a0a080b');
DELETE FROM "search_idx";
INSERT INTO "search_idx" VALUES (1, x'', 2);
INSERT INTO "search_idx" VALUES (1, x'306571', 4);
INSERT INTO "search_idx" VALUES (1, x'30726567756c6174696f6e73', 6);
INSERT INTO "search_idx" VALUES (2, x'', 2);
INSERT INTO "search_idx" VALUES (3, x'', 2);
DELETE FROM "search_docsize";
INSERT INTO "search_docsize" VALUES (1, x'010a8433');
INSERT INTO "search_docsize" VALUES (2, x'040200');
INSERT INTO "search_docsize" VALUES (3, x'0d0138');
INSERT INTO "search_docsize" VALUES (4, x'07010a');
INSERT INTO "search_docsize" VALUES (5, x'120246');
INSERT INTO "search_docsize" VALUES (6, x'0c021b');
INSERT INTO "search_docsize" VALUES (7, x'07025b');
INSERT INTO "search_docsize" VALUES (8, x'0b0339');
INSERT INTO "search_docsize" VALUES (9, x'0a0149');
INSERT INTO "search_docsize" VALUES (10, x'08088242');
INSERT INTO "search_docsize" VALUES (11, x'080a8153');
INSERT INTO "search_docsize" VALUES (12, x'06072c');
INSERT INTO "search_docsize" VALUES (13, x'090a36');
INSERT INTO "search_docsize" VALUES (14, x'080c36');
INSERT INTO "search_docsize" VALUES (15, x'090a1c');
INSERT INTO "search_docsize" VALUES (16, x'0a0149');
INSERT INTO "search_docsize" VALUES (17, x'06032c');
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
CREATE INDEX destination_current_by_name ON "destination" (name DESC, id)
    WHERE recorded_until = 9223372036854775807 AND body IS NOT NULL;
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
CREATE UNIQUE INDEX ruling_versions ON "ruling" (id, recorded_from);
CREATE UNIQUE INDEX ruling_current ON "ruling" (id) WHERE recorded_until = 9223372036854775807;
CREATE INDEX ruling_current_by_announced_on ON "ruling" (announced_on DESC, id)
    WHERE recorded_until = 9223372036854775807 AND body IS NOT NULL;
CREATE INDEX ruling_current_by_effective_from ON "ruling" (effective_from DESC, id)
    WHERE recorded_until = 9223372036854775807 AND body IS NOT NULL;
CREATE UNIQUE INDEX event_versions ON "event" (id, recorded_from);
CREATE UNIQUE INDEX event_current ON "event" (id) WHERE recorded_until = 9223372036854775807;
CREATE INDEX event_current_by_date ON "event" (date DESC, id)
    WHERE recorded_until = 9223372036854775807 AND body IS NOT NULL;
CREATE UNIQUE INDEX dispute_versions ON "dispute" (id, recorded_from);
CREATE UNIQUE INDEX dispute_current ON "dispute" (id) WHERE recorded_until = 9223372036854775807;
CREATE INDEX tag_of_row ON tag (kind, no, field, value);
CREATE UNIQUE INDEX change_in_order ON "change" (id);
CREATE INDEX change_of_document ON "change" ("of", kind, id);
CREATE UNIQUE INDEX token_unrevoked ON token (name) WHERE revoked_at IS NULL;
PRAGMA application_id = 1315010115;
PRAGMA user_version = 4;
COMMIT;

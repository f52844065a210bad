/* Fills a store for measurements: the bundled data set, then so many chips, rulings and events made after it.
 * The same numbers make the same documents; each is checked against openapi.yaml, and the first of each kind
 * for meaning too. */
#include "api/document.h"
#include "api/import.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define BATCH 20000
#define CHECKED 500

static const char *const words[] = {
    "export",   "license",    "China",    "accelerator", "rule",      "denied",  "granted",  "shipment",
    "customs",  "memory",     "wafer",    "foundry",     "policy",    "review",  "approval", "Congress",
    "senators", "letter",     "smuggled", "tariff",      "cluster",   "cloud",   "server",   "packaging",
    "yield",    "quota",      "Gulf",     "Malaysia",    "Singapore", "order",   "revenue",  "filing",
    "lawsuit",  "subsidiary", "entity",   "guidance",    "minister",  "embassy", "hearing",  "draft"};
#define WORD_COUNT (sizeof words / sizeof words[0])

struct filling {
    struct store *store;
    struct change changes[BATCH];
    size_t count;
    size_t checked[KIND_COUNT];
    uint32_t state;
};

static uint32_t next(struct filling *filling, uint32_t below)
{
    filling->state = filling->state * 1664525u + 1013904223u;
    return (uint32_t)((uint64_t)filling->state * below >> 32);
}

/* The first words are much more frequent than the last; now and then a rare one. */
static void add_words(struct filling *filling, char *text, size_t size, unsigned count)
{
    size_t used = strlen(text);
    for (unsigned i = 0; i < count && used + 24 < size; i++) {
        const uint32_t a = next(filling, WORD_COUNT), b = next(filling, WORD_COUNT);
        if (next(filling, 40) == 0)
            used += (size_t)snprintf(text + used, size - used, " rare%u", next(filling, 20000));
        else
            used += (size_t)snprintf(text + used, size - used, " %s", words[a < b ? a : b]);
    }
}

static void make_day(struct filling *filling, char day[static 11])
{
    const unsigned year = 2019 + next(filling, 7), month = 1 + next(filling, 12),
                   date = 1 + next(filling, 28);
    snprintf(day, 11, "%04u-%02u-%02u", year % 10000, month % 100, date % 100);
}

static json_t *make_chip(struct filling *filling, size_t number)
{
    static const char *const vendors[] = {"NVIDIA", "AMD", "Huawei", "Cambricon", "Intel", "Biren"};
    char id[40], name[40], day[11], notes[160] = "Made for a measurement:";
    const double tops = 20 + next(filling, 4000);
    make_day(filling, day);
    add_words(filling, notes, sizeof notes, 8);
    snprintf(id, sizeof id, "synthetic-s%07zu", number);
    snprintf(name, sizeof name, "Synthetic S%07zu", number);
    return json_pack(
        "{s:s, s:s, s:b, s:s, s:s, s:s, s:s, s:s, s:s, s:s, s:s, s:s, s:s, s:f, s:i, s:i, s:f, "
        "s:{s:n,s:f,s:n,s:f,s:f,s:n,s:f,"
        "s:n,s:n,s:n}, s:{s:s,s:f,s:f}, s:{s:s,s:f}, s:f, s:n, s:n, s:[], s:s, s:s, s:[{s:s,s:s,s:[s]}]}",
        "id", id, "product", id, "default_variant", 1, "vendor", vendors[next(filling, 6)], "vendor_country",
        "US", "name", name, "process", "TSMC N4", "family", words[next(filling, WORD_COUNT)], "kind",
        next(filling, 4) ? "gpu" : "asic", "segment", next(filling, 3) ? "data_center" : "workstation",
        "market", "global", "announced_on", day, "released_on", day, "die_area_mm2",
        200.0 + next(filling, 700), "die_count", 1, "package_count", 1, "transistors_billion",
        5.0 + next(filling, 200), "peak_tops", "fp64", "fp32", tops / 16, "tf32", "fp16", tops / 2, "bf16",
        tops / 2, "fp8", "int8", tops, "fp6", "fp4", "int4", "memory", "type", "HBM3", "capacity_gb",
        16.0 * (1 + next(filling, 12)), "bandwidth_gb_s", 500.0 + next(filling, 5000), "interconnect", "name",
        "Link", "bandwidth_gb_s", 50.0 + next(filling, 900), "tdp_w", 75.0 + next(filling, 900),
        "tpp_reported", "performance_density_reported", "aliases", "confidence", "medium", "notes", notes,
        "sources", "title", "A measurement", "url", "https://example.org/chips", "fields", "peak_tops");
}

static json_t *make_ruling(struct filling *filling, size_t number)
{
    static const char *const places[] = {"CN", "RU", "IR", "AE", "MY", "SG", "IN", "BR", "KE", "FJ"};
    char id[48], provision[56], day[11], until[11], title[160] = "Rule on", summary[400] = "It says:";
    make_day(filling, day);
    memcpy(until, day, sizeof until);
    until[3]++; /* a year later, so that most have lapsed */
    if (until[3] > '9')
        until[3] = '9', until[5] = '1', until[6] = '2', until[8] = '2', until[9] = '9';
    add_words(filling, title, sizeof title, 6);
    add_words(filling, summary, sizeof summary, 25);
    snprintf(id, sizeof id, "us-bis-%s-s%06zu", day, number);
    snprintf(provision, sizeof provision, "%s#1", id);
    return json_pack(
        "{s:s, s:s, s:s, s:s, s:s, s:s, s:s, s:s, s:s, s:s, s:s, s:s, s:[], s:[], s:[], s:[], s:s, s:s, "
        "s:[{s:s,s:s,s:s,s:n}], s:[{s:s,s:s,s:s,s:s,s:n,s:n,s:b,s:i,s:[],s:n,s:[],s:[],s:n,s:n,"
        "s:{s:[s],s:[],s:[]},s:s,s:s,s:{s:s,s:s,s:f}}]}",
        "id", id, "jurisdiction", "US", "issuer", "BIS", "kind", "rule", "standing", "operative", "title",
        title, "summary", summary, "announced_on", day, "published_on", day, "effective_from", day,
        "effective_until", until, "confidence", "medium", "amends", "supersedes", "suspends", "citations",
        "verified_through", "2026-10-10", "notes", "Made for a measurement.", "sources", "publisher",
        "Gazette", "title", "A measurement", "url", "https://example.org/rulings", "published_on",
        "provisions", "id", provision, "effect", "license_required", "effective_from", day, "effective_until",
        until, "exception", "import_status", "no_exceptions", 0, "priority", 0, "eccns", "chips",
        "conditions", "targets", "export_from", "policy", "destinations", "include",
        places[next(filling, 10)], "exclude", "headquartered_in", "text", "A license is required.", "cite",
        "section 1", "predicate", "field", "tpp", "op", ">=", "value", (double)(1000 + next(filling, 9000)));
}

static json_t *make_event(struct filling *filling, size_t number)
{
    static const char *const categories[] = {"policy", "license", "enforcement", "market"};
    char id[64], day[11], headline[200] = "Officials", summary[600] = "It was said:";
    make_day(filling, day);
    add_words(filling, headline, sizeof headline, 6);
    add_words(filling, summary, sizeof summary, 40);
    snprintf(id, sizeof id, "%s-%s-s%07zu", day, words[next(filling, 2) ? 0 : 3], number);
    return json_pack("{s:s, s:s, s:s, s:s, s:s, s:s, s:s, s:s, s:[s], s:[s,s], s:[s], s:[], s:[], s:[],"
                     " s:[{s:s,s:s,s:s,s:s,s:s,s:n}]}",
                     "id", id, "date", day, "date_precision", "day", "category", categories[next(filling, 4)],
                     "headline", headline, "summary", summary, "reliability",
                     next(filling, 3) ? "major_outlet" : "official", "confidence", "medium", "chips",
                     next(filling, 5) ? "nvidia-h20" : "nvidia-a800", "countries", "US", "CN",
                     "organizations", next(filling, 2) ? "BIS" : "NVIDIA", "people", "rulings", "claims",
                     "sources", "publisher", "Daily", "title", headline, "url", "https://example.org/news",
                     "published_on", day, "language", "en", "seed");
}

static bool tell(const struct faults *faults)
{
    for (size_t i = 0; i < faults->count; i++)
        fprintf(stderr, "%s: %s\n", faults->items[i].pointer, faults->items[i].detail);
    return faults->total == 0;
}

static bool flush(struct filling *filling)
{
    int64_t head;
    struct faults faults = {0};
    const enum kind kind = filling->count ? filling->changes[0].kind : KIND_EVENT;
    bool done = true;
    if (filling->checked[kind] == 0 && filling->count > 0) {
        filling->checked[kind] = filling->count < CHECKED ? filling->count : CHECKED;
        done =
            document_check_meaning(filling->store, filling->changes, filling->checked[kind], NULL, &faults) &&
            tell(&faults);
    }
    const struct change_set set = {
        .actor = "bench", .note = "synthetic", .changes = filling->changes, .count = filling->count};
    done = done && record_change_set(filling->store, -1, &set, &head) != RECORD_FAILED;
    for (size_t i = 0; i < filling->count; i++)
        json_decref((json_t *)(uintptr_t)filling->changes[i].document);
    filling->count = 0;
    faults_done(&faults);
    return done;
}

typedef json_t *make_fn(struct filling *filling, size_t number);

static bool fill(struct filling *filling, enum kind kind, make_fn *make, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct faults faults = {0};
        json_t *document = make(filling, i);
        if (!document)
            return fprintf(stderr, "a %s could not be made\n", kinds[kind].name), false;
        document_check_shape(kind, document, "", &faults);
        const bool sound = tell(&faults);
        faults_done(&faults);
        filling->changes[filling->count++] = (struct change){
            CHANGE_PUT, kind, json_string_value(json_object_get(document, kinds[kind].id_key)), document};
        if (!sound || (filling->count == BATCH && !flush(filling)))
            return false;
    }
    return flush(filling);
}

static double seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

int main(int count, char **arguments)
{
    if (count != 5)
        return fprintf(stderr, "usage: growth_fill STORE CHIPS RULINGS EVENTS\n"), 2;
    char reason[STORE_REASON_SIZE];
    static struct filling filling = {.state = 1};
    struct import_report report;
    if (!store_open(arguments[1], STORE_WRITE, &filling.store, reason))
        return fprintf(stderr, "%s\n", reason), 1;
    size_t wanted[3];
    for (int i = 0; i < 3; i++)
        wanted[i] = (size_t)strtoul(arguments[2 + i], NULL, 10);
    bool done = import_bundled(filling.store, IMPORT_TELL_NEW, &report);
    const double begun = seconds();
    done = done && fill(&filling, KIND_CHIP, make_chip, wanted[0]) &&
           fill(&filling, KIND_RULING, make_ruling, wanted[1]) &&
           fill(&filling, KIND_EVENT, make_event, wanted[2]);
    printf("{\"documents\": %zu, \"seconds\": %.3f}\n", wanted[0] + wanted[1] + wanted[2], seconds() - begun);
    store_close(filling.store);
    return done ? 0 : 1;
}

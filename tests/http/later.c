/* Changes of all kinds. */
#include "later.h"

#include "api/document.h"
#include "db/catalogue.h"
#include "db/record.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#define LETTER "us-bis-2025-04-09-nvidia-h20-letter"
#define ACS "us-bis-2023-10-17-acs-ifr"
#define AFFILIATES "us-bis-2025-09-29-affiliates-rule"

#define CHANGES_MAX 32

struct later {
    struct store *store;
    unsigned round;
    struct change changes[CHANGES_MAX];
    json_t *documents[CHANGES_MAX];
    char ids[CHANGES_MAX][96];
    size_t count;
};

static bool read_document(const struct document *document, void *context)
{
    json_t **body = context;
    *body = json_loadb(document->body.text, document->body.size, 0, NULL);
    return false;
}

static void add(struct later *later, enum change_op op, enum kind kind, const char *id, json_t *document)
{
    cr_assert_lt(later->count, CHANGES_MAX);
    snprintf(later->ids[later->count], sizeof later->ids[0], "%s", id);
    later->documents[later->count] = document;
    later->changes[later->count] = (struct change){op, kind, later->ids[later->count], document};
    later->count++;
}

/* The document that stands, put under that id (NULL: its own), to be altered by the caller. */
static json_t *put(struct later *later, enum kind kind, const char *from, const char *as)
{
    json_t *document = NULL;
    int64_t gone;
    cr_assert_eq(
        catalogue_find(later->store, kind, from, store_head(later->store), read_document, &document, &gone),
        FIND_FOUND, "there is no %s", from);
    if (as)
        json_object_set_new(document, kinds[kind].id_key, json_string(as));
    add(later, CHANGE_PUT, kind, as ? as : from, document);
    return document;
}

static void drop(struct later *later, enum kind kind, const char *id)
{
    add(later, CHANGE_DELETE, kind, id, NULL);
}

/* "<text> <round>", in a buffer that the next call but three overwrites. */
static const char *numbered(const struct later *later, const char *text)
{
    static char buffers[4][160];
    static unsigned next;
    char *buffer = buffers[next++ % 4];
    snprintf(buffer, sizeof buffers[0], "%s%u", text, later->round);
    return buffer;
}

static void set_text(json_t *object, const char *key, const char *text)
{
    cr_assert_eq(json_object_set_new(object, key, json_string(text)), 0);
}

static void set_list(json_t *object, const char *key, const char *first, const char *second)
{
    json_t *list = second ? json_pack("[ss]", first, second) : json_pack("[s]", first);
    cr_assert_eq(json_object_set_new(object, key, list), 0);
}

/* The H20 gets another name, other facts and other aliases; another chip takes one of those that it had, with
 * all its words and a vendor that nobody has. */
static void change_chips(struct later *later)
{
    json_t *chip = put(later, KIND_CHIP, "nvidia-h20", NULL);
    set_text(chip, "name", numbered(later, "H20 renamed "));
    set_text(chip, "notes", "Now without the words that it was found by.");
    set_list(chip, "aliases", numbered(later, "H20 alias "), NULL);
    json_object_set_new(json_object_get(chip, "memory"), "bandwidth_gb_s", json_integer(100 + later->round));
    json_object_set_new(json_object_get(chip, "peak_tops"), "fp8", json_integer(9000 + later->round));

    json_t *other = put(later, KIND_CHIP, "nvidia-h100-sxm", numbered(later, "acme-h20-"));
    set_text(other, "product", numbered(later, "acme-h20-"));
    set_text(other, "name", numbered(later, "H20 Hopper NVLink "));
    set_text(other, "vendor", numbered(later, "Acme "));
    set_text(other, "family", numbered(later, "Family "));
    set_text(other, "notes", "Hoper and Blackwel, as some write them.");
    set_list(other, "aliases", numbered(later, "H20 of Acme "), later->round == 1 ? "HGX H20" : NULL);
    json_object_set_new(other, "default_variant", json_true());
    drop(later, KIND_CHIP, later->round == 1 ? "amd-mi210" : "amd-mi100");
}

static void change_rulings(struct later *later)
{
    json_t *letter = put(later, KIND_RULING, LETTER, NULL);
    json_t *first = json_array_get(json_object_get(letter, "provisions"), 0);
    set_text(letter, "title", numbered(later, "The letter, affiliates rule "));
    set_text(letter, "verified_through", later->round == 1 ? "2025-06-01" : "2025-07-01");
    set_text(first, "policy", later->round == 1 ? "presumption_of_denial" : "case_by_case");

    const char *id = numbered(later, "us-pause-");
    json_t *pause = put(later, KIND_RULING, "us-bis-2025-05-13-diffusion-nonenforcement", id);
    json_t *suspension = json_array_get(json_object_get(pause, "provisions"), 0);
    set_text(pause, "effective_from", "2025-04-20");
    set_text(pause, "verified_through", "2025-04-20");
    set_text(pause, "effective_until", later->round == 1 ? "2026-12-01" : "2026-11-20");
    set_list(pause, "amends", LETTER, AFFILIATES);
    set_list(pause, "supersedes", ACS, NULL);
    set_list(pause, "suspends", ACS, LETTER);
    char provision[96];
    snprintf(provision, sizeof provision, "%s#1", id);
    set_text(suspension, "id", provision);
    set_text(suspension, "effective_from", "2025-04-20");
    set_list(suspension, "targets", ACS, LETTER);
}

static void change_events(struct later *later)
{
    json_t *event = put(later, KIND_EVENT, "2025-05-13-ai-diffusion-rescinded", NULL);
    set_text(event, "headline", numbered(later, "Another headline "));
    json_t *news =
        put(later, KIND_EVENT, "2025-05-13-ai-diffusion-rescinded", numbered(later, "2025-05-14-news-"));
    set_text(news, "date", "2025-05-14");
    set_text(news, "headline", numbered(later, "H20 licenses "));
    set_list(news, "chips", "nvidia-h20", "nvidia-h200");
    set_list(news, "rulings", LETTER, AFFILIATES);
    drop(later, KIND_EVENT,
         later->round == 1 ? "2023-12-02-raimondo-cut-line-warning" : "2024-05-01-h20-price-cut");
}

static void change_places(struct later *later)
{
    json_t *china = put(later, KIND_DESTINATION, "CN", NULL);
    set_text(china, "name", numbered(later, "Cathay "));
    set_list(china, "aliases", "China", numbered(later, "Middle Kingdom "));
    json_array_remove(json_object_get(china, "groups"), 0);
    json_t *place = put(later, KIND_DESTINATION, "CN", later->round == 1 ? "QX" : "QY");
    set_text(place, "name", numbered(later, "China of old "));
    set_text(place, "alpha3", later->round == 1 ? "QXX" : "QYY");
    set_text(place, "numeric", later->round == 1 ? "901" : "902");
    set_list(place, "aliases", numbered(later, "China elsewhere "), NULL);
    json_t *group = put(later, KIND_GROUP, "D:5", NULL);
    set_text(group, "name", numbered(later, "Another name "));
}

static void change_the_rest(struct later *later)
{
    json_t *dispute = put(later, KIND_DISPUTE, "affiliates-rule-after-2026-11-09", NULL);
    set_text(dispute, "question", numbered(later, "Another question about affiliates "));
    put(later, KIND_DISPUTE, "affiliates-rule-after-2026-11-09", numbered(later, "affiliates-again-"));
    json_t *dataset = put(later, KIND_DATASET, "navicert", NULL);
    set_text(dataset, "title", numbered(later, "Another title "));
    json_array_remove(json_object_get(dataset, "doubts"), 0);
    json_array_remove(json_object_get(dataset, "doubts"), 1);
}

static void expect_valid(struct later *later)
{
    struct faults faults = {0};
    for (size_t i = 0; i < later->count; i++) {
        if (later->documents[i])
            document_check_shape(later->changes[i].kind, later->documents[i], later->ids[i], &faults);
    }
    cr_assert(document_check_meaning(later->store, later->changes, later->count, NULL, &faults));
    for (size_t i = 0; i < faults.count; i++)
        cr_expect_fail("%s: %s", faults.items[i].pointer, faults.items[i].detail);
    faults_done(&faults);
}

int64_t later_record(const char *database, unsigned round)
{
    struct later later = {.round = round};
    char reason[STORE_REASON_SIZE];
    cr_assert(store_open(database, STORE_WRITE, &later.store, reason), "%s", reason);
    change_chips(&later);
    change_rulings(&later);
    change_events(&later);
    change_places(&later);
    change_the_rest(&later);
    expect_valid(&later);
    int64_t head = -1;
    const struct change_set set = {
        .actor = "test", .note = "later", .changes = later.changes, .count = later.count};
    cr_assert_eq(record_change_set(later.store, -1, &set, &head), RECORD_DONE);
    for (size_t i = 0; i < later.count; i++)
        json_decref(later.documents[i]);
    store_close(later.store);
    return head;
}

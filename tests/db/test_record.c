/* The log: one change set, one revision, bound to the one before; nothing is ever overwritten. */
#include "tests/db/fixture.h"

#include "db/instant.h"
#include "db/revisions.h"
#include "db/verify.h"

#include <criterion/criterion.h>
#include <sodium.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char china[] = "{'code':'CN','name':'China','aliases':['PRC']}";

struct copy {
    struct revision revision;
    char *changes;
};

static bool copy_revision(const struct revision *revision, void *context)
{
    struct copy *copy = context;
    copy->revision = *revision;
    copy->changes = strndup(revision->changes, revision->changes_size);
    return false;
}

static void expect_document(struct store *store, enum kind kind, const char *id, int64_t at,
                            const char *words)
{
    struct fixture_ids ids = {0};
    int64_t gone = 0;
    const enum find_outcome outcome = catalogue_find(store, kind, id, at, fixture_collect, &ids, &gone);
    cr_assert_eq(outcome, words ? FIND_FOUND : FIND_NONE, "%s at %lld", id, (long long)at);
}

Test(record, the_log_holds_the_canonical_change)
{
    const struct fixture fixture = fixture_begin();
    struct store *store = fixture_open(&fixture, STORE_WRITE);
    fixture_put(store, KIND_GROUP, "{'name':'European Union','id':'EU','n':2.0}");
    struct copy copy = {0};
    cr_assert(revisions_read(store, 0, copy_revision, &copy));
    cr_assert_str_eq(copy.changes, "[{\"document\":{\"id\":\"EU\",\"n\":2,\"name\":\"European "
                                   "Union\"},\"id\":\"EU\",\"kind\":\"group\",\"op\":\"put\"}]");
    free(copy.changes);
    fixture_delete(store, KIND_GROUP, "EU");
    cr_assert(revisions_read(store, 1, copy_revision, &copy));
    cr_assert_str_eq(copy.changes, "[{\"id\":\"EU\",\"kind\":\"group\",\"op\":\"delete\"}]");
    free(copy.changes);
    store_close(store);
    fixture_end(&fixture);
}

/* The definition of DESIGN, computed here in the plainest way. */
static size_t add_field(unsigned char *at, const void *bytes, size_t size)
{
    for (size_t i = 0; i < 8; i++)
        at[i] = (unsigned char)(size >> (8 * i));
    if (size)
        memcpy(at + 8, bytes, size);
    return 8 + size;
}

Test(record, the_digest_covers_the_previous_one_and_every_column)
{
    const struct fixture fixture = fixture_begin();
    struct store *store = fixture_open(&fixture, STORE_WRITE);
    fixture_put(store, KIND_GROUP, "{'id':'EU','name':'European Union'}");
    fixture_put(store, KIND_GROUP, "{'id':'EU','name':'The Union'}");
    unsigned char previous[32], digest[32], text[4096];
    for (int64_t seq = 1; seq <= 2; seq++) {
        struct copy copy = {0};
        struct revision revision;
        cr_assert(revisions_find(store, seq, &revision));
        cr_assert(revisions_read(store, seq - 1, copy_revision, &copy));
        const unsigned char number[8] = {(unsigned char)seq};
        size_t size = add_field(text, previous, seq == 1 ? 0 : 32);
        size += add_field(text + size, number, 8);
        size += add_field(text + size, revision.recorded_at, strlen(revision.recorded_at));
        size += add_field(text + size, revision.actor, strlen(revision.actor));
        size += add_field(text + size, revision.note, strlen(revision.note));
        size += add_field(text + size, copy.changes, strlen(copy.changes));
        crypto_generichash(digest, 32, text, size, NULL, 0);
        cr_assert_eq(memcmp(digest, revision.digest, 32), 0, "revision %lld", (long long)seq);
        memcpy(previous, digest, 32);
        free(copy.changes);
    }
    store_close(store);
    fixture_end(&fixture);
}

Test(record, a_change_that_changes_nothing_adds_no_revision)
{
    const struct fixture fixture = fixture_begin();
    struct store *store = fixture_open(&fixture, STORE_WRITE);
    cr_assert_eq(fixture_put(store, KIND_DESTINATION, china), 1);
    cr_assert_eq(fixture_put(store, KIND_DESTINATION, "{'name':'China','code':'CN','aliases':['PRC']}"), 1);
    cr_assert_eq(fixture_delete(store, KIND_DESTINATION, "FR"), 1);
    cr_assert_eq(fixture_delete(store, KIND_DESTINATION, "CN"), 2);
    cr_assert_eq(fixture_delete(store, KIND_DESTINATION, "CN"), 2);
    cr_assert_eq(fixture_put(store, KIND_DESTINATION, china), 3);
    store_close(store);
    fixture_end(&fixture);
}

Test(record, only_what_changes_enters_the_log)
{
    const struct fixture fixture = fixture_begin();
    struct store *store = fixture_open(&fixture, STORE_WRITE);
    fixture_put(store, KIND_GROUP, "{'id':'EU'}");
    json_t *eu = json_pack("{s:s}", "id", "EU"), *aia = json_pack("{s:s}", "id", "AIA");
    /* Given out of order: the log has the order of kinds and ids. */
    json_t *fr = json_pack("{s:s}", "code", "FR");
    const struct change changes[] = {{CHANGE_PUT, KIND_DESTINATION, "FR", fr},
                                     {CHANGE_PUT, KIND_GROUP, "EU", eu},
                                     {CHANGE_PUT, KIND_GROUP, "AIA", aia}};
    int64_t head;
    cr_assert_eq(record_change_set(store, 1, &(struct change_set){.changes = changes, .count = 3}, &head),
                 RECORD_DONE);
    struct copy copy = {0};
    cr_assert(revisions_read(store, 1, copy_revision, &copy));
    cr_assert_str_eq(
        copy.changes,
        "[{\"document\":{\"id\":\"AIA\"},\"id\":\"AIA\",\"kind\":\"group\",\"op\":\"put\"},"
        "{\"document\":{\"code\":\"FR\"},\"id\":\"FR\",\"kind\":\"destination\",\"op\":\"put\"}]");
    free(copy.changes);
    json_decref(eu);
    json_decref(aia);
    json_decref(fr);
    store_close(store);
    fixture_end(&fixture);
}

Test(record, a_set_that_names_a_document_twice_is_refused_whole)
{
    const struct fixture fixture = fixture_begin();
    struct store *store = fixture_open(&fixture, STORE_WRITE);
    json_t *eu = json_pack("{s:s}", "id", "EU"), *other = json_pack("{s:s,s:i}", "id", "EU", "n", 1);
    const struct change changes[] = {{CHANGE_PUT, KIND_GROUP, "EU", eu},
                                     {CHANGE_PUT, KIND_GROUP, "EU", other}};
    int64_t head = -1;
    cr_assert_eq(record_change_set(store, -1, &(struct change_set){.changes = changes, .count = 2}, &head),
                 RECORD_FAILED);
    cr_assert_eq(store_head(store), 0);
    json_decref(eu);
    json_decref(other);
    store_close(store);
    fixture_end(&fixture);
}

Test(record, a_moved_head_is_told_and_nothing_written)
{
    const struct fixture fixture = fixture_begin();
    struct store *store = fixture_open(&fixture, STORE_WRITE);
    fixture_put(store, KIND_DESTINATION, china);
    json_t *document = json_pack("{s:s}", "code", "FR");
    const struct change change = {CHANGE_PUT, KIND_DESTINATION, "FR", document};
    const struct change_set set = {.changes = &change, .count = 1};
    int64_t head = -1;
    cr_assert_eq(record_change_set(store, 0, &set, &head), RECORD_HEAD_MOVED);
    cr_assert_eq(head, 1);
    expect_document(store, KIND_DESTINATION, "FR", 9, NULL);
    cr_assert_eq(record_change_set(store, 1, &set, &head), RECORD_DONE);
    cr_assert_eq(head, 2);
    json_decref(document);
    store_close(store);
    fixture_end(&fixture);
}

Test(record, every_version_stays_readable)
{
    const struct fixture fixture = fixture_begin();
    struct store *store = fixture_open(&fixture, STORE_WRITE);
    int64_t gone = 0;
    fixture_put(store, KIND_GROUP, "{'id':'EU'}");
    fixture_put(store, KIND_DESTINATION, china);
    fixture_put(store, KIND_DESTINATION, "{'code':'CN','name':'Changed'}");
    fixture_delete(store, KIND_DESTINATION, "CN");
    fixture_put(store, KIND_DESTINATION, "{'code':'CN','name':'Back'}");
    expect_document(store, KIND_DESTINATION, "CN", 1, NULL);
    expect_document(store, KIND_DESTINATION, "CN", 2, "China");
    expect_document(store, KIND_DESTINATION, "CN", 3, "Changed");
    cr_assert_eq(catalogue_find(store, KIND_DESTINATION, "CN", 4, NULL, NULL, &gone), FIND_GONE);
    cr_assert_eq(gone, 4);
    expect_document(store, KIND_DESTINATION, "CN", 5, "Back");
    for (int64_t at = 1; at <= 5; at++) {
        int64_t counts[KIND_COUNT];
        cr_assert(catalogue_count(store, at, counts));
        cr_assert_eq(counts[KIND_DESTINATION], at == 1 || at == 4 ? 0 : 1, "at %lld", (long long)at);
    }
    store_close(store);
    fixture_end(&fixture);
}

Test(record, the_clock_of_the_log_never_goes_back)
{
    const struct fixture fixture = fixture_begin();
    struct store *store = fixture_open(&fixture, STORE_WRITE);
    static const char *const given[] = {"2099-01-01T00:00:00Z", "2026-01-01T00:00:00Z", NULL,
                                        "2099-01-01T00:00:00.002Z", "2099-06-01T00:00:00+01:00"};
    static const char *const wanted[] = {"2099-01-01T00:00:00.000Z", "2099-01-01T00:00:00.001Z",
                                         "2099-01-01T00:00:00.002Z", "2099-01-01T00:00:00.003Z",
                                         "2099-05-31T23:00:00.000Z"};
    for (int i = 0; i < 5; i++) {
        json_t *document = json_pack("{s:s,s:i}", "id", "EU", "n", i);
        const struct change change = {CHANGE_PUT, KIND_GROUP, "EU", document};
        int64_t head;
        struct revision revision;
        cr_assert_eq(
            record_change_set(store, -1,
                              &(struct change_set){.recorded_at = given[i], .changes = &change, .count = 1},
                              &head),
            RECORD_DONE);
        cr_assert(revisions_find(store, head, &revision));
        cr_assert_str_eq(revision.recorded_at, wanted[i]);
        json_decref(document);
    }
    store_close(store);
    fixture_end(&fixture);
}

Test(record, without_an_instant_it_is_now)
{
    const struct fixture fixture = fixture_begin();
    struct store *store = fixture_open(&fixture, STORE_WRITE);
    const int64_t before = instant_now();
    fixture_put(store, KIND_GROUP, "{'id':'EU'}");
    struct revision revision;
    int64_t ms;
    cr_assert(revisions_find(store, 1, &revision) && instant_parse(revision.recorded_at, &ms));
    cr_assert(before <= ms && ms <= instant_now());
    cr_assert_not(revisions_find(store, 2, &revision));
    cr_assert_eq(revisions_find_noted(store, "test", "a test"), 1);
    cr_assert_eq(revisions_find_noted(store, "test", "another"), 0);
    store_close(store);
    fixture_end(&fixture);
}

Test(record, a_note_is_found_by_its_first_lines)
{
    const struct fixture fixture = fixture_begin();
    struct store *store = fixture_open(&fixture, STORE_WRITE);
    int64_t head;
    const struct change change = {CHANGE_DELETE, KIND_GROUP, "none", NULL};
    struct change_set set = {.actor = "me", .note = "A set.\nchip x: kept", .changes = &change, .count = 1};
    cr_assert_eq(record_change_set(store, 0, &set, &head), RECORD_NOTHING);
    set.keeps_empty = true;
    cr_assert_eq(record_change_set(store, 0, &set, &head), RECORD_DONE);
    cr_assert_eq(head, 1);
    static const char *const others[] = {"A set", "A set.\nchip", "A set._chip x: kept", ""};
    cr_expect_eq(revisions_find_noted(store, "me", "A set."), 1);
    cr_expect_eq(revisions_find_noted(store, "me", "A set.\nchip x: kept"), 1);
    cr_expect_eq(revisions_find_noted(store, "you", "A set."), 0);
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
        cr_expect_eq(revisions_find_noted(store, "me", others[i]), 0, "'%s'", others[i]);
    struct verification verification;
    cr_assert(store_verify(store, &verification) && verification.sound, "%s", verification.fault);
    store_close(store);
    fixture_end(&fixture);
}

Test(record, two_writers_take_turns)
{
    const struct fixture fixture = fixture_begin();
    struct store *one = fixture_open(&fixture, STORE_WRITE), *two = fixture_open(&fixture, STORE_WRITE);
    for (int i = 0; i < 20; i++) {
        char json[64];
        snprintf(json, sizeof json, "{'id':'EU','n':%d}", i);
        cr_assert_eq(fixture_put(i % 2 ? one : two, KIND_GROUP, json), i + 1);
    }
    store_close(one);
    store_close(two);
    fixture_end(&fixture);
}

Test(record, want_of_memory_at_any_point_leaves_all_or_nothing)
{
    const struct fixture fixture = fixture_begin();
    struct store *store = fixture_open(&fixture, STORE_WRITE);
    fixture_put(store, KIND_GROUP, "{'id':'EU','name':'European Union'}");
    const int64_t used = sqlite3_memory_used();
    size_t failed = 0;
    /* A little more room each time, until it is enough. */
    for (int64_t room = 0; room < 400000; room += 1500) {
        char text[64];
        int64_t head = store_head(store), after = -1;
        snprintf(text, sizeof text, "Version %lld", (long long)room);
        json_t *document = json_pack("{s:s,s:s}", "id", "2024-01-01-news", "headline", text);
        const struct change change = {CHANGE_PUT, KIND_EVENT, "2024-01-01-news", document};
        sqlite3_hard_heap_limit64(used + room);
        const enum record_outcome outcome =
            record_change_set(store, -1, &(struct change_set){.changes = &change, .count = 1}, &after);
        sqlite3_hard_heap_limit64(0);
        cr_assert(outcome == RECORD_DONE || outcome == RECORD_FAILED, "outcome %d", (int)outcome);
        cr_assert_eq(store_head(store), head + (outcome == RECORD_DONE));
        failed += outcome == RECORD_FAILED;
        json_decref(document);
    }
    struct verification verification;
    cr_assert_gt(failed, 0, "memory was never short");
    cr_assert(store_verify(store, &verification));
    cr_assert(verification.sound, "%s", verification.fault);
    store_close(store);
    fixture_end(&fixture);
}

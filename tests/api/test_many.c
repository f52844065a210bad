/* What is said where more matches than is counted or ranked. */
#include "tests/api/stored.h"

#include "db/catalogue.h"
#include "db/record.h"

#include <criterion/criterion.h>
#include <stdlib.h>

/* One more than is counted. */
#define MANY (LIST_TOTAL_MAX + 1)

static void put_many(struct stored *stored)
{
    struct change *changes = calloc(MANY, sizeof *changes);
    int64_t head = 0;
    for (int i = 0; i < MANY; i++) {
        json_t *event =
            json_pack("{s:o,s:s,s:s,s:s,s:[s]}", "id", json_sprintf("2025-01-01-many-%05d", i), "headline",
                      "Numerous", "date", "2025-01-01", "summary", ".", "countries", "FJ");
        changes[i] =
            (struct change){CHANGE_PUT, KIND_EVENT, json_string_value(json_object_get(event, "id")), event};
    }
    const struct change_set set = {.actor = "test", .note = "many", .changes = changes, .count = MANY};
    cr_assert_eq(record_change_set(stored->writer, -1, &set, &head), RECORD_DONE);
    for (int i = 0; i < MANY; i++)
        json_decref((json_t *)(uintptr_t)changes[i].document);
    free(changes);
    cr_assert(stored_follow(stored, head));
}

Test(many, more_than_is_counted_or_ranked_is_said, .timeout = 120)
{
    struct stored *stored = stored_open();
    static const char *const lists[] = {"/v1/events?q=numerous&fields=id&limit=1",
                                        "/v1/events?countries=FJ&fields=id&limit=1",
                                        "/v1/events?headline=Numerous&fields=id&limit=1"};
    put_many(stored);
    for (size_t i = 0; i < sizeof lists / sizeof lists[0]; i++) {
        json_t *list = stored_get(stored, lists[i]);
        cr_expect(json_is_null(stored_at(list, "total")), "%s", lists[i]);
        cr_expect_eq(json_array_size(stored_at(list, "items")), 1, "%s", lists[i]);
        json_decref(list);
    }
    /* One less is counted. */
    json_t *all =
        stored_get(stored, "/v1/events?headline=Numerous&id.ne=2025-01-01-many-00000&fields=id&limit=1");
    cr_expect_eq(json_integer_value(stored_at(all, "total")), LIST_TOTAL_MAX);
    json_decref(all);
    json_t *search = stored_get(stored, "/v1/search?q=numerous&limit=1");
    cr_expect(json_is_false(stored_at(search, "ranked.complete")));
    cr_expect(json_is_null(stored_at(search, "total")));
    json_decref(search);
    search = stored_get(stored, "/v1/search?q=filing&limit=1");
    cr_expect(json_is_true(stored_at(search, "ranked.complete")));
    json_decref(search);
    stored_close(stored);
}

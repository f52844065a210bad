/* Memory that is short: no text is called faulty for it, and no transaction stays open behind what failed. */
#include "tests/db/fixture.h"

#include "db/json_read.h"
#include "db/sqlite.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

static long allocations, failing; /* the number of the allocation that fails; 0: none */
static bool for_ever;

static void *allocate(size_t size)
{
    allocations++;
    const bool fails = failing && (allocations == failing || (for_ever && allocations > failing));
    return fails ? NULL : malloc(size);
}

static json_t *read_while_failing(long number, bool ever, const char *text, json_error_t *error)
{
    allocations = 0;
    failing = number;
    for_ever = ever;
    json_t *tree = json_read(text, strlen(text), JSON_REJECT_DUPLICATES, error);
    failing = 0;
    return tree;
}

Test(short_memory, a_valid_text_is_never_called_faulty)
{
    static const char text[] =
        "{\"name\":\"a text of some length \\u00e9\",\"list\":[1,2.5,null,true,{\"x\":[]}]}";
    json_error_t error;
    json_set_alloc_funcs(allocate, free);
    json_decref(read_while_failing(0, false, text, &error));
    const long count = allocations;
    cr_assert_gt(count, 10);
    for (long number = 1; number <= count; number++) {
        for (int ever = 0; ever < 2; ever++) {
            json_t *tree = read_while_failing(number, ever, text, &error);
            cr_expect(tree || json_read_was_short(&error), "allocation %ld: %s", number, error.text);
            json_decref(tree);
        }
    }
}

Test(short_memory, a_faulty_text_is_told_as_before)
{
    json_error_t error;
    cr_assert_null(read_while_failing(0, false, "{\"a\":1,\"a\":2}", &error));
    cr_expect_not(json_read_was_short(&error));
    cr_expect(strstr(error.text, "duplicate"), "%s", error.text);
}

/* As a ROLLBACK that found no memory leaves it. */
Test(short_memory, a_write_that_could_not_be_undone_is_undone_before_the_next)
{
    const struct fixture fixture = fixture_begin();
    struct store *store = fixture_open(&fixture, STORE_WRITE);
    cr_assert_eq(fixture_put(store, KIND_GROUP, "{'id':'EU','name':'European Union'}"), 1);
    cr_assert(sqlite_execute(store, "BEGIN IMMEDIATE"));
    cr_assert(sqlite_execute(store, "INSERT INTO revision SELECT 2, '9999-01-01T00:00:00.000Z', actor, note, "
                                    "changes, digest FROM revision"));
    cr_assert_eq(store_head(store), 2, "which nobody committed");
    cr_expect(store_settle(store));
    cr_expect_eq(store_head(store), 1);
    cr_expect_eq(fixture_put(store, KIND_GROUP, "{'id':'EU','name':'Union'}"), 2);
    cr_expect(store_settle(store), "nothing is open");
    store_close(store);
    fixture_end(&fixture);
}

/* As a COMMIT that found no memory leaves it. */
Test(short_memory, a_request_never_reads_in_the_transaction_of_the_one_before)
{
    const struct fixture fixture = fixture_begin();
    struct store *writer = fixture_open(&fixture, STORE_WRITE), *reader = NULL;
    char reason[STORE_REASON_SIZE];
    fixture_put(writer, KIND_GROUP, "{'id':'EU','name':'European Union'}");
    cr_assert(store_open_beside(writer, STORE_READ, &reader, reason), "%s", reason);
    store_read_begin(reader);
    cr_assert_eq(store_head(reader), 1);
    reader->reading = false;
    reader->stale = true;
    fixture_put(writer, KIND_GROUP, "{'id':'EU','name':'Union'}");
    store_read_begin(reader);
    cr_expect_eq(store_head(reader), 2);
    store_read_end(reader);
    bool own;
    cr_assert(sqlite_execute(reader, "BEGIN"));
    cr_assert_eq(store_head(reader), 2);
    reader->stale = true;
    fixture_put(writer, KIND_GROUP, "{'id':'EU','name':'Europe'}");
    cr_assert(sqlite_read_begin(reader, &own));
    cr_expect(own);
    cr_expect_eq(store_head(reader), 3);
    sqlite_read_end(reader, own);
    store_close(reader);
    store_close(writer);
    fixture_end(&fixture);
}

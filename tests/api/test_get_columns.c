/* What the columns of the lists mean, as JSON and as CSV. */
#include "tests/api/stored.h"

#include <criterion/criterion.h>
#include <string.h>

static const json_t *find_column(const json_t *items, const char *list, const char *name)
{
    for (size_t i = 0; i < json_array_size(items); i++) {
        const json_t *item = json_array_get(items, i);
        if (strcmp(stored_text(item, "list"), list) == 0 && strcmp(stored_text(item, "name"), name) == 0)
            return item;
    }
    return NULL;
}

struct row {
    const char *list;
    const char *name;
    const char *type;
    const char *unit;
};

Test(get_columns, every_member_of_every_list_has_its_type_and_unit)
{
    static const struct row rows[] = {
        {"chips", "memory.bandwidth_gb_s", "number", "gigabytes a second"},
        {"chips", "metrics.tpp", "number", "TOPS times bits"},
        {"chips", "memory", "object", NULL},
        {"chips", "default_variant", "boolean", NULL},
        {"chips", "released_on", "date", NULL},
        {"rulings", "provisions", "list", NULL},
        {"events", "headline", "text", NULL},
        {"destinations", "code", "text", NULL},
        {"groups", "revision", "number", "data version"},
        {"disputes", "positions", "list", NULL},
        {"changes", "recorded_at", "instant", NULL},
    };
    struct stored *stored = stored_open();
    json_t *body = stored_get(stored, "/v1/columns");
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const json_t *column = find_column(stored_at(body, "items"), rows[i].list, rows[i].name);
        cr_assert_not_null(column, "%s of %s", rows[i].name, rows[i].list);
        cr_expect_str_eq(stored_text(column, "type"), rows[i].type, "%s", rows[i].name);
        cr_expect_gt(strlen(stored_text(column, "description")), 3, "%s", rows[i].name);
        if (rows[i].unit)
            cr_expect_str_eq(stored_text(column, "unit"), rows[i].unit, "%s", rows[i].name);
        else
            cr_expect(json_is_null(stored_at(column, "unit")), "%s", rows[i].name);
    }
    json_decref(body);
    stored_close(stored);
}

Test(get_columns, csv_has_a_line_for_each)
{
    struct stored *stored = stored_open();
    cr_assert_eq(stored_ask(stored, "/v1/columns?format=csv"), 200);
    cr_expect_str_eq(stored->reply.content_type, "text/csv; charset=utf-8");
    cr_expect(stored->reply.download_csv);
    cr_assert(json_out_finish(&stored->reply.out));
    const char *text = stored->reply.out.text;
    static const char head[] = "list,name,type,unit,description\r\n";
    cr_expect_eq(strncmp(text, head, sizeof head - 1), 0, "%.60s", text);
    cr_expect_not_null(strstr(text, "\r\nchips,id,text,,\"Chosen by the writer"));
    cr_expect_not_null(
        strstr(text, "\r\nchips,memory.bandwidth_gb_s,number,gigabytes a second,\"Bandwidth, in"));
    json_decref(stored_fail(stored, "/v1/columns?format=ndjson", 400, "invalid_parameter"));
    stored_close(stored);
}

Test(get_columns, what_the_program_alone_says_has_the_etag_of_its_version)
{
    static const char *const targets[] = {"/v1/columns", "/problems", "/problems/gone", "/openapi.json"};
    struct stored *stored = stored_open();
    for (size_t i = 0; i < sizeof targets / sizeof targets[0]; i++) {
        cr_assert_eq(stored_ask(stored, targets[i]), 200);
        char wanted[REPLY_ETAG_SIZE];
        snprintf(wanted, sizeof wanted, "\"%s.j\"", engine_version);
        cr_expect_str_eq(stored->reply.etag, wanted, "%s", targets[i]);
    }
    cr_assert_eq(stored_ask(stored, "/v1/columns?format=csv"), 200);
    cr_expect_not_null(strstr(stored->reply.etag, ".c\""));
    static const char *const others[] = {"/healthz", "/problems/none"};
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
        stored_ask(stored, others[i]);
        cr_expect_str_empty(stored->reply.etag, "%s", others[i]);
    }
    stored_close(stored);
}

/* The list grammar: paging, sorting, projection, facets, filters and formats, and every way of getting them
 * wrong. */
#include "operations.h"

#include "api/params.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <stdio.h>
#include <string.h>

static struct args_buffer buffer;
static const struct list_args *const list = (const void *)buffer.args;

static const struct operation *operation_named(const char *id)
{
    for (size_t i = 0; i < operation_count; i++)
        if (strcmp(operations[i].id, id) == 0)
            return &operations[i];
    cr_assert_fail("no operation %s", id);
    return NULL;
}

/* Parses one list request; `suggestion` is that of the first fault, "" when there is none. */
static enum problem parse(const char *id, const struct pair *pairs, size_t count, const char *accept,
                          char suggestion[static 64])
{
    const struct request request = {
        .query = pairs, .query_count = count, .accept = accept, .id = "0", .today = {20260601}};
    struct reply reply;
    reply_init(&reply, &request);
    const enum problem problem =
        params_parse(operation_named(id), &request, (const char *const[]){NULL}, &buffer, &reply);
    suggestion[0] = '\0';
    if (problem != PROBLEM_NONE) {
        cr_assert(json_out_finish(&reply.out));
        json_t *body = json_loadb(reply.out.text, reply.out.size, JSON_REJECT_DUPLICATES, NULL);
        cr_assert_not_null(body);
        const json_t *error = json_array_get(json_object_get(body, "errors"), 0);
        const char *text = json_string_value(json_object_get(error, "suggestion"));
        snprintf(suggestion, 64, "%s", text ? text : "");
        json_decref(body);
    }
    reply_done(&reply);
    return problem;
}

static enum problem parse_one(const char *id, const char *name, const char *value)
{
    char suggestion[64];
    return parse(id, &(struct pair){name, value}, 1, NULL, suggestion);
}

Test(list_params, a_bare_list_has_the_order_of_its_operation)
{
    char suggestion[64];
    cr_assert_eq(parse("get_events", NULL, 0, NULL, suggestion), PROBLEM_NONE);
    cr_expect_eq(list->limit, 50);
    cr_expect_eq(list->format, LIST_JSON);
    cr_expect_eq(list->field_count, 0);
    cr_expect_eq(list->filter_count, 0);
    cr_assert_eq(list->sort_count, 2);
    cr_expect_str_eq(list->sort[0].column->name, "date");
    cr_expect(list->sort[0].descending);
    cr_expect_null(list->sort[1].column);
}

Test(list_params, words_bring_their_own_order)
{
    cr_assert_eq(parse_one("get_events", "q", "nvidia china"), PROBLEM_NONE);
    cr_expect_eq(list->sort_count, 0);
    cr_expect_str_eq(list->text, "nvidia china");
}

Test(list_params, sort_keys_keep_their_order_and_end_with_the_id)
{
    cr_assert_eq(parse_one("get_chips", "sort", "-tpp,memory.bandwidth_gb_s"), PROBLEM_NONE);
    cr_assert_eq(list->sort_count, 3);
    cr_expect_str_eq(list->sort[0].column->name, "tpp");
    cr_expect(list->sort[0].descending);
    cr_expect_str_eq(list->sort[1].column->sql, "memory_bandwidth_gb_s");
    cr_expect_not(list->sort[1].descending);
    cr_expect_null(list->sort[2].column);
}

Test(list_params, sorting_by_the_id_is_sorting_by_the_last_key)
{
    cr_assert_eq(parse_one("get_chips", "sort", "-id"), PROBLEM_NONE);
    cr_assert_eq(list->sort_count, 1);
    cr_expect_null(list->sort[0].column);
    cr_expect(list->sort[0].descending);
    cr_assert_eq(parse_one("get_destinations", "sort", "code"), PROBLEM_NONE);
    cr_assert_eq(list->sort_count, 1);
    cr_expect_null(list->sort[0].column);
}

Test(list_params, fields_may_be_nested_and_derived)
{
    cr_assert_eq(parse_one("get_chips", "fields", "id,metrics.tpp,peak_tops"), PROBLEM_NONE);
    cr_assert_eq(list->field_count, 3);
    cr_expect_str_eq(list->fields[1]->path, "metrics.tpp");
    cr_expect(list->fields[1]->derived);
    cr_expect(list->fields[1]->nested);
    cr_expect_eq(list->fields[2]->shape, MEMBER_OBJECT);
    cr_expect_not(list->fields[2]->derived);
}

Test(list_params, a_filter_holds_column_operator_and_values)
{
    const struct pair pairs[] = {
        {"vendor", "NVIDIA,AMD"}, {"tpp.gte", "4800"}, {"peak_tops.fp8.null", "false"}};
    char suggestion[64];
    cr_assert_eq(parse("get_chips", pairs, 3, NULL, suggestion), PROBLEM_NONE);
    cr_assert_eq(list->filter_count, 3);
    cr_expect_str_eq(list->filters[0].column->name, "vendor");
    cr_expect_eq(list->filters[0].op, FILTER_EQUAL);
    cr_assert_eq(list->filters[0].count, 2);
    cr_expect_str_eq(list->filters[0].values[0], "NVIDIA");
    cr_expect_str_eq(list->filters[0].values[1], "AMD");
    cr_expect_eq(list->filters[1].op, FILTER_AT_LEAST);
    cr_expect_str_eq(list->filters[1].values[0], "4800");
    cr_expect_str_eq(list->filters[2].column->sql, "peak_tops_fp8");
    cr_expect_eq(list->filters[2].op, FILTER_NULL);
}

Test(list_params, a_comma_after_a_backslash_does_not_cut)
{
    cr_assert_eq(parse_one("get_rulings", "citation", "15 CFR 1\\, 2,90 FR 4544,a\\\\b,c\\d"), PROBLEM_NONE);
    cr_assert_eq(list->filters[0].count, 4);
    cr_expect_str_eq(list->filters[0].values[0], "15 CFR 1, 2");
    cr_expect_str_eq(list->filters[0].values[1], "90 FR 4544");
    cr_expect_str_eq(list->filters[0].values[2], "a\\b");
    cr_expect_str_eq(list->filters[0].values[3], "c\\d");
    cr_expect_null(list->filters[0].column->sql);
}

struct row {
    char operation[20];
    char name[48];
    char value[80];
    enum problem problem;
    char suggestion[40];
};

static void expect_row(const struct row *row)
{
    char suggestion[64];
    const enum problem problem =
        parse(row->operation, &(struct pair){row->name, row->value}, 1, NULL, suggestion);
    cr_expect_eq(problem, row->problem, "%s=%s", row->name, row->value);
    cr_expect_str_eq(suggestion, row->suggestion, "%s=%s: '%s'", row->name, row->value, suggestion);
}

ParameterizedTestParameters(list_params, a_mistyped_name_is_refused_with_a_suggestion)
{
    static struct row rows[] = {
        {"get_chips", "vender", "NVIDIA", PROBLEM_UNKNOWN_PARAMETER, "vendor"},
        {"get_chips", "vender.ne", "NVIDIA", PROBLEM_UNKNOWN_PARAMETER, "vendor.ne"},
        {"get_chips", "tpp.ge", "1", PROBLEM_UNKNOWN_PARAMETER, "tpp.gte"},
        {"get_chips", "tpp.le", "1", PROBLEM_UNKNOWN_PARAMETER, "tpp.lte"},
        {"get_chips", "memory.bandwith_gb_s.gt", "1", PROBLEM_UNKNOWN_PARAMETER, "memory.bandwidth_gb_s.gt"},
        {"get_chips", "vendor.gt", "A", PROBLEM_UNKNOWN_PARAMETER, "vendor.ne"},
        {"get_chips", "limt", "1", PROBLEM_UNKNOWN_PARAMETER, "limit"},
        {"get_groups", "q", "arms", PROBLEM_UNKNOWN_PARAMETER, ""},
        {"get_rulings", "effects", "prohibit", PROBLEM_UNKNOWN_PARAMETER, "effect"},
        {"get_rulings", "effects.ne", "prohibit", PROBLEM_UNKNOWN_PARAMETER, "effect.ne"},
        {"get_rulings", "eccns", "3A090.a", PROBLEM_UNKNOWN_PARAMETER, "eccn"},
        {"get_rulings", "citations", "15 CFR", PROBLEM_UNKNOWN_PARAMETER, "citation"},
        {"get_chips", "metrics.tpp.ge", "4800", PROBLEM_UNKNOWN_PARAMETER, "metrics.tpp.gte"},
    };
    return cr_make_param_array(struct row, rows, sizeof rows / sizeof rows[0]);
}

ParameterizedTest(struct row *row, list_params, a_mistyped_name_is_refused_with_a_suggestion)
{
    expect_row(row);
}

ParameterizedTestParameters(list_params, the_grammar_takes_what_it_can_keep)
{
    static struct row rows[] = {
        {"get_chips", "limit", "0", PROBLEM_INVALID_PARAMETER, ""},
        {"get_chips", "limit", "-5", PROBLEM_INVALID_PARAMETER, ""},
        {"get_chips", "limit", "ten", PROBLEM_INVALID_PARAMETER, ""},
        {"get_chips", "limit", "", PROBLEM_INVALID_PARAMETER, ""},
        {"get_chips", "limit", "500", PROBLEM_NONE, ""},
        {"get_chips", "cursor", "", PROBLEM_INVALID_PARAMETER, ""},
        {"get_chips", "q", "", PROBLEM_INVALID_PARAMETER, ""},
        {"get_chips", "sort", "venndor", PROBLEM_INVALID_PARAMETER, "vendor"},
        {"get_chips", "sort", "aliases", PROBLEM_INVALID_PARAMETER, ""},
        {"get_chips", "sort", "vendor,-vendor", PROBLEM_INVALID_PARAMETER, ""},
        {"get_chips", "sort", "id,vendor", PROBLEM_INVALID_PARAMETER, ""},
        {"get_chips", "sort", "kind,vendor,family,segment,market", PROBLEM_INVALID_PARAMETER, ""},
        {"get_chips", "sort", "vendor,", PROBLEM_INVALID_PARAMETER, ""},
        {"get_chips", "fields", "id,nam", PROBLEM_INVALID_PARAMETER, "name"},
        {"get_chips", "facets", "vendor,knd", PROBLEM_INVALID_PARAMETER, "kind"},
        {"get_chips", "facets", "tpp", PROBLEM_INVALID_PARAMETER, ""},
        {"get_chips", "format", "xml", PROBLEM_INVALID_PARAMETER, ""},
        {"get_chips", "format", "jsn", PROBLEM_INVALID_PARAMETER, "json"},
        {"get_rulings", "facets", "effects", PROBLEM_INVALID_PARAMETER, "effect"},
        {"get_chips", "limit", "99999999999999999999", PROBLEM_NONE, ""},
        {"get_chips", "limit", "00000000000000000000", PROBLEM_INVALID_PARAMETER, ""},
        {"get_chips", "limit", "99999999999999999999x", PROBLEM_INVALID_PARAMETER, ""},
        {"get_chips", "limit", "-99999999999999999999", PROBLEM_INVALID_PARAMETER, ""},
        {"get_chips", "fields", "id,name,id", PROBLEM_INVALID_PARAMETER, ""},
        {"get_chips", "facets", "vendor,vendor", PROBLEM_INVALID_PARAMETER, ""},
        {"get_chips", "sort", "-metrics.tpp", PROBLEM_NONE, ""},
    };
    return cr_make_param_array(struct row, rows, sizeof rows / sizeof rows[0]);
}

ParameterizedTest(struct row *row, list_params, the_grammar_takes_what_it_can_keep)
{
    expect_row(row);
}

ParameterizedTestParameters(list_params, a_filter_takes_values_of_its_type)
{
    static struct row rows[] = {
        {"get_chips", "tpp", "fast", PROBLEM_INVALID_PARAMETER, ""},
        {"get_chips", "tpp", "0x10", PROBLEM_INVALID_PARAMETER, ""},
        {"get_chips", "tpp", "nan", PROBLEM_INVALID_PARAMETER, ""},
        {"get_chips", "tpp", "1e999", PROBLEM_INVALID_PARAMETER, ""},
        {"get_chips", "tpp", "-", PROBLEM_INVALID_PARAMETER, ""},
        {"get_chips", "tpp", "4.8e3", PROBLEM_NONE, ""},
        {"get_chips", "tpp.gte", "1,2", PROBLEM_INVALID_PARAMETER, ""},
        {"get_chips", "tpp.ne", "1,2", PROBLEM_NONE, ""},
        {"get_chips", "tpp.null", "maybe", PROBLEM_INVALID_PARAMETER, ""},
        {"get_chips", "default_variant", "yes", PROBLEM_INVALID_PARAMETER, ""},
        {"get_chips", "default_variant", "true", PROBLEM_NONE, ""},
        {"get_chips", "kind", "gpuu", PROBLEM_INVALID_PARAMETER, "gpu"},
        {"get_chips", "kind.ne", "gpu,asic", PROBLEM_NONE, ""},
        {"get_chips", "vendor", "", PROBLEM_INVALID_PARAMETER, ""},
        {"get_chips", "vendor", "NVIDIA,,AMD", PROBLEM_INVALID_PARAMETER, ""},
        {"get_chips", "released_on.gte", "2024-02", PROBLEM_NONE, ""},
        {"get_chips", "released_on.gte", "2024-13", PROBLEM_INVALID_PARAMETER, ""},
        {"get_chips", "released_on.gte", "2024-02-30", PROBLEM_INVALID_PARAMETER, ""},
        {"get_rulings", "effect", "prohibit", PROBLEM_NONE, ""},
        {"get_rulings", "effect", "prohibits", PROBLEM_INVALID_PARAMETER, "prohibit"},
        {"get_rulings", "effect.null", "true", PROBLEM_NONE, ""},
        {"get_rulings", "status", "in_force,suspended", PROBLEM_NONE, ""},
        {"get_rulings", "status", "in_force,suspend", PROBLEM_INVALID_PARAMETER, "suspended"},
        {"get_rulings", "status", "in_force,", PROBLEM_INVALID_PARAMETER, ""},
        {"get_rulings", "status", "", PROBLEM_INVALID_PARAMETER, ""},
        {"get_chips", "kind", "GPU,Asic", PROBLEM_NONE, ""},
        {"get_chips", "default_variant", "True", PROBLEM_NONE, ""},
        {"get_chips", "metrics.tpp.gte", "4800", PROBLEM_NONE, ""},
        {"get_chips", "metrics.performance_density.lt", "5.92", PROBLEM_NONE, ""},
        {"get_chips", "metrics.io_plus_memory_bandwidth_gb_s.null", "false", PROBLEM_NONE, ""},
    };
    return cr_make_param_array(struct row, rows, sizeof rows / sizeof rows[0]);
}

ParameterizedTest(struct row *row, list_params, a_filter_takes_values_of_its_type)
{
    expect_row(row);
}

Test(list_params, a_large_limit_is_lowered)
{
    static const char *const limits[] = {"201", "500", "1000000", "99999999999999999999"};
    for (size_t i = 0; i < sizeof limits / sizeof limits[0]; i++) {
        cr_assert_eq(parse_one("get_chips", "limit", limits[i]), PROBLEM_NONE);
        cr_expect_eq(list->limit, 200);
    }
    cr_assert_eq(parse_one("get_chips", "limit", "00000000000000000000007"), PROBLEM_NONE);
    cr_expect_eq(list->limit, 7);
}

Test(list_params, a_word_of_a_closed_list_is_known_whatever_its_case)
{
    cr_assert_eq(parse_one("get_chips", "kind", "GPU,Asic"), PROBLEM_NONE);
    cr_expect_str_eq(list->filters[0].values[0], "gpu");
    cr_expect_str_eq(list->filters[0].values[1], "asic");
    cr_assert_eq(parse_one("get_chips", "segment", "Data_Center"), PROBLEM_NONE);
    cr_expect_str_eq(list->filters[0].values[0], "data_center");
    cr_assert_eq(parse_one("get_chips", "default_variant", "TRUE"), PROBLEM_NONE);
    cr_expect_str_eq(list->filters[0].values[0], "true");
    cr_assert_eq(parse_one("get_chips", "vendor", "nvidia"), PROBLEM_NONE);
    cr_expect_str_eq(list->filters[0].values[0], "nvidia", "free text stays as it came");
}

Test(list_params, a_metric_is_one_column_under_both_its_names)
{
    cr_assert_eq(parse_one("get_chips", "metrics.tpp.gte", "4800"), PROBLEM_NONE);
    cr_expect_str_eq(list->filters[0].column->sql, "tpp");
    cr_assert_eq(parse_one("get_chips", "sort", "-metrics.performance_density"), PROBLEM_NONE);
    cr_expect_str_eq(list->sort[0].column->sql, "performance_density");
}

Test(list_params, states_are_a_set)
{
    const struct get_rulings_args *args = (const void *)buffer.args;
    cr_assert_eq(parse_one("get_rulings", "status", "in_force,Suspended"), PROBLEM_NONE);
    cr_expect_eq(args->status, 1U << 3 | 1U << 4);
    cr_assert_eq(parse_one("get_rulings", "limit", "1"), PROBLEM_NONE);
    cr_expect_eq(args->status, 0);
}

Test(list_params, filters_are_bounded)
{
    static char names[LIST_FILTERS_MAX + 1][64];
    static struct pair pairs[LIST_FILTERS_MAX + 1];
    const struct list_info *info = operation_named("get_chips")->list;
    cr_assert_gt(info->column_count, LIST_FILTERS_MAX);
    for (size_t i = 0; i <= LIST_FILTERS_MAX; i++) {
        snprintf(names[i], sizeof names[i], "%s.null", info->columns[i].name);
        pairs[i] = (struct pair){names[i], "true"};
    }
    char suggestion[64];
    cr_expect_eq(parse("get_chips", pairs, LIST_FILTERS_MAX, NULL, suggestion), PROBLEM_NONE);
    cr_expect_eq(parse("get_chips", pairs, LIST_FILTERS_MAX + 1, NULL, suggestion),
                 PROBLEM_INVALID_PARAMETER);
}

Test(list_params, values_are_bounded)
{
    static char many[2 * 1100];
    for (size_t i = 0; i < sizeof many - 1; i++)
        many[i] = i % 2 ? ',' : 'a';
    many[sizeof many - 2] = '\0';
    cr_expect_eq(parse_one("get_chips", "vendor", many), PROBLEM_INVALID_PARAMETER);
    static char longest[ARGS_TEXT_MAX + 100];
    memset(longest, 'a', sizeof longest - 1);
    cr_expect_eq(parse_one("get_chips", "vendor", longest), PROBLEM_INVALID_PARAMETER);
}

Test(list_params, a_form_that_the_list_does_not_have_is_refused)
{
    cr_expect_eq(parse_one("get_events", "format", "atom"), PROBLEM_NONE);
    cr_expect_eq(list->format, LIST_ATOM);
    cr_expect_eq(parse_one("get_chips", "format", "atom"), PROBLEM_INVALID_PARAMETER);
    char suggestion[64];
    cr_expect_eq(parse("get_chips", NULL, 0, "application/atom+xml", suggestion), PROBLEM_NOT_ACCEPTABLE);
}

Test(list_params, a_feed_begins_with_what_was_recorded_last)
{
    static const struct pair searched[] = {{"format", "atom"}, {"q", "nvidia"}};
    char suggestion[64];
    for (size_t count = 1; count <= 2; count++) {
        cr_assert_eq(parse("get_events", searched, count, NULL, suggestion), PROBLEM_NONE);
        cr_assert_eq(list->sort_count, 3);
        cr_expect_str_eq(list->sort[0].column->name, "revision");
        cr_expect(list->sort[0].descending);
        cr_expect_str_eq(list->sort[1].column->name, "date");
    }
}

Test(list_params, the_members_of_an_entry_cannot_be_chosen)
{
    static const struct pair rows[][2] = {{{"format", "atom"}, {"fields", "id"}},
                                          {{"facets", "category"}, {"format", "atom"}}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char suggestion[64];
        cr_expect_eq(parse("get_events", rows[i], 2, NULL, suggestion), PROBLEM_INVALID_PARAMETER);
        cr_expect_eq(parse("get_events", rows[i] + !i, 1, "application/atom+xml", suggestion),
                     PROBLEM_INVALID_PARAMETER);
        cr_expect_eq(parse("get_events", rows[i] + !i, 1, NULL, suggestion), PROBLEM_NONE);
    }
}

struct accept_row {
    char accept[120];
    bool served;
    enum list_format format;
};

ParameterizedTestParameters(list_params, accept_chooses_the_form)
{
    static struct accept_row rows[] = {
        {"*/*", true, LIST_JSON},
        {"", true, LIST_JSON},
        {"application/json", true, LIST_JSON},
        {"Application/X-NDJSON", true, LIST_NDJSON},
        {"text/csv", true, LIST_CSV},
        {"text/*", true, LIST_CSV},
        {"text/csv;q=0.5, application/x-ndjson", true, LIST_NDJSON},
        {"text/csv; header=present; q=0.9, */*;q=0.1", true, LIST_CSV},
        {"text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", true, LIST_JSON},
        {"application/json;q=0, */*", true, LIST_NDJSON},
        {"text/csv;q=0", false, LIST_JSON},
        {"image/png", false, LIST_JSON},
        {"application/jso", false, LIST_JSON},
        {"text/csv;q=junk", false, LIST_JSON},
        {"*/*;q=0", false, LIST_JSON},
    };
    return cr_make_param_array(struct accept_row, rows, sizeof rows / sizeof rows[0]);
}

static void expect_accepted(const char *id, const struct accept_row *row)
{
    char suggestion[64];
    const enum problem problem = parse(id, NULL, 0, row->accept, suggestion);
    cr_assert_eq(problem, row->served ? PROBLEM_NONE : PROBLEM_NOT_ACCEPTABLE, "%s", row->accept);
    if (row->served)
        cr_expect_eq(list->format, row->format, "%s", row->accept);
}

ParameterizedTest(struct accept_row *row, list_params, accept_chooses_the_form)
{
    expect_accepted("get_chips", row);
}

ParameterizedTestParameters(list_params, accept_chooses_a_feed_where_there_is_one)
{
    static struct accept_row rows[] = {
        {"application/atom+xml", true, LIST_ATOM},
        {"application/atom+xml, application/rss+xml, application/xml;q=0.9, */*;q=0.8", true, LIST_ATOM},
        {"application/atom+xml;q=0.5, application/json", true, LIST_JSON},
        {"text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", true, LIST_JSON},
        {"application/*", true, LIST_JSON},
        {"application/xml", false, LIST_JSON},
    };
    return cr_make_param_array(struct accept_row, rows, sizeof rows / sizeof rows[0]);
}

ParameterizedTest(struct accept_row *row, list_params, accept_chooses_a_feed_where_there_is_one)
{
    expect_accepted("get_events", row);
}

Test(list_params, format_is_stronger_than_accept)
{
    char suggestion[64];
    cr_assert_eq(parse("get_chips", &(struct pair){"format", "csv"}, 1, "image/png", suggestion),
                 PROBLEM_NONE);
    cr_expect_eq(list->format, LIST_CSV);
}

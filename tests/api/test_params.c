/* Parameters of operations: values of every type, and every fault told at once. */
#include "operations.h"

#include "api/params.h"
#include "rules/rules.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <stdio.h>
#include <string.h>

#define PAIRS_MAX 8

static struct args_buffer buffer;

static const struct operation *operation_named(const char *id)
{
    for (size_t i = 0; i < operation_count; i++)
        if (strcmp(operations[i].id, id) == 0)
            return &operations[i];
    cr_assert_fail("no operation %s", id);
    return NULL;
}

/* Parses pairs that end with a NULL name; gives the errors as "parameter>suggestion" words, so that a test
 * can compare all of them. */
static enum problem parse(const char *id, const struct pair *pairs, char *errors, size_t size)
{
    struct request request = {.method = METHOD_GET, .query = pairs, .id = "0", .today = {20260601}};
    while (pairs[request.query_count].name)
        request.query_count++;
    struct reply reply;
    reply_init(&reply, &request);
    const char *const path[] = {"nvidia-h20", NULL};
    const enum problem problem = params_parse(operation_named(id), &request, path, &buffer, &reply);
    errors[0] = '\0';
    if (problem != PROBLEM_NONE) {
        cr_assert(json_out_finish(&reply.out));
        json_t *body = json_loadb(reply.out.text, reply.out.size, JSON_REJECT_DUPLICATES, NULL);
        cr_assert_not_null(body);
        size_t i;
        json_t *error;
        json_array_foreach(json_object_get(body, "errors"), i, error)
        {
            const char *suggestion = json_string_value(json_object_get(error, "suggestion"));
            const size_t used = strlen(errors);
            snprintf(errors + used, size - used, "%s%s>%s", i ? " " : "",
                     json_string_value(json_object_get(error, "parameter")), suggestion ? suggestion : "");
        }
        json_decref(body);
    }
    reply_done(&reply);
    return problem;
}

Test(params, an_eligibility_question_fills_its_arguments)
{
    char errors[512];
    const struct pair pairs[] = {{"chip", "h20"},   {"destination", "CN"}, {"date", "2025-05-01"},
                                 {"known_at", "7"}, {"explain", "full"},   {"strict", "true"},
                                 {NULL, NULL}};
    cr_assert_eq(parse("get_eligibility", pairs, errors, sizeof errors), PROBLEM_NONE, "%s", errors);
    const struct get_eligibility_args *args = (const void *)buffer.args;
    cr_expect_str_eq(args->chip, "h20");
    cr_expect_str_eq(args->destination, "CN");
    cr_expect_null(args->hq);
    cr_expect_null(args->export_from);
    cr_expect_eq(args->date.ymd, 20250501);
    cr_expect_eq(args->known_at.version, 7);
    cr_expect_null(args->known_at.instant);
    cr_expect_eq(args->explain, 2);
    cr_expect(args->strict);
    cr_expect_not(args->pretty);
}

Test(params, what_is_absent_has_its_default)
{
    char errors[512];
    const struct pair pairs[] = {{"chip", "h20"}, {"destination", "CN"}, {NULL, NULL}};
    cr_assert_eq(parse("get_eligibility", pairs, errors, sizeof errors), PROBLEM_NONE, "%s", errors);
    const struct get_eligibility_args *args = (const void *)buffer.args;
    cr_expect_eq(args->date.ymd, 0);
    cr_expect_eq(args->known_at.version, 0);
    cr_expect_eq(args->explain, 1);
    cr_expect_not(args->strict);
}

Test(params, today_is_the_day_of_the_request)
{
    char errors[512];
    const struct pair pairs[] = {{"date", "today"}, {NULL, NULL}};
    cr_assert_eq(parse("get_chip", pairs, errors, sizeof errors), PROBLEM_NONE, "%s", errors);
    const struct get_chip_args *args = (const void *)buffer.args;
    cr_expect_str_eq(args->chip, "nvidia-h20");
    cr_expect_eq(args->date.ymd, 20260601);
}

Test(params, history_begins_with_coverage)
{
    char errors[512];
    const struct pair pairs[] = {{"chip", "h20"}, {"destination", "CN"}, {NULL, NULL}};
    cr_assert_eq(parse("get_history", pairs, errors, sizeof errors), PROBLEM_NONE, "%s", errors);
    const struct get_history_args *args = (const void *)buffer.args;
    cr_expect_eq(args->from.ymd, COVERAGE_FROM.ymd);
    cr_expect_eq(args->to.ymd, 0);
}

struct value_row {
    char name[16];
    char value[64];
    bool good;
};

ParameterizedTestParameters(params, a_value_of_the_wrong_form_is_refused)
{
    static struct value_row rows[] = {
        {"pretty", "", true},
        {"pretty", "true", true},
        {"pretty", "1", true},
        {"pretty", "0", true},
        {"pretty", "yes", false},
        {"date", "today", true},
        {"date", "2024-02-29", true},
        {"date", "2025-02-29", false},
        {"date", "2025-2-1", false},
        {"date", "tomorrow", false},
        {"date", "", false},
        {"known_at", "1", true},
        {"known_at", "0", false},
        {"known_at", "-1", false},
        {"known_at", "1.5", false},
        {"known_at", "99999999999999999999", false},
        {"known_at", "2026-10-12T00:00:00Z", true},
        {"known_at", "2026-10-12t00:00:00.123456z", true},
        {"known_at", "2026-10-12T00:00:00+02:00", true},
        {"known_at", "2026-10-12T00:00:00-11:59", true},
        {"known_at", "2026-10-12T00:00:00 02:00", false},
        {"known_at", "2026-10-12T00:00:00", false},
        {"known_at", "2026-10-12T24:00:00Z", false},
        {"known_at", "2026-06-30T23:59:60Z", true}, /* a leap second */
        {"known_at", "2026-06-30T23:59:61Z", false},
        {"known_at", "0001-01-01T00:00:00Z", true},
        {"known_at", "9999-12-31T23:59:59Z", true},
        {"date", "0001-01-01", true},
        {"date", "9999-12-31", true},
        {"date", "0000-01-01", false},
        {"known_at", "2026-10-12T00:60:00Z", false},
        {"known_at", "2026-10-12T00:00:00.Z", false},
        {"known_at", "2026-13-12T00:00:00Z", false},
        {"known_at", "2026-10-12T00:00:00Zz", false},
        {"known_at", "2026-10-12", false},
        {"known_at", "", false},
    };
    return cr_make_param_array(struct value_row, rows, sizeof rows / sizeof rows[0]);
}

ParameterizedTest(struct value_row *row, params, a_value_of_the_wrong_form_is_refused)
{
    char errors[512];
    const struct pair pairs[] = {{row->name, row->value}, {NULL, NULL}};
    const enum problem problem = parse("get_chip", pairs, errors, sizeof errors);
    cr_expect_eq(problem, row->good ? PROBLEM_NONE : PROBLEM_INVALID_PARAMETER, "%s=%s", row->name,
                 row->value);
}

Test(params, an_instant_is_handed_on_as_it_came)
{
    char errors[512];
    const struct pair pairs[] = {{"known_at", "2026-10-12T00:00:00+02:00"}, {NULL, NULL}};
    cr_assert_eq(parse("get_chip", pairs, errors, sizeof errors), PROBLEM_NONE, "%s", errors);
    const struct get_chip_args *args = (const void *)buffer.args;
    cr_expect_eq(args->known_at.version, 0);
    cr_expect_str_eq(args->known_at.instant, "2026-10-12T00:00:00+02:00");
}

struct fault_row {
    char operation[24];
    char first[2][48];
    char second[2][48];
    enum problem problem;
    char errors[128];
};

ParameterizedTestParameters(params, every_fault_is_told_at_once_with_a_suggestion)
{
    static struct fault_row rows[] = {
        {"get_chip", {"dat", "2025-05-01"}, {"", ""}, PROBLEM_UNKNOWN_PARAMETER, "dat>date"},
        {"get_chip", {"zzzzzzzzzz", "1"}, {"", ""}, PROBLEM_UNKNOWN_PARAMETER, "zzzzzzzzzz>"},
        {"get_chip", {"chip", "h20"}, {"", ""}, PROBLEM_UNKNOWN_PARAMETER, "chip>"},
        {"get_chip", {"date", "2025-05-01"}, {"date", "2025-05-01"}, PROBLEM_INVALID_PARAMETER, "date>"},
        {"get_eligibility",
         {"chip", "h20"},
         {"explain", "ful"},
         PROBLEM_INVALID_PARAMETER,
         "explain>full destination>"},
        {"get_eligibility",
         {"chp", "h20"},
         {"destination", "CN"},
         PROBLEM_UNKNOWN_PARAMETER,
         "chp>chip chip>"},
        {"get_eligibility", {"chip", "h20"}, {"strict", "false"}, PROBLEM_MISSING_PARAMETER, "destination>"},
        {"get_eligibility", {"chip", ""}, {"destination", "CN"}, PROBLEM_INVALID_PARAMETER, "chip>"},
        {"get_rulings", {"status", "inforce"}, {"", ""}, PROBLEM_INVALID_PARAMETER, "status>in_force"},
    };
    return cr_make_param_array(struct fault_row, rows, sizeof rows / sizeof rows[0]);
}

ParameterizedTest(struct fault_row *row, params, every_fault_is_told_at_once_with_a_suggestion)
{
    char errors[512];
    const struct pair pairs[PAIRS_MAX] = {{row->first[0], row->first[1]},
                                          {row->second[0][0] ? row->second[0] : NULL, row->second[1]}};
    cr_expect_eq(parse(row->operation, pairs, errors, sizeof errors), row->problem);
    cr_expect_str_eq(errors, row->errors);
}

Test(params, a_text_is_counted_in_characters)
{
    char errors[512];
    char text[300] = "";
    for (int i = 0; i < 128; i++)
        memcpy(text + 2 * i, "é", sizeof "é");
    const struct pair pairs[] = {{"chip", text}, {"destination", "CN"}, {NULL, NULL}};
    cr_expect_eq(parse("get_eligibility", pairs, errors, sizeof errors), PROBLEM_NONE);
    strcat(text, "x");
    cr_expect_eq(parse("get_eligibility", pairs, errors, sizeof errors), PROBLEM_INVALID_PARAMETER);
}

Test(params, too_many_parameters_are_refused_whole)
{
    static struct pair pairs[200];
    for (size_t i = 0; i < 199; i++)
        pairs[i] = (struct pair){"chip", "h20"};
    char errors[512];
    cr_expect_eq(parse("get_eligibility", pairs, errors, sizeof errors), PROBLEM_INVALID_PARAMETER);
    cr_expect_str_eq(errors, "");
}

Test(params, operations_stand_in_order_and_have_room)
{
    cr_assert_gt(operation_count, 0);
    for (size_t i = 0; i < operation_count; i++) {
        const int order = i > 0 ? strcmp(operations[i - 1].path, operations[i].path) : -1;
        cr_expect(order < 0 || (order == 0 && operations[i - 1].method < operations[i].method), "%s",
                  operations[i].id);
        cr_expect_leq(operations[i].args_size, ARGS_SIZE_MAX);
    }
}

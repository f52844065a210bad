/* Circumstances in addresses: read by the types that provisions compare them with, echoed, and listed by GET
 * /v1. */
#include "tests/api/stored.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PROVISION(number, predicate)                                                                         \
    "{'id':'us-more#" number "','effect':'prohibit','chips':null,'eccns':[],'targets':[],'priority':1,"      \
    "'destinations':{'include':['DE'],'exclude':[],'headquartered_in':[]},'text':'More.','predicate'"        \
    ":" predicate "}"

#define LISTED_OR_SHARED                                                                                     \
    "{'any':[{'field':'listed','op':'==','value':true},{'field':'share','op':'>=','value':0.5}]}"
#define SMALL_FOR_END_USE                                                                                    \
    "{'all':[{'field':'tpp','op':'<','value':1000},{'field':'end_use','op':'in','value':['arms','oracle']}]" \
    "}"
#define BIG_FOR_ARMS                                                                                         \
    "{'all':[{'field':'end_use','op':'==','value':'arms'},{'field':'tpp','op':'>=','value':1000}]}"
#define PROVISIONS                                                                                           \
    PROVISION("1", LISTED_OR_SHARED) "," PROVISION("2", SMALL_FOR_END_USE) "," PROVISION("3", BIG_FOR_ARMS)

static const char ruling[] = "{'id':'us-more','title':'More','standing':'operative','jurisdiction':'US',"
                             "'verified_through':'2026-06-01','provisions':[" PROVISIONS "]}";

static struct stored *stored;

static void open_stored(void)
{
    stored = stored_open();
    stored_put(stored, KIND_RULING, ruling, "2026-02-01T00:00:00Z");
    cr_assert(stored_follow(stored, 2));
}

static void close_stored(void)
{
    stored_close(stored);
}

TestSuite(circumstances, .init = open_stored, .fini = close_stored, .timeout = 60);

#define ASK "/v1/eligibility?chip=acme-two&destination=DE&date=2025-03-01&"

Test(circumstances, are_read_by_their_type)
{
    static const struct {
        const char *query;
        const char *outcome;
        const char *echo;
    } rows[] = {
        {"circumstance.listed=true", "prohibited", "{\"listed\":true}"},
        {"circumstance.listed=1", "prohibited", "{\"listed\":true}"},
        {"circumstance.listed=false", "no_license_required", "{\"listed\":false}"},
        {"circumstance.share=0.5", "prohibited", "{\"share\":0.5}"},
        {"circumstance.share=5e-1", "prohibited", "{\"share\":0.5}"},
        {"circumstance.share=0.4&circumstance.end_use=civil", "no_license_required",
         "{\"end_use\":\"civil\",\"share\":0.4}"},
        {"circumstance.end_use=oracle", "prohibited", "{\"end_use\":\"oracle\"}"},
        {"circumstance.end_use=ORACLE", "prohibited", "{\"end_use\":\"oracle\"}"},
        {"circumstance.end_use=true", "no_license_required", "{\"end_use\":\"true\"}"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char target[256];
        snprintf(target, sizeof target, ASK "%s", rows[i].query);
        json_t *body = stored_get(stored, target);
        char *echo =
            json_dumps(stored_at(body, "question.circumstances"), JSON_COMPACT | JSON_REAL_PRECISION(15));
        cr_expect_str_eq(stored_text(body, "outcome"), rows[i].outcome, "%s", target);
        cr_expect_str_eq(echo, rows[i].echo, "%s", target);
        free(echo);
        json_decref(body);
    }
}

Test(circumstances, that_cannot_be_understood_are_refused_with_a_mend)
{
    static const struct {
        const char *query;
        const char *code;
        const char *parameter;
        const char *detail;
        const char *suggestion;
    } rows[] = {
        {"circumstance.listed=yes", "invalid_parameter", "circumstance.listed", "true or false", NULL},
        {"circumstance.listed=", "invalid_parameter", "circumstance.listed", "true or false", NULL},
        {"circumstance.share=half", "invalid_parameter", "circumstance.share", "a number", NULL},
        {"circumstance.share=1e999", "invalid_parameter", "circumstance.share", "a number", NULL},
        {"circumstance.share=nan", "invalid_parameter", "circumstance.share", "a number", NULL},
        {"circumstance.share=0x1", "invalid_parameter", "circumstance.share", "a number", NULL},
        {"circumstance.end_use=", "invalid_parameter", "circumstance.end_use", "a text", NULL},
        {"circumstance.end_use=orakle", "invalid_parameter", "circumstance.end_use", "looks like 'oracle'",
         "oracle"},
        {"circumstance.end_use=o-r-a-c-l-e", "invalid_parameter", "circumstance.end_use", "leave it out",
         "oracle"},
        {"circumstance.listd=true", "unknown_parameter", "circumstance.listd",
         "there are end_use, listed or share", "circumstance.listed"},
        {"circumstance.tpp=1", "unknown_parameter", "circumstance.tpp", "fact of the chip", NULL},
        {"circumstances.listed=true", "unknown_parameter", "circumstances.listed", "no parameter",
         "circumstance.listed"},
        {"circumstance=true", "unknown_parameter", "circumstance", "no parameter", NULL},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char target[256];
        snprintf(target, sizeof target, ASK "%s", rows[i].query);
        json_t *problem = stored_fail(stored, target, 400, rows[i].code);
        cr_expect_str_eq(stored_text(problem, "errors.0.parameter"), rows[i].parameter, "%s", target);
        cr_expect(strstr(stored_text(problem, "errors.0.detail"), rows[i].detail), "%s: %s", target,
                  stored->reply.out.text);
        const char *suggestion = stored_text(problem, "errors.0.suggestion");
        cr_expect(!rows[i].suggestion || (suggestion && strcmp(suggestion, rows[i].suggestion) == 0), "%s",
                  target);
        json_decref(problem);
    }
}

Test(circumstances, every_fault_is_told_at_once)
{
    json_t *problem =
        stored_fail(stored, ASK "circumstance.listed=yes&circumstance.lsted=true", 400, "invalid_parameter");
    cr_expect_eq(json_array_size(json_object_get(problem, "errors")), 2);
    json_decref(problem);
}

Test(circumstances, the_address_of_an_answer_gives_its_bytes_again)
{
    json_t *body = stored_get(stored, ASK "circumstance.share=0.50&circumstance.end_use=A%20%26%20B");
    const char *self = stored_text(body, "self");
    cr_expect_str_eq(self, "/v1/eligibility?chip=acme-two&destination=DE&date=2025-03-01"
                           "&circumstance.end_use=A%20%26%20B&circumstance.share=0.5&known_at=2");
    char *first = strdup(stored->reply.out.text);
    json_decref(stored_get(stored, self));
    cr_expect_str_eq(stored->reply.out.text, first);
    free(first);
    json_decref(body);
}

Test(circumstances, hold_for_a_whole_history)
{
    json_t *body = stored_get(stored, "/v1/history?chip=acme-two&destination=DE&from=2025-01-01&to=2025-02-01"
                                      "&circumstance.listed=true");
    cr_expect(json_is_true(stored_at(body, "question.circumstances.listed")));
    cr_expect_str_eq(stored_text(body, "intervals.0.outcome"), "prohibited");
    cr_expect(strstr(stored_text(body, "self"), "&circumstance.listed=true"));
    json_decref(body);
}

Test(circumstances, those_that_can_be_stated_are_listed_with_who_asks)
{
    json_t *body = stored_get(stored, "/v1");
    char *known = json_dumps(json_object_get(body, "circumstances"), JSON_COMPACT | JSON_REAL_PRECISION(15));
    cr_expect_str_eq(
        known, "[{\"field\":\"end_use\",\"type\":\"string\",\"values\":[\"arms\",\"oracle\"],"
               "\"provisions\":[\"us-more#2\",\"us-more#3\"]},"
               "{\"field\":\"listed\",\"type\":\"boolean\",\"values\":[true],\"provisions\":[\"us-more#1\"]},"
               "{\"field\":\"share\",\"type\":\"number\",\"values\":[0.5],\"provisions\":[\"us-more#1\"]}]");
    free(known);
    json_decref(body);
    body = stored_get(stored, "/v1?known_at=1");
    cr_expect_eq(json_array_size(json_object_get(body, "circumstances")), 0);
    json_decref(body);
}

/* Other operations do not take them. */
Test(circumstances, belong_to_questions_alone)
{
    json_decref(stored_fail(stored, "/v1/chips?circumstance.listed=true", 400, "unknown_parameter"));
}

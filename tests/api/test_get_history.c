/* GET /v1/history: intervals, what changed them, what happened in them. */
#include "tests/api/stored.h"

#include <criterion/criterion.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>

static struct stored *stored;

static void open_stored(void)
{
    stored = stored_open();
}

static void close_stored(void)
{
    stored_close(stored);
}

TestSuite(get_history, .init = open_stored, .fini = close_stored);

Test(get_history, intervals_follow_one_another_and_the_last_is_open)
{
    json_t *body = stored_get(stored, "/v1/history?chip=uno&destination=china");
    static const char *const days[] = {"2022-08-01", "2025-01-01", "2026-01-01", NULL};
    static const char *const outcomes[] = {"no_license_required", "license_required", "no_license_required"};
    cr_assert_eq(json_array_size(stored_at(body, "intervals")), 3);
    for (size_t i = 0; i < 3; i++) {
        const json_t *interval = json_array_get(stored_at(body, "intervals"), i);
        cr_expect_str_eq(stored_text(interval, "from"), days[i]);
        cr_expect_str_eq(stored_text(interval, "outcome"), outcomes[i]);
        if (days[i + 1])
            cr_expect_str_eq(stored_text(interval, "until"), days[i + 1]);
        else
            cr_expect(json_is_null(stored_at(interval, "until")));
    }
    cr_expect_str_eq(stored_text(body, "question.from"), "2022-08-01");
    cr_expect(json_is_null(stored_at(body, "question.to")));
    json_decref(body);
}

Test(get_history, each_change_names_the_ruling_that_came_or_went)
{
    json_t *body = stored_get(stored, "/v1/history?chip=acme-one&destination=CN");
    cr_expect_str_eq(stored_ids(stored_at(body, "intervals.0.changed_by")), "", "nothing precedes the first");
    cr_expect_str_eq(stored_ids(stored_at(body, "intervals.1.changed_by")), "us-acme-rule");
    cr_expect_str_eq(stored_ids(stored_at(body, "intervals.2.changed_by")), "us-acme-rule");
    cr_expect_str_eq(stored_text(body, "intervals.1.changed_by.0.title"), "The ACME rule");
    cr_expect_str_eq(stored_ids(stored_at(body, "intervals.1.legs.0.because")), "us-acme-rule");
    json_decref(body);
}

Test(get_history, what_turns_on_a_missing_fact_was_changed_by_who_asks_for_it)
{
    json_t *body = stored_get(stored, "/v1/history?chip=acme-dark&destination=CN");
    cr_expect_str_eq(stored_text(body, "intervals.1.outcome"), "unknown");
    cr_expect_str_eq(stored_ids(stored_at(body, "intervals.1.changed_by")), "us-acme-rule");
    json_decref(body);
}

/* A ruling with one provision, as JSON. */
#define RULING(id, from, until, provision)                                                                   \
    "{'id':'" id "','title':'" id "','standing':'operative','jurisdiction':'US','issuer':'BIS',"             \
    "'kind':'rule','amends':[],'supersedes':[],'suspends':[],'citations':[],'confidence':'high',"            \
    "'announced_on':null,'published_on':null,'effective_from':'" from "','effective_until':" until           \
    ",'verified_through':'2025-06-01','notes':null,'summary':'A "                                            \
    "rule.','sources':[],'provisions':[{'id':'" id                                                           \
    "#1','chips':[],'cite':null,'conditions':[],'destinations':{'include':['*'],'exclude':[],"               \
    "'headquartered_in':[]},'effective_from':null,'effective_until':null,'exception':null,"                  \
    "'export_from':null,'import_status':null,'no_exceptions':false,'policy':null,'predicate':null,"          \
    "'priority':1,'text':'Words.'," provision "}]}"

Test(get_history, an_eccn_was_changed_by_who_gives_it)
{
    const int64_t head = stored_put(
        stored, KIND_RULING,
        RULING("us-classes", "2025-03-01", "null", "'effect':'classify','eccns':['3A090.a'],'targets':[]"),
        "2026-01-02T00:00:00.000Z");
    cr_assert(stored_follow(stored, head));
    json_t *body = stored_get(stored, "/v1/history?chip=acme-one&destination=CN&from=2025-02-01");
    cr_expect_str_eq(stored_text(body, "intervals.1.legs.0.eccn"), "3A090.a");
    cr_expect_str_eq(stored_ids(stored_at(body, "intervals.1.changed_by")), "us-classes");
    json_decref(body);
}

Test(get_history, a_suspension_is_named_beside_what_it_holds_back)
{
    const int64_t head = stored_put(stored, KIND_RULING,
                                    RULING("us-stay", "2025-03-01", "'2025-04-01'",
                                           "'effect':'suspend','eccns':[],'targets':['us-acme-rule']"),
                                    "2026-01-02T00:00:00.000Z");
    cr_assert(stored_follow(stored, head));
    json_t *body = stored_get(stored, "/v1/history?chip=acme-one&destination=CN&from=2025-02-01");
    cr_expect_str_eq(stored_text(body, "intervals.1.from"), "2025-03-01");
    cr_expect_str_eq(stored_ids(stored_at(body, "intervals.1.changed_by")), "us-acme-rule,us-stay");
    cr_expect_str_eq(stored_ids(stored_at(body, "intervals.2.changed_by")), "us-acme-rule,us-stay");
    cr_expect_str_eq(stored_ids(stored_at(body, "intervals.3.changed_by")), "us-acme-rule");
    json_decref(body);
}

Test(get_history, events_stand_in_the_interval_of_their_day)
{
    json_t *body =
        stored_get(stored, "/v1/history?chip=acme-one&destination=CN&from=2024-12-01&to=2025-07-01");
    cr_expect_str_eq(stored_ids(stored_at(body, "intervals.0.events")), "2024-12-01-rumor");
    cr_expect_str_eq(stored_ids(stored_at(body, "intervals.1.events")), "2025-03-01-filing",
                     "the end is not in it");
    cr_expect_str_eq(stored_text(body, "intervals.1.events.0.headline"), "A filing");
    cr_expect_str_eq(stored_text(body, "intervals.1.until"), "2025-07-01");
    json_decref(body);
}

Test(get_history, a_first_interval_under_law_was_changed_by_nothing)
{
    json_t *body = stored_get(stored, "/v1/history?chip=acme-one&destination=CN&from=2025-03-01");
    cr_expect_str_eq(stored_ids(stored_at(body, "intervals.0.legs.0.because")), "us-acme-rule");
    cr_expect_str_eq(stored_ids(stored_at(body, "intervals.0.changed_by")), "");
    json_decref(body);
}

/* Any day of it, asked for by itself, is answered as the history tells. */
/* Notes belong to a day, not to an interval. */
static void drop_notes(json_t *legs)
{
    size_t i;
    json_t *leg;
    json_array_foreach(legs, i, leg)
    {
        json_object_del(leg, "notes");
    }
}

Test(get_history, agrees_with_the_answers_of_single_days)
{
    static const char *const days[] = {"2024-12-31", "2025-01-01", "2025-12-31", "2026-01-01"};
    json_t *body = stored_get(stored, "/v1/history?chip=acme-one&destination=CN");
    for (size_t i = 0; i < sizeof days / sizeof days[0]; i++) {
        char target[128] = "/v1/eligibility?chip=acme-one&destination=CN&date=";
        json_t *answer = stored_get(stored, strcat(target, days[i]));
        size_t n;
        const json_t *interval;
        json_array_foreach(stored_at(body, "intervals"), n, interval)
        {
            const char *until = stored_text(interval, "until");
            if (strcmp(stored_text(interval, "from"), days[i]) > 0 || (until && strcmp(days[i], until) >= 0))
                continue;
            cr_expect_str_eq(stored_text(interval, "outcome"), stored_text(answer, "outcome"), "%s", days[i]);
            drop_notes(json_object_get(answer, "legs"));
            cr_expect(json_equal(stored_at(interval, "legs"), stored_at(answer, "legs")), "%s", days[i]);
        }
        json_decref(answer);
    }
    json_decref(body);
}

Test(get_history, an_empty_span_is_refused)
{
    json_decref(stored_fail(stored, "/v1/history?chip=uno&destination=CN&from=2025-01-01&to=2025-01-01", 400,
                            "invalid_parameter"));
    json_decref(
        stored_fail(stored, "/v1/history?chip=uno&destination=CN&to=2022-08-01", 400, "invalid_parameter"));
    json_decref(stored_fail(stored, "/v1/history?chip=uno&destination=Chian", 404, "unknown_destination"));
}

Test(get_history, digest_is_that_of_the_body_without_it)
{
    json_t *body = stored_get(stored, "/v1/history?chip=uno&destination=CN&pretty");
    char *claimed = strdup(stored_text(body, "digest"));
    json_object_del(body, "digest");
    char *rest = json_dumps(body, JSON_COMPACT);
    unsigned char hash[32];
    char hex[65];
    crypto_generichash(hash, sizeof hash, (const unsigned char *)rest, strlen(rest), NULL, 0);
    sodium_bin2hex(hex, sizeof hex, hash, sizeof hash);
    cr_expect_str_eq(claimed + strlen("blake2b-256:"), hex);
    free(claimed);
    free(rest);
    json_decref(body);
}

/* When the calendar passes an end that nobody checked, every answer that it bears on says so, until somebody
 * has. */
#include "tests/api/stored.h"

#include <criterion/criterion.h>
#include <string.h>

/* The store's one rule needs a license from 2025-01-01 to 2026-01-01, and was checked on 2025-06-01. */
#define QUESTION "/v1/eligibility?chip=acme-one&destination=CN"
#define BEFORE 20251231
#define AT_END 20260101
#define LATER 20260201

static struct stored *stored;

static void open_store(void)
{
    stored = stored_open();
}

static void close_store(void)
{
    stored_close(stored);
}

TestSuite(currency, .init = open_store, .fini = close_store, .timeout = 60);

static json_t *get_on(int today, const char *target)
{
    stored->request.today = (struct date){today};
    return stored_get(stored, target);
}

/* Asks on that day and wants the outcome, and what lapsed as "ruling,ruling". */
static void expect_on(int today, const char *target, const char *outcome, const char *lapsed)
{
    json_t *body = get_on(today, target);
    cr_expect_str_eq(stored_text(body, "outcome"), outcome, "%s on %d", target, today);
    cr_expect_str_eq(stored_ids(stored_at(body, "currency.lapsed_unverified")), lapsed, "%s on %d", target,
                     today);
    const char *summary = stored_text(body, "summary");
    cr_expect_eq(strstr(summary, "ended by the calendar") != NULL, *lapsed != '\0', "%s", summary);
    json_decref(body);
}

Test(currency, an_answer_that_flips_with_the_calendar_says_that_nobody_checked)
{
    expect_on(BEFORE, QUESTION, "license_required", "");
    expect_on(AT_END, QUESTION, "no_license_required", "us-acme-rule");
    expect_on(LATER, QUESTION, "no_license_required", "us-acme-rule");
    expect_on(LATER, QUESTION "&date=today", "no_license_required", "us-acme-rule");
}

Test(currency, a_question_about_the_past_is_not_disturbed_by_what_ended_since)
{
    expect_on(LATER, QUESTION "&date=2025-12-31", "license_required", "");
    expect_on(BEFORE, QUESTION "&date=2026-01-01", "no_license_required", "us-acme-rule");
}

Test(currency, a_dated_answer_does_not_know_what_day_it_is)
{
    static const int days[] = {20220101, BEFORE, AT_END, 20991231};
    char first[65536] = "";
    char etag[REPLY_ETAG_SIZE] = "";
    for (size_t i = 0; i < sizeof days / sizeof days[0]; i++) {
        json_decref(get_on(days[i], QUESTION "&date=2026-01-01&explain=full&known_at=1"));
        if (i == 0) {
            cr_assert_lt(stored->reply.out.size, sizeof first);
            memcpy(first, stored->reply.out.text, stored->reply.out.size);
            memcpy(etag, stored->reply.etag, sizeof etag);
        }
        cr_expect_eq(memcmp(stored->reply.out.text, first, stored->reply.out.size), 0, "on %d", days[i]);
        cr_expect_str_eq(stored->reply.etag, etag, "on %d", days[i]);
        cr_expect_eq(stored->reply.cache, CACHE_PINNED);
    }
}

Test(currency, who_polls_without_a_date_is_told_the_flip)
{
    char etag[REPLY_ETAG_SIZE];
    json_decref(get_on(BEFORE, QUESTION));
    memcpy(etag, stored->reply.etag, sizeof etag);
    json_decref(get_on(AT_END, QUESTION));
    cr_expect_str_neq(stored->reply.etag, etag);
    cr_expect_eq(stored->reply.cache, CACHE_LATEST);
}

Test(currency, strict_refuses_from_the_end_on_and_lists_what_lapsed)
{
    json_decref(get_on(BEFORE, QUESTION "&strict=true"));
    stored->request.today = (struct date){AT_END};
    json_t *refusal = stored_fail(stored, QUESTION "&strict=true", 409, "stale_data");
    cr_expect_str_eq(stored_text(refusal, "errors.0.parameter"), "strict");
    cr_expect_str_eq(stored_text(refusal, "errors.0.detail"),
                     "\"The ACME rule\" (us-acme-rule#1) ended by the calendar; that was not checked after "
                     "2025-06-01");
    cr_expect_eq(json_array_size(stored_at(refusal, "errors")), 1);
    json_decref(refusal);
    json_decref(stored_get(stored, QUESTION "&strict=true&date=2025-12-31"));
    json_decref(stored_get(stored, "/v1/eligibility?chip=acme-two&destination=CN&strict=true"));
}

Test(currency, a_date_after_the_last_check_is_projected)
{
    static const struct {
        const char *date;
        bool projected;
    } rows[] = {{"2025-06-01", false}, {"2025-06-02", true}};
    for (size_t i = 0; i < 2; i++) {
        char target[128];
        snprintf(target, sizeof target, QUESTION "&date=%s", rows[i].date);
        json_t *body = stored_get(stored, target);
        cr_expect_str_eq(stored_text(body, "currency.verified_through"), "2025-06-01");
        cr_expect_eq(json_is_true(stored_at(body, "currency.projected")), rows[i].projected, "%s", target);
        cr_expect_eq(strstr(stored_text(body, "summary"), "lies after 2025-06-01") != NULL,
                     rows[i].projected);
        json_decref(body);
    }
}

Test(currency, checking_the_end_takes_the_flag_away_but_not_from_what_was_known_before)
{
    stored_revise(stored, KIND_RULING, "us-acme-rule", "verified_through", "'2026-01-01'",
                  "2026-01-02T00:00:00.000Z");
    cr_assert(stored_follow(stored, 2));
    expect_on(LATER, QUESTION, "no_license_required", "");
    json_decref(stored_get(stored, QUESTION "&strict=true"));
    expect_on(LATER, QUESTION "&known_at=1", "no_license_required", "us-acme-rule");
}

Test(currency, a_check_of_the_day_before_is_not_a_check_of_the_end)
{
    stored_revise(stored, KIND_RULING, "us-acme-rule", "verified_through", "'2025-12-31'",
                  "2026-01-02T00:00:00.000Z");
    cr_assert(stored_follow(stored, 2));
    expect_on(LATER, QUESTION, "no_license_required", "us-acme-rule");
}

Test(currency, an_end_that_was_moved_takes_the_flag_away_until_it_comes)
{
    stored_revise(stored, KIND_RULING, "us-acme-rule", "provisions.0.effective_until", "'2026-03-01'",
                  "2026-01-02T00:00:00.000Z");
    cr_assert(stored_follow(stored, 2));
    expect_on(LATER, QUESTION, "license_required", "");
    expect_on(20260301, QUESTION, "no_license_required", "us-acme-rule");
}

Test(currency, the_end_of_the_ruling_ends_its_provisions)
{
    stored_revise(stored, KIND_RULING, "us-acme-rule", "provisions.0.effective_until", "null",
                  "2026-01-02T00:00:00.000Z");
    stored_revise(stored, KIND_RULING, "us-acme-rule", "effective_until", "'2025-10-01'",
                  "2026-01-03T00:00:00.000Z");
    cr_assert(stored_follow(stored, 3));
    expect_on(20250930, QUESTION, "license_required", "");
    expect_on(20251001, QUESTION, "no_license_required", "us-acme-rule");
    expect_on(20251001, QUESTION "&known_at=2", "license_required", "");
}

#define SUSPENSION(id, target, until)                                                                        \
    "{'id':'" id "','title':'The pause " id "','standing':'operative','jurisdiction':'US','issuer':'BIS',"   \
    "'kind':'rule','amends':[],'supersedes':[],'suspends':['" target                                         \
    "'],'citations':['1 ACME 2'],'confidence':'high','announced_on':null,'published_on':null,"               \
    "'effective_from':'2025-02-01','effective_until':" until                                                 \
    ",'verified_through':'2025-06-01','notes':null,'summary':'A pause.','sources':[],'provisions':["         \
    "{'id':'" id "#1','effect':'suspend','chips':null,'eccns':[],'cite':null,'conditions':[],"               \
    "'destinations':{'include':['*'],'exclude':[],'headquartered_in':[]},'effective_from':null,"             \
    "'effective_until':null,'exception':null,'export_from':null,'import_status':null,"                       \
    "'no_exceptions':false,'policy':null,'predicate':null,'priority':0,'targets':['" target                  \
    "'],'text':'Not for now.'}]}"

Test(currency, a_suspension_that_ran_out_brings_its_target_back_and_says_so)
{
    stored_put(stored, KIND_RULING, SUSPENSION("us-pause", "us-acme-rule", "'2025-09-01'"),
               "2026-01-02T00:00:00.000Z");
    cr_assert(stored_follow(stored, 2));
    expect_on(20250831, QUESTION, "no_license_required", "");
    expect_on(20250901, QUESTION, "license_required", "us-acme-rule,us-pause");
    json_t *body = get_on(20250901, QUESTION);
    cr_expect(strstr(stored_text(body, "summary"),
                     "The suspension of \"The ACME rule\" (us-acme-rule#1) ended by the calendar, so that it "
                     "counts as in force again; that was not checked after 2025-06-01."),
              "%s", stored_text(body, "summary"));
    json_decref(body);
    body = get_on(20250831, QUESTION);
    cr_expect_str_eq(stored_ids(stored_at(body, "suspended")), "us-acme-rule");
    cr_expect_str_eq(stored_text(body, "next_change.date"), "2025-09-01", "it is announced beforehand");
    json_decref(body);
}

Test(currency, a_suspension_of_a_suspension_that_ran_out_says_so)
{
    stored_put(stored, KIND_RULING, SUSPENSION("us-pause", "us-acme-rule", "null"),
               "2026-01-02T00:00:00.000Z");
    stored_put(stored, KIND_RULING, SUSPENSION("us-unpause", "us-pause", "'2025-09-01'"),
               "2026-01-03T00:00:00.000Z");
    cr_assert(stored_follow(stored, 3));
    expect_on(20250831, QUESTION, "license_required", "");
    expect_on(20250901, QUESTION, "no_license_required", "us-pause,us-unpause");
}

Test(currency, guidance_that_ran_out_is_listed_and_refuses_nothing)
{
    stored_revise(stored, KIND_RULING, "us-acme-rule", "provisions.0.effect", "'guidance'",
                  "2026-01-02T00:00:00.000Z");
    cr_assert(stored_follow(stored, 2));
    json_t *body = get_on(LATER, QUESTION "&strict=true");
    cr_expect_str_eq(stored_ids(stored_at(body, "currency.lapsed_unverified")), "us-acme-rule");
    json_decref(body);
}

static void expect_ready(int today, const char *status, const char *freshness, const char *lapses)
{
    json_t *body = get_on(today, "/readyz");
    cr_expect_str_eq(stored_text(body, "status"), status, "%d", today);
    cr_expect_str_eq(stored_text(body, "checks.1.name"), "freshness");
    cr_expect_str_eq(stored_text(body, "checks.1.status"), freshness, "%d", today);
    cr_expect_str_eq(stored_text(body, "checks.2.name"), "lapses");
    cr_expect_str_eq(stored_text(body, "checks.2.status"), lapses, "%d", today);
    json_decref(body);
}

/* Old data is a warning to the operator, never an outage: get_on wants 200. */
Test(currency, readiness_warns_of_age_and_of_lapses_and_stays_ready)
{
    expect_ready(20250830, "ok", "ok", "ok");
    expect_ready(20250831, "warn", "warn", "ok");
    expect_ready(AT_END, "warn", "warn", "warn");
    stored_revise(stored, KIND_RULING, "us-acme-rule", "verified_through", "'2026-01-02'",
                  "2026-01-02T00:00:00.000Z");
    cr_assert(stored_follow(stored, 2));
    expect_ready(LATER, "ok", "ok", "ok");
}

Test(currency, a_history_tells_what_lapsed_within_its_span)
{
    static const struct {
        const char *span;
        const char *lapsed;
    } rows[] = {{"from=2025-01-01&to=2026-01-01", ""},
                {"from=2025-01-01&to=2026-01-02", "us-acme-rule"},
                {"from=2025-01-01", "us-acme-rule"}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char target[128];
        snprintf(target, sizeof target, "/v1/history?chip=acme-one&destination=CN&%s", rows[i].span);
        json_t *body = get_on(LATER, target);
        cr_expect_str_eq(stored_ids(stored_at(body, "currency.lapsed_unverified")), rows[i].lapsed, "%s",
                         rows[i].span);
        json_decref(body);
    }
}

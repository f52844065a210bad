/* GET /v1/eligibility: find, decide, shape. */
#include "fixture.h"
#include "operations.h"

#include <criterion/criterion.h>
#include <sodium.h>
#include <string.h>

static struct fixture fixture;

static void open_fixture(void)
{
    fixture_open(&fixture);
}

static void close_fixture(void)
{
    fixture_close(&fixture);
}

TestSuite(get_eligibility, .init = open_fixture, .fini = close_fixture);

static json_t *ask(const struct get_eligibility_args *args)
{
    cr_assert_eq(get_eligibility(args, &fixture.context, &fixture.reply), PROBLEM_NONE);
    return fixture_body(&fixture);
}

static const char *text(const json_t *body, const char *key)
{
    return json_string_value(json_object_get(body, key));
}

static struct get_eligibility_args args_of(const char *chip, int32_t day)
{
    return (struct get_eligibility_args){.chip = chip, .destination = "CN", .date = {day}, .explain = 1};
}

Test(get_eligibility, answers_with_outcome_legs_and_reasons)
{
    const struct get_eligibility_args args = args_of("acme-big", 20250301);
    json_t *body = ask(&args);
    cr_assert_str_eq(text(body, "outcome"), "license_required");
    const json_t *leg = json_array_get(json_object_get(body, "legs"), 0);
    cr_assert_str_eq(text(leg, "policy"), "case_by_case");
    const json_t *because = json_array_get(json_object_get(leg, "because"), 0);
    cr_assert_str_eq(text(because, "id"), "us-acme-rule");
    cr_assert_str_eq(text(because, "title"), "The ACME rule");
    cr_assert_str_eq(text(json_array_get(json_object_get(leg, "conditions"), 0), "type"), "kyc");
    cr_assert_str_eq(text(json_array_get(json_object_get(body, "pending"), 0), "id"), "us-acme-plan");
    json_decref(body);
}

Test(get_eligibility, says_what_is_missing_instead_of_permitting)
{
    const struct get_eligibility_args args = args_of("acme-dark", 20250301);
    json_t *body = ask(&args);
    cr_assert_str_eq(text(body, "outcome"), "unknown");
    cr_assert_eq(json_array_size(json_object_get(body, "possible")), 2);
    cr_assert_str_eq(text(json_array_get(json_object_get(body, "missing"), 0), "field"), "tpp");
    json_decref(body);
}

Test(get_eligibility, tells_the_next_scheduled_change)
{
    const struct get_eligibility_args args = args_of("acme-big", 20250301);
    json_t *body = ask(&args);
    const json_t *next = json_object_get(body, "next_change");
    cr_assert_str_eq(text(next, "date"), "2026-01-01");
    cr_assert_str_eq(text(next, "outcome"), "no_license_required");
    json_decref(body);
}

Test(get_eligibility, lists_what_lapsed_and_refuses_it_when_strict)
{
    struct get_eligibility_args args = args_of("acme-big", 20260201);
    json_t *body = ask(&args);
    const json_t *lapsed = json_object_get(json_object_get(body, "currency"), "lapsed_unverified");
    cr_assert_str_eq(text(json_array_get(lapsed, 0), "id"), "us-acme-rule");
    json_decref(body);

    reply_done(&fixture.reply);
    reply_init(&fixture.reply, &fixture.request);
    args.strict = true;
    cr_assert_eq(get_eligibility(&args, &fixture.context, &fixture.reply), PROBLEM_STALE_DATA);
    cr_assert_eq(fixture.reply.status, 409);
}

/* Told where a given date is told, so that `self`, which gives it, has the same bytes. */
Test(get_eligibility, takes_today_for_a_missing_date_and_pins_it)
{
    const struct get_eligibility_args args = args_of("acme-small", 0);
    json_t *body = ask(&args);
    cr_assert_str_eq(text(json_object_get(body, "question"), "date"), "2025-06-01");
    cr_assert(strstr(text(body, "summary"), "2025-06-01"));
    cr_assert(strstr(text(body, "self"), "&date=2025-06-01&known_at=7"));
    json_decref(body);
}

Test(get_eligibility, explain_none_leaves_out_and_full_adds)
{
    struct get_eligibility_args args = args_of("acme-big", 20250301);
    args.explain = 0;
    json_t *body = ask(&args);
    cr_assert_null(json_object_get(body, "summary"));
    cr_assert_null(json_object_get(body, "caveats"));
    json_decref(body);

    reply_done(&fixture.reply);
    reply_init(&fixture.reply, &fixture.request);
    args.explain = 2;
    body = ask(&args);
    const json_t *steps = json_object_get(json_array_get(json_object_get(body, "legs"), 0), "steps");
    const json_t *step = json_array_get(steps, 0);
    cr_assert_str_eq(text(step, "test"), "tpp >= 1000");
    cr_assert_eq(json_integer_value(json_object_get(step, "margin")), 600);
    json_decref(body);
}

Test(get_eligibility, unknown_names_are_refused_with_candidates)
{
    struct get_eligibility_args args = args_of("acme-bgi", 20250301);
    cr_assert_eq(get_eligibility(&args, &fixture.context, &fixture.reply), PROBLEM_UNKNOWN_CHIP);
    json_t *body = fixture_body(&fixture);
    cr_assert_str_eq(text(json_array_get(json_object_get(body, "errors"), 0), "suggestion"), "acme-big");
    json_decref(body);
}

/* What a reader does: cut the digest out, hash the rest. */
Test(get_eligibility, digest_is_that_of_the_body_without_it)
{
    const struct get_eligibility_args args = args_of("acme-big", 20250301);
    json_t *body = ask(&args);
    char *claimed = strdup(text(body, "digest"));
    json_object_del(body, "digest");
    char *rest = json_dumps(body, JSON_COMPACT | JSON_REAL_PRECISION(15));
    unsigned char hash[32];
    char hex[65];
    crypto_generichash(hash, sizeof hash, (const unsigned char *)rest, strlen(rest), NULL, 0);
    sodium_bin2hex(hex, sizeof hex, hash, sizeof hash);
    cr_assert_str_eq(claimed + strlen("blake2b-256:"), hex);
    free(claimed);
    free(rest);
    json_decref(body);
}

Test(get_eligibility, pretty_changes_the_layout_only)
{
    const struct get_eligibility_args args = args_of("acme-big", 20250301);
    json_t *compact = ask(&args);
    reply_done(&fixture.reply);
    reply_init(&fixture.reply, &fixture.request);
    fixture.reply.out.pretty = true;
    json_t *pretty = ask(&args);
    cr_assert(strchr(fixture.reply.out.text, '\n'));
    cr_assert(json_equal(compact, pretty));
    json_decref(compact);
    json_decref(pretty);
}

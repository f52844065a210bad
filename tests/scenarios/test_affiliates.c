/* The Affiliates rule: whoever is owned to half by a listed party counts as listed. In force for six weeks in
 * 2025, suspended for a year, and since 10 November 2026 by the calendar in force again: which nobody has
 * checked. */
#include "tests/scenarios/story.h"

#include "db/bundle.h"

STORY(affiliates);

#define RULE "us-bis-2025-09-29-affiliates-rule"
#define SUSPENSION "us-bis-2025-11-10-affiliates-suspension"
#define OWNED "end_user_owned_50pct_by_listed_party"

static void expect_owner_matters(bool matters)
{
    if (matters)
        expect_caveat(OWNED);
    else
        expect_not_said("owned 50pct");
}

/* The owner is a circumstance: unstated, the answer names it where it matters. */
Test(affiliates, the_owner_matters_while_the_rule_is_in_force)
{
    static const struct {
        const char *date;
        bool matters;
    } rows[] = {{"2025-09-28", false}, {"2025-09-29", true},  {"2025-11-09", true},
                {"2025-11-10", false}, {"2026-11-09", false}, {"2026-11-10", true}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        ask("h20", "DE", rows[i].date);
        expect_outcome("no_license_required");
        expect_owner_matters(rows[i].matters);
    }
}

/* Stated, the owner decides: while the rule is in force, and since it counts as in force again. */
Test(affiliates, a_listed_owner_needs_a_license_where_a_stranger_needs_none)
{
    static const struct {
        const char *date;
        const char *owned;
        const char *outcome;
        const char *because;
    } rows[] = {{"2025-10-15", "true", "license_required", RULE},
                {"2025-10-15", "false", "no_license_required", ""},
                {"2026-03-01", "true", "no_license_required", ""},
                {"2026-11-10", "true", "license_required", RULE}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char query[256];
        snprintf(query, sizeof query,
                 "{'chip':'h20','destination':'DE','date':'%s','circumstances':{'" OWNED "':%s}}",
                 rows[i].date, rows[i].owned);
        suppose(query);
        expect_outcome(rows[i].outcome);
        expect_because(rows[i].because);
    }
    /* Of whom it is said that nobody listed owns him, the lapse is no matter. */
    suppose("{'chip':'h20','destination':'DE','date':'2026-11-10','circumstances':{'" OWNED "':false}}");
    expect_lapsed("");
    suppose("{'chip':'h20','destination':'DE','date':'2026-11-10','circumstances':{'" OWNED "':true}}");
    expect_policy("presumption_of_denial");
    expect_lapsed(RULE "," SUSPENSION);
}

/* 9 and 10 November 2026. The last check was on 10 October: the day before the end nothing is flagged, from
 * the end on everything that the rule could bear on. */
Test(affiliates, the_end_of_the_suspension_is_told_and_not_trusted)
{
    today_is("2026-11-09");
    ask("h20", "DE", NULL);
    expect_lapsed("");
    expect_no_doubt("lapse-by-calendar");
    expect_strict_answers();
    expect_said("The date lies after 2026-10-10");

    today_is("2026-11-10");
    ask("h20", "DE", NULL);
    expect_outcome("no_license_required");
    expect_lapsed(RULE "," SUSPENSION);
    expect_doubt("lapse-by-calendar");
    expect_said("The suspension of \"Affiliates (50 percent) rule\" (" RULE
                "#1) ended by the calendar, so that it counts as in force again; that was not checked after "
                "2026-10-10.");
    expect_strict_refuses(RULE "#1," SUSPENSION "#1");
}

/* Asked later about the past, the past is what it was. */
Test(affiliates, what_lapsed_later_does_not_touch_earlier_days)
{
    today_is("2026-11-22");
    ask("h20", "DE", "2026-11-09");
    expect_lapsed("");
    expect_strict_answers();
    ask("h20", "DE", "2025-10-15");
    expect_lapsed("");
    expect_owner_matters(true);
}

/* Headquarters in China are another question: the rule of 2023 answers it, whoever the owner is, and the
 * lapse is told beside it. */
Test(affiliates, headquarters_are_another_question)
{
    today_is("2026-11-22");
    ask_with("b200", "SG", NULL, "hq=CN");
    expect_outcome("license_required");
    expect_policy("presumption_of_denial");
    expect_because("us-bis-2023-10-17-acs-ifr,us-bis-2025-04-09-nvidia-h20-letter");
    expect_lapsed(RULE "," SUSPENSION);
    expect_owner_matters(false);
    expect_strict_refuses(RULE "#1," SUSPENSION "#1");

    ask("b200", "SG", NULL);
    expect_outcome("no_license_required");
    expect_caveat("hq");
    expect_owner_matters(true);
}

/* Somebody reads the Federal Register on 23 November 2026 and records what it says. */
Test(affiliates, checking_it_settles_it_either_way)
{
    struct stored *store = story_store();
    today_is("2026-11-23");

    /* Either: it did end. */
    stored_revise(store, KIND_RULING, SUSPENSION, "verified_through", "'2026-11-23'",
                  "2026-11-23T09:00:00.000Z");
    cr_assert(stored_follow(store, (int64_t)bundled_set_count + 1));
    ask("h20", "DE", NULL);
    expect_lapsed("");
    expect_owner_matters(true);
    expect_strict_answers();

    /* Or: it was extended by a year. */
    stored_revise(store, KIND_RULING, SUSPENSION, "effective_until", "'2027-11-10'",
                  "2026-11-23T10:00:00.000Z");
    stored_revise(store, KIND_RULING, SUSPENSION, "provisions.0.effective_until", "'2027-11-10'",
                  "2026-11-23T11:00:00.000Z");
    cr_assert(stored_follow(store, (int64_t)bundled_set_count + 3));
    ask("h20", "DE", NULL);
    expect_lapsed("");
    expect_owner_matters(false);
    expect_strict_answers();

    as_known_at("1");
    ask("h20", "DE", "2026-11-23");
    expect_lapsed(RULE "," SUSPENSION);
}

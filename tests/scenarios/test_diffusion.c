/* The AI Diffusion rule: published in January 2025, to be complied with from 15 May, given up on 13 May, and
 * still in print. It never decides an answer, and every answer that it would have decided says that it is
 * there. */
#include "tests/scenarios/story.h"

STORY(diffusion);

#define RULE "us-bis-2025-01-13-ai-diffusion"
#define ACS "us-bis-2023-10-17-acs-ifr"

/* It would have asked for a license everywhere; India shows it best, which needed none before. */
Test(diffusion, india_never_needed_a_license)
{
    static const char *const days[] = {"2025-01-12", "2025-01-13", "2025-05-12", "2025-05-14"};
    for (size_t i = 0; i < sizeof days / sizeof days[0]; i++) {
        ask("b200", "IN", days[i]);
        expect_outcome("no_license_required");
        expect_classified("3A090.a");
        expect_suspended("");
        expect_next_change(NULL, NULL);
    }
}

/* From the day of compliance on it would count, were it not suspended. */
Test(diffusion, it_is_told_as_suspended_from_the_day_of_compliance_on)
{
    static const char *const days[] = {"2025-05-15", "2025-12-31", "2026-10-10"};
    static const char *const places[] = {"IN", "CH", "SG"};
    for (size_t i = 0; i < 3; i++) {
        for (size_t k = 0; k < 3; k++) {
            ask("b200", places[k], days[i]);
            expect_outcome("no_license_required");
            expect_because("");
            expect_exception(NULL);
            expect_suspended(RULE);
            expect_doubt("diffusion-rule-still-printed");
            expect_said("In print but suspended and not counted: 1 ruling.");
        }
    }
    /* Nor are its exceptions: the eighteen partners need none. */
    ask("b200", "DE", "2025-05-15");
    expect_outcome("no_license_required");
    expect_exception(NULL);
    /* What it would not have reached says nothing of it. */
    ask("h20", "IN", "2025-05-15");
    expect_suspended("");
    expect_not_said("suspended");
}

/* Where the older rule asks for a license, that is the ground; the policy for D:1 and D:4, which the rule had
 * rewritten, is left open and told as a doubt. */
Test(diffusion, the_older_rule_stands_with_a_policy_in_doubt)
{
    ask("b200", "VN", "2025-05-14");
    expect_outcome("license_required");
    expect_because(ACS);
    expect_policy("presumption_of_approval");
    ask("b200", "VN", "2025-05-15");
    expect_outcome("license_required");
    expect_because(ACS);
    expect_policy(NULL);
    expect_suspended(RULE);
    expect_doubt("license-policy-d1-d4-after-january-2025");
    ask("b200", "CN", "2025-05-15");
    expect_policy("presumption_of_denial");
    expect_no_doubt("license-policy-d1-d4-after-january-2025");
}

/* What it would have done, had it been enforced: a license everywhere, and an exception for the partners that
 * needs an approval of the end user. */
Test(diffusion, without_the_announcement_it_would_have_reached_the_world)
{
    static const char announcement[] = "us-bis-2025-05-13-diffusion-nonenforcement";
    suppose_without(announcement, "{'chip':'b200','destination':'IN','date':'2025-05-15'}");
    expect_outcome("license_required");
    expect_because(RULE);
    expect_suspended("");
    suppose_without(announcement, "{'chip':'b200','destination':'DE','date':'2025-05-15'}");
    expect_outcome("license_required");
    expect_because(RULE);
    expect_exception(NULL);
    suppose_without(announcement, "{'chip':'b200','destination':'IN','date':'2025-05-14'}");
    expect_outcome("no_license_required");
    expect_next_change("2025-05-15", RULE);
}

/* Rescission was announced on 13 May 2025 and never published: the rule's own page says so, not the calendar.
 */
Test(diffusion, the_ruling_says_what_became_of_it)
{
    static const struct {
        const char *date;
        const char *state;
    } rows[] = {{"2025-01-12", "scheduled"},
                {"2025-01-13", "scheduled"},
                {"2025-05-15", "suspended"},
                {"2026-10-10", "suspended"}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char target[128];
        snprintf(target, sizeof target, "/v1/rulings/" RULE "?date=%s", rows[i].date);
        json_t *ruling = stored_get(story_store(), target);
        cr_expect_str_eq(stored_text(ruling, "state"), rows[i].state, "%s", rows[i].date);
        cr_expect_str_eq(stored_text(ruling, "standing"), "operative");
        cr_expect_str_eq(stored_ids(stored_at(ruling, "suspended_by")),
                         "us-bis-2025-05-13-diffusion-nonenforcement");
        cr_expect(json_is_null(stored_at(ruling, "effective_until")), "nobody repealed it");
        json_decref(ruling);
    }
}

Test(diffusion, the_whole_story)
{
    static const struct chapter india[] = {
        {"2024-12-01", "no_license_required", NULL, "no_restriction_recorded", ""}, {0}};
    expect_history("b200", "IN", NULL, india);
    static const struct chapter vietnam[] = {
        {"2024-12-01", "license_required", "presumption_of_approval", "no_restriction_recorded", ""},
        {"2025-05-15", "license_required", NULL, "no_restriction_recorded", ACS},
        {0}};
    expect_history("b200", "VN", NULL, vietnam);
}

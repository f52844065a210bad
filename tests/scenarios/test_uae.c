/* The United Arab Emirates: moved among the country groups in July 2026, out of D:4 and into A:5, where
 * nobody else needs a license; but they still do. */
#include "tests/scenarios/story.h"

STORY(uae);

#define ACS "us-bis-2023-10-17-acs-ifr"
#define RULE "us-bis-2026-07-10-uae-rule"

static void expect_groups(const char *date, const char *groups)
{
    char target[64];
    snprintf(target, sizeof target, "/v1/destinations/AE?date=%s", date);
    json_t *place = stored_get(story_store(), target);
    cr_expect_str_eq(stored_ids(stored_at(place, "groups_on_date")), groups, "%s", date);
    json_decref(place);
}

Test(uae, moves_among_the_groups)
{
    expect_groups("2026-07-09", "B,D:3,D:4");
    expect_groups("2026-07-10", "A:5,B");
}

/* Until then licensed as a place of D:4. */
Test(uae, is_licensed_as_a_place_of_d4)
{
    ask("b200", "AE", "2023-11-16");
    expect_because("us-bis-2023-10-23-nvidia-letter");
    ask("b200", "AE", "2023-11-17");
    expect_outcome("license_required");
    expect_policy("presumption_of_approval");
    expect_because(ACS);
    ask("b200", "AE", "2026-07-09");
    expect_outcome("license_required");
    expect_because(ACS);
    expect_policy(NULL);
    expect_next_change("2026-07-10", ACS "," RULE);
}

/* A test for D:1, D:4 or D:5 but not A:5 would set it free. A rule of its own does not. */
Test(uae, stays_licensed_by_a_rule_of_its_own)
{
    ask("b200", "AE", "2026-07-10");
    expect_outcome("license_required");
    expect_because(RULE);
    expect_classified("3A090.a");
    expect_policy(NULL);
    expect_exception(NULL);
    expect_conditions("end_user_approval");
    expect_caveat("hq");
    expect_caveat("end_user_on_entity_list");
    /* Germany, of A:5 as well, needs none; Saudi Arabia, still of D:4, is licensed as before. */
    ask("b200", "DE", "2026-07-10");
    expect_outcome("no_license_required");
    ask("b200", "SA", "2026-07-10");
    expect_outcome("license_required");
    expect_because(ACS);
}

/* Chinese headquarters stay what they were. */
Test(uae, chinese_companies_there_are_presumed_denied_before_and_after)
{
    ask_with("b200", "AE", "2026-07-09", "hq=CN");
    expect_policy("presumption_of_denial");
    ask_with("b200", "AE", "2026-07-10", "hq=CN");
    expect_policy("presumption_of_denial");
    expect_because(ACS ",us-bis-2025-04-09-nvidia-h20-letter," RULE);
}

/* Cards for players went under License Exception ACA, which is for D:1 and D:4. What holds since is not
 * known: a license is the answer, and the doubt stands beside it. */
Test(uae, cards_for_players_lose_their_exception_with_a_doubt)
{
    ask("rtx-4090", "AE", "2026-07-09");
    expect_outcome("license_exception_available");
    expect_exception("ACA");
    ask("rtx-4090", "AE", "2026-07-10");
    expect_outcome("license_required");
    expect_exception(NULL);
    expect_doubt("gaming-chips-to-the-uae");
}

Test(uae, the_whole_story)
{
    static const struct chapter chapters[] = {
        {"2023-10-22", "no_license_required", NULL, "no_restriction_recorded", ""},
        {"2023-10-23", "license_required", NULL, "no_restriction_recorded",
         "us-bis-2023-10-23-nvidia-letter"},
        {"2023-11-17", "license_required", "presumption_of_approval", "no_restriction_recorded",
         ACS ",us-bis-2023-10-23-nvidia-letter"},
        {"2025-05-15", "license_required", NULL, "no_restriction_recorded", ACS},
        {"2026-07-10", "license_required", NULL, "no_restriction_recorded", ACS "," RULE},
        {0}};
    expect_history("b200", "AE", NULL, chapters);
}

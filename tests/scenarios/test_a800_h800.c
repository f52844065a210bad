/* The A800 and the H800: the A100 and the H100 with the interconnect cut to 400 GB/s, under the 600 of
 * October 2022, until a rule of October 2023 asked for something else. */
#include "tests/scenarios/story.h"

STORY(a800_h800);

#define OCTOBER_2022 "us-bis-2022-10-07-ac-ifr"
#define OCTOBER_2023 "us-bis-2023-10-17-acs-ifr"
#define LETTER_2023 "us-bis-2023-10-23-nvidia-letter"
#define REVIEW "us-bis-2026-01-13-license-review-rule"

/* 21 October 2022. 3A090 asks for both 4,800 TPP and 600 GB/s of interconnect. */
Test(a800_h800, are_designed_under_the_line_that_their_models_exceed)
{
    static const struct {
        const char *model;
        const char *cut;
        double tpp;
        double interconnect;
    } rows[] = {{"a100", "a800", 4992, 600}, {"h100", "h800", 15832, 900}};
    for (size_t i = 0; i < 2; i++) {
        ask(rows[i].model, "CN", "2022-10-21");
        expect_outcome("license_required");
        expect_policy("presumption_of_denial");
        expect_classified("3A090.a");
        expect_because(OCTOBER_2022);
        expect_margin(OCTOBER_2022 "#1", "interconnect_gb_s >= 600", rows[i].interconnect,
                      rows[i].interconnect - 600);

        ask(rows[i].cut, "CN", "2022-10-21");
        expect_outcome("no_license_required");
        expect_classified(NULL);
        expect_because("");
        expect_margin(OCTOBER_2022 "#1", "tpp >= 4800", rows[i].tpp, rows[i].tpp - 4800);
        expect_margin(OCTOBER_2022 "#1", "interconnect_gb_s >= 600", 400, -200);
    }
}

/* 17 October 2023. The rule is published and in force a month later: until then nothing changes. */
Test(a800_h800, are_free_while_the_new_rule_waits)
{
    ask("h800", "CN", "2023-10-22");
    expect_outcome("no_license_required");
    expect_next_change("2023-10-23", LETTER_2023);
}

/* 23 October 2023. A letter to NVIDIA does not wait: it names both. */
Test(a800_h800, are_stopped_by_a_letter_before_the_rule_is_in_force)
{
    ask("a800", "CN", "2023-10-23");
    expect_outcome("license_required");
    expect_because(LETTER_2023);
    expect_classified(NULL);
    expect_policy(NULL);
    expect_exception(NULL);
    expect_next_change("2023-11-17", OCTOBER_2023 "," LETTER_2023);
    ask("h800", "CN", "2023-10-23");
    expect_because(LETTER_2023);
    /* The card for players was not on the list. */
    ask("rtx-4090", "CN", "2023-10-23");
    expect_outcome("no_license_required");
}

/* 17 November 2023. Interconnect counts no more; performance and its density do. The A800 is caught by its
 * TPP (192 above), and would be by its density too (0.12 above). */
Test(a800_h800, are_caught_by_the_rule_of_2023)
{
    ask("a800", "CN", "2023-11-16");
    expect_because(LETTER_2023);
    ask("a800", "CN", "2023-11-17");
    expect_outcome("license_required");
    expect_policy("presumption_of_denial");
    expect_classified("3A090.a");
    expect_because(OCTOBER_2023);
    expect_margin(OCTOBER_2023 "#1", "tpp >= 4800", 4992, 192);
    expect_margin(OCTOBER_2023 "#1", "performance_density >= 5.92", 6.043583535108959, 0.123583535108959);
    ask("h800", "HK", "2023-11-17");
    expect_policy("presumption_of_denial");
    ask_with("h800", "SG", "2023-11-17", "hq=CN");
    expect_policy("presumption_of_denial");
}

/* Since January 2026 they are reviewed case by case on paper; that they were never sold in the United States,
 * which is a condition, is told as a doubt. */
Test(a800_h800, are_reviewed_case_by_case_with_a_doubt)
{
    ask("h800", "CN", "2026-01-14");
    expect_no_doubt("china-only-chips-and-availability");
    ask("h800", "CN", "2026-01-15");
    expect_policy("case_by_case");
    expect_because(OCTOBER_2023 "," REVIEW);
    expect_doubt("china-only-chips-and-availability");
    expect_said("conditions: us availability");
}

Test(a800_h800, the_whole_story)
{
    static const struct chapter chapters[] = {
        {"2022-10-07", "no_license_required", NULL, "no_restriction_recorded", ""},
        {"2023-10-23", "license_required", NULL, "no_restriction_recorded", LETTER_2023},
        {"2023-11-17", "license_required", "presumption_of_denial", "no_restriction_recorded",
         OCTOBER_2023 "," LETTER_2023},
        {"2026-01-15", "license_required", "case_by_case", "no_restriction_recorded",
         OCTOBER_2023 "," REVIEW},
        {0}};
    expect_history("a800", "CN", NULL, chapters);
    expect_history("h800", "CN", NULL, chapters);
}

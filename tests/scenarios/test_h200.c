/* The H200 and China: from a presumption of denial to case-by-case review, with a tariff for a toll on the
 * way and a customs office that would not have it at first. */
#include "tests/scenarios/story.h"

STORY(h200);

#define ACS "us-bis-2023-10-17-acs-ifr"
#define REVIEW "us-bis-2026-01-13-license-review-rule"
#define PROCLAMATION "us-wh-2026-01-14-proclamation-11002"
#define LETTER "us-bis-2025-04-09-nvidia-h20-letter"
#define REVIEW_CONDITIONS                                                                                    \
    "us_availability,supply_certification,foundry_capacity,volume_cap,third_party_test,kyc,end_use"

/* 15,832 TPP, more than three times the line. */
Test(h200, falls_under_the_rule_of_2023)
{
    ask("h200", "CN", "2023-11-17");
    expect_outcome("license_required");
    expect_policy("presumption_of_denial");
    expect_classified("3A090.a");
    expect_because(ACS);
    expect_margin(ACS "#1", "tpp >= 4800", 15832, 11032);
    expect_exception(NULL);
}

/* 8 December 2025. The President says that the H200 may go to approved customers against 25%: announced, and
 * nobody is licensed by it. A review of it had been announced before. */
Test(h200, is_announced_before_it_is_law)
{
    ask("h200", "CN", "2025-12-07");
    expect_pending("us-doc-2025-11-21-h200-review");
    expect_not_pending("us-wh-2025-12-08-h200-announcement");

    ask("h200", "CN", "2025-12-08");
    expect_outcome("license_required");
    expect_policy("presumption_of_denial");
    expect_because(ACS "," LETTER);
    expect_pending("us-wh-2025-12-08-h200-announcement");
    expect_not_pending("us-doc-2025-11-21-h200-review");
    expect_conditions("");
    expect_said("Announced or proposed and not in force");
}

/* 15 January 2026. Case-by-case review for what stays under 21,000 TPP and 6,500 GB/s, exported from the
 * United States, on seven conditions; and 25% when the chips pass through for their test. */
Test(h200, is_reviewed_case_by_case_on_conditions_and_for_a_tariff)
{
    ask("h200", "HK", "2026-01-14");
    expect_policy("presumption_of_denial");
    expect_pending("us-wh-2025-12-08-h200-announcement");
    expect_next_change("2026-01-15", ACS "," REVIEW "," PROCLAMATION);

    ask("h200", "HK", "2026-01-15");
    expect_outcome("license_required");
    expect_policy("case_by_case");
    expect_because(ACS "," LETTER "," REVIEW "," PROCLAMATION);
    expect_conditions(REVIEW_CONDITIONS ",tariff");
    expect_condition("volume_cap", 50);
    expect_condition("tariff", 25);
    expect_margin(REVIEW "#1", "tpp < 21000", 15832, -5168);
    expect_margin(REVIEW "#1", "memory_bandwidth_gb_s < 6500", 4800, -1700);
    expect_not_pending("us-wh-2025-12-08-h200-announcement");
    expect_said("review policy: case by case under \"Revision to License Review Policy");
}

/* Who ships from elsewhere, or to a Chinese company elsewhere, has nothing of it. */
Test(h200, is_still_presumed_denied_from_abroad_and_for_chinese_companies_abroad)
{
    ask_with("h200", "CN", "2026-02-01", "export_from=TW");
    expect_policy("presumption_of_denial");
    expect_because(ACS "," LETTER "," REVIEW);
    expect_conditions("");

    ask_with("h200", "SG", "2026-02-01", "hq=CN");
    expect_policy("presumption_of_denial");
    expect_because(ACS "," LETTER);
}

/* The tariff lies on the import into the United States. Its band holds the H200 and not the slower H200 NVL.
 */
Test(h200, pays_a_tariff_on_its_way_into_the_united_states)
{
    ask_with("h200", "US", "2026-01-15", "export_from=TW");
    expect_outcome("no_license_required");
    expect_import("no_restriction_recorded", "");
    expect_import_note(PROCLAMATION "#1");
    expect_said("Import into US: a tariff under \"Section 232 proclamation");
    ask_with("h200", "US", "2026-01-14", "export_from=TW");
    expect_not_said("a tariff");
    ask_with("nvidia-h200-nvl", "US", "2026-01-15", "export_from=TW");
    expect_not_said("a tariff");

    ask("nvidia-h200-nvl", "CN", "2026-02-01");
    expect_policy("case_by_case");
    expect_conditions(REVIEW_CONDITIONS);
}

/* 14 January 2026. On the day before the rule China's customs tell agents that the H200 is not permitted; two
 * weeks later purchases are approved one by one. Refused admission prohibits, whatever the export side says.
 */
Test(h200, meets_customs_in_china)
{
    ask("h200", "CN", "2026-01-13");
    expect_outcome("license_required");
    expect_import("discouraged", "cn-state-2025-11-05-state-funded-datacentres");
    expect_next_change("2026-01-14", "cn-customs-2026-01-14-h200-not-permitted");

    ask("h200", "CN", "2026-01-15");
    expect_outcome("prohibited");
    expect_policy("case_by_case");
    expect_import("not_admitted", "cn-customs-2026-01-14-h200-not-permitted,"
                                  "cn-state-2025-11-05-state-funded-datacentres");
    expect_said("CN does not admit it, which prohibits the shipment whatever the export side says");
    expect_next_change("2026-01-28", "cn-customs-2026-01-14-h200-not-permitted,"
                                     "cn-state-2026-01-28-h200-conditional-approval");

    ask("h200", "CN", "2026-01-28");
    expect_outcome("license_required");
    expect_import("approval_required", "cn-state-2025-11-05-state-funded-datacentres,"
                                       "cn-state-2026-01-28-h200-conditional-approval");
    expect_not_said("does not admit");

    ask("h200", "HK", "2026-01-15");
    expect_outcome("license_required");
}

/* What was only announced in China (a plan of July 2026) never decides either. */
Test(h200, is_admitted_in_small_numbers)
{
    ask("h200", "CN", "2026-07-08");
    expect_pending("cn-state-2026-07-08-h200-limited-plan");
    expect_import("approval_required", "cn-state-2025-11-05-state-funded-datacentres,"
                                       "cn-state-2026-01-28-h200-conditional-approval");
    ask("h200", "CN", "2026-08-19");
    expect_not_pending("cn-state-2026-07-08-h200-limited-plan");
    expect_import("approval_required", "cn-state-2025-11-05-state-funded-datacentres,"
                                       "cn-state-2026-01-28-h200-conditional-approval,"
                                       "cn-state-2026-08-19-h200-first-admissions");
    expect_condition("volume_cap", 75000);
}

Test(h200, the_whole_story)
{
    static const struct chapter chapters[] = {
        {"2023-11-17", "license_required", "presumption_of_denial", "no_restriction_recorded", ""},
        {"2025-04-09", "license_required", "presumption_of_denial", "no_restriction_recorded", LETTER},
        {"2025-11-05", "license_required", "presumption_of_denial", "discouraged",
         "cn-state-2025-11-05-state-funded-datacentres"},
        {"2026-01-14", "prohibited", "presumption_of_denial", "not_admitted",
         "cn-customs-2026-01-14-h200-not-permitted"},
        {"2026-01-15", "prohibited", "case_by_case", "not_admitted", ACS "," REVIEW "," PROCLAMATION},
        {"2026-01-28", "license_required", "case_by_case", "approval_required",
         "cn-customs-2026-01-14-h200-not-permitted,cn-state-2026-01-28-h200-conditional-approval"},
        {"2026-02-25", "license_required", "case_by_case", "approval_required",
         "us-bis-2026-02-25-first-h200-licenses"},
        {"2026-05-14", "license_required", "case_by_case", "approval_required",
         "us-bis-2026-05-14-h200-clearances"},
        {"2026-08-19", "license_required", "case_by_case", "approval_required",
         "cn-state-2026-08-19-h200-first-admissions"},
        {0}};
    expect_history("h200", "CN", NULL, chapters);
}

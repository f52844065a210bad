/* The H20 and China, 2023 to today: a chip made to stay under the line of October 2023, sold freely for more
 * than a year, stopped by a letter that names it, promised again, taxed by arrangement, and in the end
 * unwelcome. */
#include "tests/scenarios/story.h"

STORY(h20);

/* 17 November 2023. 3A090.b begins at 2,400 TPP with a density of 1.6, or at 1,600 TPP with one of 3.2. The
 * H20 gives 2,368 at 2.91: 32 short of the first line, 0.29 of the second. */
Test(h20, is_made_to_stay_under_the_line)
{
    ask("h20", "CN", "2024-02-01");
    expect_outcome("no_license_required");
    expect_because("");
    expect_classified(NULL);
    expect_margin("us-bis-2023-10-17-acs-ifr#2", "tpp >= 2400", 2368, -32);
    expect_margin("us-bis-2023-10-17-acs-ifr#2", "performance_density >= 3.2", 2.909090909090909,
                  -0.290909090909091);
    expect_margin("us-bis-2023-10-17-acs-ifr#1", "tpp >= 4800", 2368, -2432);
    expect_import("no_restriction_recorded", "");
    /* A permission says what it takes for granted. */
    expect_caveat("end_user_on_entity_list");
    expect_said("Not stated, and could change this: end user on entity list");
    expect_next_change("2025-04-09", "us-bis-2025-04-09-nvidia-h20-letter");
}

/* 32 TPP more and it would have been 3A090.b: no license for China, but 25 days' notice under License
 * Exception NAC, in which the Bureau may object. */
Test(h20, with_a_little_more_would_have_been_caught)
{
    suppose("{'chip':{'name':'H20 and a "
            "half','like':'h20','peak_tops':{'fp8':300,'int8':300,'fp16':150,'bf16':150}},"
            "'destination':'CN','date':'2024-02-01'}");
    expect_outcome("license_exception_available");
    expect_exception("NAC");
    expect_condition("notification", 25);
    expect_classified("3A090.b");
    expect_because("us-bis-2023-10-17-acs-ifr");
    expect_margin("us-bis-2023-10-17-acs-ifr#2", "tpp >= 2400", 2400, 0);
}

/* 9 April 2025. The Bureau informs NVIDIA: a license for the H20, and for whatever reaches its memory or
 * interconnect bandwidth, to China and D:5 and to whoever has the headquarters there. No policy is told. */
Test(h20, is_stopped_by_a_letter_that_names_it)
{
    ask("h20", "CN", "2025-04-08");
    expect_outcome("no_license_required");

    ask("h20", "CN", "2025-04-09");
    expect_outcome("license_required");
    expect_because("us-bis-2025-04-09-nvidia-h20-letter");
    expect_classified(NULL);
    expect_policy(NULL);
    expect_exception(NULL);
    expect_margin("us-bis-2025-04-09-nvidia-h20-letter#3", "memory_bandwidth_gb_s >= 4000", 4000, 0);

    ask_with("h20", "SG", "2025-04-09", "hq=CN");
    expect_outcome("license_required");
    expect_because("us-bis-2025-04-09-nvidia-h20-letter");
    ask("h20", "SG", "2025-04-09");
    expect_outcome("no_license_required");
    expect_caveat("hq");
}

/* 14 July 2025. The government assures NVIDIA that licenses will be granted: a promise, which changes no
 * requirement. */
Test(h20, is_promised_licenses_which_frees_it_from_none)
{
    ask("h20", "CN", "2025-07-14");
    expect_outcome("license_required");
    expect_because("us-bis-2025-04-09-nvidia-h20-letter");
    expect_policy(NULL);
    expect_note("us-bis-2025-07-14-h20-assurances#1");
    expect_next_change("2025-08-08", "us-exec-2025-08-11-revenue-share-15");
}

/* 8 August 2025. Licenses are issued, against 15% of the revenue: an arrangement, told as a condition. */
Test(h20, is_licensed_for_a_share_of_the_revenue)
{
    ask("h20", "CN", "2025-08-07");
    expect_conditions("");
    ask("h20", "CN", "2025-08-08");
    expect_outcome("license_required");
    expect_because("us-bis-2025-04-09-nvidia-h20-letter,us-exec-2025-08-11-revenue-share-15");
    expect_conditions("revenue_share");
    expect_condition("revenue_share", 15);
    expect_said("conditions: revenue share");
    expect_import("no_restriction_recorded", "");

    ask_with("h20", "SG", "2025-08-08", "hq=CN");
    expect_conditions("");
}

/* 12 August 2025 and after. China tells its companies not to buy. The American answer stays as it is; the
 * import side tells the rest. */
Test(h20, is_discouraged_by_china)
{
    ask("h20", "CN", "2025-08-12");
    expect_outcome("license_required");
    expect_import("discouraged", "cn-authorities-2025-08-12-h20-discouraged");
    expect_import_note("cn-cac-2025-07-31-h20-summons#1");
    expect_said("Import into CN: discouraged under \"Notices discouraging H20 purchases\"");

    ask("h20", "CN", "2025-09-17");
    expect_import("discouraged", "cn-authorities-2025-08-12-h20-discouraged,cn-cac-2025-09-17-rtx-pro-6000d");

    ask("h20", "HK", "2025-08-12");
    expect_outcome("license_required");
    expect_import("no_restriction_recorded", "");
}

/* Today, 22 November 2026: nothing more changed, but the data were last checked on 10 October. */
Test(h20, today)
{
    today_is("2026-11-22");
    ask("h20", "CN", NULL);
    expect_outcome("license_required");
    expect_because("us-bis-2025-04-09-nvidia-h20-letter,us-exec-2025-08-11-revenue-share-15");
    expect_import("discouraged",
                  "cn-authorities-2025-08-12-h20-discouraged,cn-cac-2025-09-17-rtx-pro-6000d,"
                  "cn-customs-2025-10-10-port-checks,cn-state-2025-11-05-state-funded-datacentres");
    expect_doubt("china-only-chips-and-availability");
    expect_said("The date lies after 2026-10-10, the last day to which all rulings were checked");
    expect_next_change(NULL, NULL);
}

Test(h20, the_whole_story)
{
    static const struct chapter chapters[] = {
        {"2023-01-01", "no_license_required", NULL, "no_restriction_recorded", ""},
        {"2025-04-09", "license_required", NULL, "no_restriction_recorded",
         "us-bis-2025-04-09-nvidia-h20-letter"},
        {"2025-08-08", "license_required", NULL, "no_restriction_recorded",
         "us-exec-2025-08-11-revenue-share-15"},
        {"2025-08-12", "license_required", NULL, "discouraged", "cn-authorities-2025-08-12-h20-discouraged"},
        {"2025-09-17", "license_required", NULL, "discouraged", "cn-cac-2025-09-17-rtx-pro-6000d"},
        {"2025-10-10", "license_required", NULL, "discouraged", "cn-customs-2025-10-10-port-checks"},
        {"2025-11-05", "license_required", NULL, "discouraged",
         "cn-state-2025-11-05-state-funded-datacentres"},
        {0}};
    expect_history("h20", "CN", NULL, chapters);
}

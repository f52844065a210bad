/* The answer in words: each status says what, why and how sure, and never more than is known. */
#include "api/answer.h"

#include "rules/build.h"

#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

static const struct ruling rule = {.id = "us-rule", .title = "The rule", .verified_through = {20250601}};
static const struct ruling letter = {
    .id = "us-letter", .title = "The letter", .verified_through = {20250601}};
static const struct condition kyc[] = {{"know_your_customer", "", (double)NAN}, {"notify", "", (double)NAN}};
static const struct provision requirement = {.id = "us-rule#1",
                                             .ruling = &rule,
                                             .effect = EFFECT_LICENSE_REQUIRED,
                                             .conditions = kyc,
                                             .condition_count = 2,
                                             .in_force = {{20250101}, {20260101}}};
static const struct provision exception = {.id = "us-letter#1",
                                           .ruling = &letter,
                                           .effect = EFFECT_LICENSE_EXCEPTION,
                                           .exception = "ACM",
                                           .conditions = kyc,
                                           .condition_count = 1};
static const struct provision ban = {.id = "us-letter#2", .ruling = &letter, .effect = EFFECT_PROHIBIT};
static const struct provision customs = {.id = "us-rule#2",
                                         .ruling = &rule,
                                         .effect = EFFECT_IMPORT_RESTRICTION,
                                         .import_status = IMPORT_NOT_ADMITTED};

static struct chip chip = {
    .id = "acme-one", .product = "acme-one", .name = "One", .specification.vendor = "ACME"};
static const struct place china = {.code = "CN", .name = "China"};
static const struct place germany = {.code = "DE", .name = "Germany"};
static const struct place states = {.code = "US", .name = "United States"};

static struct rules *rules;
static struct context context;
static struct leg legs[2];
static struct decision decision;
static struct asked asked;
static char text[ANSWER_SUMMARY_SIZE];

/* A question of 2025-03-01 about which nothing is decided yet: a test fills the first leg. */
static void open_question(void)
{
    struct rules_builder *builder = rules_builder_open(1);
    rules = rules_compile(builder);
    rules_builder_close(builder);
    context = (struct context){.rules = rules, .at = 1};
    asked = (struct asked){
        .question = {.chip = &chip, .destination = &china, .export_from = &states, .date = {20250301}}};
    legs[0] = (struct leg){.side = SIDE_EXPORT, .jurisdiction = "US"};
    legs[1] = (struct leg){
        .side = SIDE_IMPORT, .jurisdiction = "CN", .import_possible = 1u << IMPORT_NO_RESTRICTION_RECORDED};
    decision = (struct decision){.legs = legs, .leg_count = 2};
}

static void close_question(void)
{
    rules_release(rules);
}

TestSuite(summary, .init = open_question, .fini = close_question);

static void list(struct provision_list *provisions, const struct provision *first,
                 const struct provision *second)
{
    static const struct provision *items[8][2];
    static size_t used;
    items[used][0] = first;
    items[used][1] = second;
    *provisions = (struct provision_list){items[used++], second ? 2 : 1};
}

static void expect(const char *wanted)
{
    const struct answer answer = {.context = &context, .asked = &asked, .decision = &decision};
    answer_summary(&answer, text);
    cr_expect_str_eq(text, wanted);
}

#define ON_THE_DAY "ACME One to China on 2025-03-01, as recorded by this data set: "

Test(summary, a_license_with_policy_ruling_classification_and_conditions)
{
    decision.outcome = legs[0].status = STATUS_LICENSE_REQUIRED;
    legs[0].policy = POLICY_PRESUMPTION_OF_DENIAL;
    legs[0].eccn = "3A090.a";
    list(&legs[0].because, &exception, &requirement);
    list(&legs[0].conditions, &requirement, &exception);
    expect(ON_THE_DAY "license required. US requires a license under \"The rule\" (us-rule); review policy: "
                      "presumption of denial; with 1 other ruling; classified 3A090.a; conditions: know "
                      "your customer, notify.");
}

Test(summary, a_review_policy_is_told_of_the_ruling_that_gave_it)
{
    const struct ruling review = {.id = "us-review", .title = "The review"};
    const struct provision policy = {
        .ruling = &review, .effect = EFFECT_LICENSE_POLICY, .policy = POLICY_CASE_BY_CASE};
    decision.outcome = legs[0].status = STATUS_LICENSE_REQUIRED;
    legs[0].policy = POLICY_CASE_BY_CASE;
    list(&legs[0].because, &requirement, &policy);
    expect(ON_THE_DAY
           "license required. US requires a license under \"The rule\" (us-rule); review policy: case by "
           "case under \"The review\" (us-review).");
}

Test(summary, a_classification_is_told_of_the_law_that_makes_it)
{
    decision.outcome = legs[0].status = STATUS_LICENSE_REQUIRED;
    legs[0].jurisdiction = "MY";
    legs[0].eccn = "3A090.a";
    list(&legs[0].because, &requirement, NULL);
    expect(ON_THE_DAY "license required. MY requires a license under \"The rule\" (us-rule).");
}

Test(summary, a_permission_says_what_it_takes_for_granted)
{
    const struct field hq = {.name = "hq"}, listed = {.name = "end_user_on_entity_list"};
    const struct field *caveats[] = {&listed, &hq};
    decision.outcome = legs[0].status = STATUS_NO_LICENSE_REQUIRED;
    decision.caveats = caveats;
    decision.caveat_count = 2;
    expect(ON_THE_DAY
           "no license required. US requires no license: no ruling in force recorded here covers this "
           "export. Not stated, and could change this: end user on entity list, hq.");
}

Test(summary, a_prohibition)
{
    decision.outcome = legs[0].status = STATUS_PROHIBITED;
    list(&legs[0].because, &ban, &requirement);
    expect(ON_THE_DAY "prohibited. US prohibits this under \"The letter\" (us-letter); with 1 other ruling.");
}

Test(summary, an_exception_is_not_told_as_freedom_from_licenses)
{
    decision.outcome = legs[0].status = STATUS_LICENSE_EXCEPTION_AVAILABLE;
    legs[0].exception = &exception;
    list(&legs[0].because, &requirement, NULL);
    list(&legs[0].conditions, &exception, NULL);
    expect(ON_THE_DAY "license exception available. US requires a license under \"The rule\" (us-rule), but "
                      "License Exception ACM is "
                      "available; conditions: know your customer.");
}

Test(summary, an_exception_may_be_certain_where_it_is_not_which)
{
    static const struct field tpp = {.name = "tpp"};
    static struct missing missing = {.field = &tpp};
    decision.outcome = legs[0].status = STATUS_LICENSE_EXCEPTION_AVAILABLE;
    legs[0].missing = (struct missing_list){&missing, 1};
    list(&legs[0].because, &requirement, NULL);
    expect(ON_THE_DAY
           "license exception available. US requires a license under \"The rule\" (us-rule), but a "
           "License Exception is available; which one turns on what is not known: tpp.");
}

Test(summary, no_license_says_how_far_the_records_go)
{
    decision.outcome = legs[0].status = STATUS_NO_LICENSE_REQUIRED;
    expect(
        ON_THE_DAY
        "no license required. US requires no license: no ruling in force recorded here covers this export.");
    legs[0].eccn = "4A090";
    expect(ON_THE_DAY "no license required. US requires no license: classified 4A090, but no requirement "
                      "recorded here reaches this "
                      "destination.");
    legs[0].domestic = true;
    expect(ON_THE_DAY "no license required. To the law of US nothing is exported: both ends lie in it.");
}

Test(summary, unknown_names_what_is_missing_and_what_is_possible)
{
    static const struct field tpp = {.name = "tpp"};
    static struct missing missing = {.field = &tpp};
    legs[0].possible = 1u << STATUS_NO_LICENSE_REQUIRED | 1u << STATUS_LICENSE_REQUIRED;
    legs[0].missing = (struct missing_list){&missing, 1};
    expect(ON_THE_DAY "unknown. The answer of US is unknown: not known are tpp; possible are license "
                      "required, no license required.");
}

Test(summary, an_import_leg_that_restricts)
{
    decision.outcome = STATUS_PROHIBITED;
    legs[0].status = STATUS_NO_LICENSE_REQUIRED;
    legs[1].import_status = IMPORT_NOT_ADMITTED;
    legs[1].import_possible = 1u << IMPORT_NOT_ADMITTED;
    list(&legs[1].because, &customs, NULL);
    decision.not_admitted = &legs[1];
    expect(ON_THE_DAY "prohibited. US requires no license: no ruling in force recorded here covers this "
                      "export. Import into CN: not "
                      "admitted under \"The rule\" (us-rule). CN does not admit it, which prohibits the "
                      "shipment whatever the "
                      "export side says.");
}

/* Silence on an import that may be restricted would read as a free one. */
Test(summary, an_import_leg_that_is_uncertain)
{
    static const struct field tpp = {.name = "tpp"};
    static struct missing missing = {.field = &tpp};
    decision.outcome = legs[0].status = STATUS_NO_LICENSE_REQUIRED;
    legs[1].import_possible |= 1u << IMPORT_APPROVAL_REQUIRED;
    legs[1].missing = (struct missing_list){&missing, 1};
    expect(ON_THE_DAY "no license required. US requires no license: no ruling in force recorded here covers "
                      "this export. Import into "
                      "CN: possible are approval required, no restriction recorded; not known are tpp.");
}

Test(summary, who_asks_about_another_origin_or_recipient_is_told_so)
{
    decision.outcome = legs[0].status = STATUS_NO_LICENSE_REQUIRED;
    asked.question.export_from = &germany;
    asked.question.headquarters = &china;
    expect("ACME One to China from Germany, for a recipient with headquarters in China, on 2025-03-01, as "
           "recorded by this data "
           "set: no license required. US requires no license: no ruling in force recorded here covers this "
           "export.");
}

Test(summary, a_lapse_says_whether_the_law_ended_or_came_back)
{
    decision.outcome = legs[0].status = STATUS_NO_LICENSE_REQUIRED;
    asked.question.date = (struct date){20260201};
    list(&decision.lapsed_unverified, &requirement, &exception);
    expect("ACME One to China on 2026-02-01, as recorded by this data set: no license required. US requires "
           "no license: no ruling in "
           "force recorded here covers this export. \"The rule\" (us-rule#1) ended by the calendar; that was "
           "not checked after "
           "2025-06-01. The suspension of \"The letter\" (us-letter#1) ended by the calendar, so that it "
           "counts as in force again; "
           "that was not checked after 2025-06-01.");
}

Test(summary, a_suspension_that_came_back_is_told_and_one_that_ended_only_with_what_it_freed)
{
    const struct provision ended = {
        .id = "us-rule#3", .ruling = &rule, .effect = EFFECT_SUSPEND, .in_force = {{20250101}, {20260101}}};
    const struct provision standing = {.id = "us-letter#4", .ruling = &letter, .effect = EFFECT_SUSPEND};
    decision.outcome = legs[0].status = STATUS_NO_LICENSE_REQUIRED;
    asked.question.date = (struct date){20260201};
    list(&decision.lapsed_unverified, &ended, &standing);
    expect(
        "ACME One to China on 2026-02-01, as recorded by this data set: no license required. US requires "
        "no license: no ruling in force recorded here covers this export. The suspension of \"The letter\" "
        "(us-letter#4) ended by the calendar, so that it counts as in force again; that was not checked "
        "after 2025-06-01.");
}

Test(summary, guidance_that_lapsed_is_left_to_the_list)
{
    const struct provision advice = {
        .id = "us-rule#3", .ruling = &rule, .effect = EFFECT_GUIDANCE, .in_force = {{20250101}, {20260101}}};
    decision.outcome = legs[0].status = STATUS_NO_LICENSE_REQUIRED;
    list(&decision.lapsed_unverified, &advice, NULL);
    expect(
        ON_THE_DAY
        "no license required. US requires no license: no ruling in force recorded here covers this export.");
}

Test(summary, law_in_print_that_is_suspended_is_counted)
{
    decision.outcome = legs[0].status = STATUS_NO_LICENSE_REQUIRED;
    list(&decision.suspended, &requirement, &ban);
    expect(ON_THE_DAY "no license required. US requires no license: no ruling in force recorded here covers "
                      "this export. In print but suspended and not counted: 2 rulings.");
}

Test(summary, a_tariff_is_told_once_though_it_decides_nothing)
{
    const struct provision tariffs[] = {{.ruling = &rule, .effect = EFFECT_TARIFF},
                                        {.ruling = &rule, .effect = EFFECT_TARIFF}};
    decision.outcome = legs[0].status = STATUS_NO_LICENSE_REQUIRED;
    list(&legs[1].notes, &tariffs[0], &tariffs[1]);
    expect(ON_THE_DAY "no license required. US requires no license: no ruling in force recorded here covers "
                      "this export. Import into CN: a tariff under \"The rule\" (us-rule).");
}

Test(summary, a_date_after_the_last_check_is_told)
{
    decision.outcome = legs[0].status = STATUS_NO_LICENSE_REQUIRED;
    decision.projected = true;
    rules->verified_through = (struct date){20250228};
    list(&decision.pending, &requirement, NULL);
    expect(ON_THE_DAY "no license required. US requires no license: no ruling in force recorded here covers "
                      "this export. Announced or "
                      "proposed and not in force: 1 ruling. The date lies after 2025-02-28, the last day to "
                      "which all rulings were "
                      "checked.");
}

Test(summary, before_the_data_nothing_is_claimed)
{
    decision.before_coverage = true;
    expect(ON_THE_DAY "unknown. The date lies before the data set begins, 2022-08-01.");
}

Test(summary, a_text_that_is_too_long_is_cut_after_a_sentence)
{
    static char title[1700];
    memset(title, 'x', sizeof title - 1);
    const struct ruling wordy = {.id = "us-wordy", .title = title};
    const struct provision required = {
        .id = "us-wordy#1", .ruling = &wordy, .effect = EFFECT_LICENSE_REQUIRED};
    const struct provision refused = {.id = "us-wordy#2",
                                      .ruling = &wordy,
                                      .effect = EFFECT_IMPORT_RESTRICTION,
                                      .import_status = IMPORT_INSPECTION};
    decision.outcome = legs[0].status = STATUS_LICENSE_REQUIRED;
    legs[1].import_status = IMPORT_INSPECTION;
    legs[1].import_possible = 1u << IMPORT_INSPECTION;
    list(&legs[0].because, &required, NULL);
    list(&legs[1].because, &refused, NULL);
    const struct answer answer = {.context = &context, .asked = &asked, .decision = &decision};
    answer_summary(&answer, text);
    const size_t size = strlen(text);
    cr_expect_gt(size, 1700, "the first fits");
    cr_expect_lt(size, ANSWER_SUMMARY_SIZE - 1, "the second does not");
    cr_expect_str_eq(text + size - strlen("(us-wordy)."), "(us-wordy).");
}

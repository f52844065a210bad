/* Compiling: everything sorted, copied and found again. */

#include "tests/rules/law.h"

#include <string.h>

Test(rules, are_sorted_and_found_by_id)
{
    LAW(law, {.provision = {.effect = EFFECT_GUIDANCE, ANYWHERE}},
        {.provision = {.effect = EFFECT_GUIDANCE, ANYWHERE}});
    for (size_t i = 1; i < law.rules->chip_count; i++)
        cr_expect_lt(strcmp(law.rules->chips[i - 1].id, law.rules->chips[i].id), 0);
    for (size_t i = 1; i < law.rules->place_count; i++)
        cr_expect_lt(strcmp(law.rules->places[i - 1].code, law.rules->places[i].code), 0);
    cr_expect_str_eq(rules_find_ruling(law.rules, "b")->id, "b");
    cr_expect_null(rules_find_ruling(law.rules, "z"));
    cr_expect_null(rules_find_chip(law.rules, "fas"));
    cr_expect_null(rules_find_place(law.rules, "cn"));
    law_close(&law);
}

Test(rules, circumstances_stand_by_name_after_the_item_facts)
{
    LAW(law,
        {.provision = {.effect = EFFECT_LICENSE_REQUIRED, ANYWHERE, .predicate = IS(FIELD_LISTED, YES)}});
    cr_assert_eq(law.rules->field_count, FIELD_END);
    cr_expect_str_eq(law.rules->fields[ITEM_FIELD_COUNT].name, "a_end_use");
    cr_expect_eq(law.rules->fields[ITEM_FIELD_COUNT].type, VALUE_TEXT);
    cr_expect_str_eq(law.rules->fields[law.rules->provisions[0]->predicate->field].name, "hr_listed");
    cr_expect_null(rules_find_field(law.rules, "unheard_of"));
    law_close(&law);
}

Test(rules, a_provision_lives_where_its_interval_meets_its_rulings)
{
    LAW(law, {.provision = {.effect = EFFECT_PROHIBIT, ANYWHERE, .in_force = {{20100101}, {20300101}}}});
    cr_expect_eq(law.rules->provisions[0]->in_force.from.ymd, 20200101);
    cr_expect_eq(law.rules->provisions[0]->in_force.until.ymd, 20300101);
    cr_expect_eq(law.rules->provisions[0]->ruling, &law.rules->rulings[0]);
    law_close(&law);
}

Test(rules, change_points_are_every_day_on_which_something_begins_or_ends)
{
    LAW(law, {.provision = {.effect = EFFECT_PROHIBIT, ANYWHERE, .in_force = {{20230101}, {20240101}}}});
    static const int days[] = {20200101, 20210101, 20220801, 20230101, 20240101, 20250101};
    cr_assert_eq(law.rules->change_point_count, sizeof days / sizeof days[0]);
    for (size_t i = 0; i < law.rules->change_point_count; i++)
        cr_expect_eq(law.rules->change_points[i].ymd, days[i]);
    law_close(&law);
}

Test(rules, provisions_stand_by_number_not_by_text)
{
    struct provision provisions[12] = {{.effect = EFFECT_GUIDANCE}};
    static const char *const ids[] = {"r#10", "r#2", "r#1", "r#11", "r#12", "r#3",
                                      "r#4",  "r#5", "r#6", "r#7",  "r#8",  "r#9"};
    for (size_t i = 0; i < 12; i++)
        provisions[i] = (struct provision){.id = ids[i], .effect = EFFECT_GUIDANCE};
    const struct ruling ruling = {
        .id = "r", .jurisdiction = "US", .title = "r", .provisions = provisions, .provision_count = 12};
    struct rules_builder *builder = rules_builder_open(1);
    cr_assert(rules_add_ruling(builder, &ruling));
    struct rules *rules = rules_compile(builder);
    rules_builder_close(builder);
    cr_expect_str_eq(rules->provisions[1]->id, "r#2");
    cr_expect_str_eq(rules->provisions[11]->id, "r#12");
    rules_release(rules);
}

Test(rules, nothing_at_all_compiles)
{
    struct rules_builder *builder = rules_builder_open(0);
    struct rules *rules = rules_compile(builder);
    rules_builder_close(builder);
    cr_assert_not_null(rules);
    cr_expect_eq(rules->verified_through.ymd, 0);
    cr_expect_null(rules_find_chip(rules, "any"));
    rules_acquire(rules);
    rules_release(rules);
    struct scratch *scratch = scratch_open(rules);
    cr_expect_not_null(scratch);
    scratch_close(scratch);
    rules_release(rules);
}

/* Whoever shares a law keeps it; what shares one that shares does not need the one between. */
Test(rules, a_shared_law_lives_as_long_as_any_of_its_versions)
{
    struct rules_builder *builder = rules_builder_open(1);
    cr_assert(rules_add_chip(builder, &(struct chip){.id = "a", .product = "a", .name = "A"}, NULL, 0));
    struct rules *first = rules_compile(builder);
    rules_builder_close(builder);
    struct rules *second = rules_share(first, 2);
    rules_release(first);
    struct rules *third = rules_share(second, 3);
    rules_release(second);
    cr_expect_eq(third->data_version, 3);
    cr_expect_str_eq(rules_find_chip(third, "a")->name, "A");
    struct scratch *scratch = scratch_open(third);
    cr_expect_not_null(scratch);
    scratch_close(scratch);
    rules_release(third);
}

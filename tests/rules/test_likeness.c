/* Places that a chip's answer cannot tell apart, and those that it can. */

#include "rules/likeness.h"
#include "tests/rules/law.h"

#define DAY 20250601

/* Whether `a` and `b` are alike for the chip `fast`; `hq` may be NULL. */
static bool alike(const struct law *law, const char *hq, const char *a, const char *b)
{
    struct question question = law_question(law, "fast", "SG", DAY);
    question.headquarters = hq ? rules_find_place(law->rules, hq) : NULL;
    struct likeness *likeness = likeness_open(law->rules, &question);
    cr_assert_not_null(likeness);
    likeness_turn_to(likeness, question.chip);
    const bool holds =
        likeness_holds(likeness, rules_find_place(law->rules, a), rules_find_place(law->rules, b));
    likeness_close(likeness);
    return holds;
}

Test(likeness, places_under_the_same_provisions_are_alike)
{
    LAW(law, {.provision = {.effect = EFFECT_LICENSE_REQUIRED, TO("group:A:5", "CN")}});
    cr_expect(alike(&law, NULL, "DE", "FR"));
    cr_expect(alike(&law, NULL, "MY", "SG"));
    cr_expect(alike(&law, NULL, "CN", "HK"), "one is treated as the other");
    cr_expect(alike(&law, NULL, "CN", "DE"), "by another token, but by the same provision");
    cr_expect_not(alike(&law, NULL, "DE", "SG"));
    law_close(&law);
}

Test(likeness, what_the_law_says_of_them_on_the_day_decides)
{
    LAW(law, {.provision = {.effect = EFFECT_PROHIBIT, TO("group:D:5"), .exclude = TOKENS("HK")}},
        {.provision = {.effect = EFFECT_PROHIBIT, TO("MY"), .in_force = {{20250602}, {0}}}});
    cr_expect(alike(&law, NULL, "CY", "SG"), "it left the group");
    cr_expect_not(alike(&law, NULL, "CN", "SG"));
    cr_expect_not(alike(&law, NULL, "CN", "HK"), "one is excluded");
    cr_expect(alike(&law, NULL, "MY", "SG"), "not yet in force");
    law_close(&law);
}

Test(likeness, provisions_that_miss_the_chip_tell_nothing_apart)
{
    LAW(law, {.provision = {.effect = EFFECT_PROHIBIT, TO("CN"), .chips = TOKENS("slow")}},
        {.provision = {.effect = EFFECT_PROHIBIT, TO("DE"), .predicate = AT_LEAST(ITEM_TPP, 9000)}},
        {.provision = {.effect = EFFECT_PROHIBIT, TO("MY"), .predicate = IS(FIELD_LISTED, YES)}});
    cr_expect(alike(&law, NULL, "CN", "SG"));
    cr_expect(alike(&law, NULL, "DE", "SG"));
    cr_expect_not(alike(&law, NULL, "MY", "SG"), "a circumstance may yet be stated");
    law_close(&law);
}

Test(likeness, a_place_with_law_of_its_own_is_like_no_other)
{
    LAW(law, {.jurisdiction = "CN", .provision = {.effect = EFFECT_PROHIBIT, TO("US")}},
        {.jurisdiction = "EU", .provision = {.effect = EFFECT_PROHIBIT, TO("US")}});
    cr_expect_not(alike(&law, NULL, "CN", "SG"), "its import side is heard");
    cr_expect(alike(&law, NULL, "DE", "FR"), "one law for both");
    cr_expect_not(alike(&law, NULL, "DE", "SG"));
    law_close(&law);
}

Test(likeness, a_place_that_nothing_is_exported_to_is_like_no_other)
{
    LAW(law, {.provision = {.effect = EFFECT_PROHIBIT, TO("CN")}});
    cr_expect_not(alike(&law, NULL, "PR", "SG"), "it is treated as the United States");
    cr_expect_not(alike(&law, NULL, "PR", "US"), "only one has an import side where law is recorded");
    law_close(&law);
}

Test(likeness, headquarters_count_only_elsewhere)
{
    LAW(law,
        {.provision = {.effect = EFFECT_PROHIBIT, ANYWHERE, .headquartered_in = TOKENS("group:D:5", "SG")}});
    cr_expect(alike(&law, NULL, "MY", "SG"));
    cr_expect(alike(&law, "CN", "MY", "SG"));
    cr_expect_not(alike(&law, "SG", "MY", "SG"));
    law_close(&law);
}

/* How far suspensions reach: which ECCN they hold back, and each other. */

#include "tests/rules/law.h"

#define DAY 20250601
#define SUSPENDS(target, ...)                                                                                \
    {                                                                                                        \
        .provision = {.effect = EFFECT_SUSPEND, .targets = TOKENS(target), .include = TOKENS(__VA_ARGS__) }  \
    }

Test(suspensions, a_suspension_for_one_eccn_holds_nothing_of_another_back)
{
    LAW(law, {.provision = {.effect = EFFECT_CLASSIFY, ANYWHERE, .eccns = TOKENS("low")}},
        {.provision = {.effect = EFFECT_LICENSE_REQUIRED, ANYWHERE}},
        {.provision = {.effect = EFFECT_SUSPEND, TO("CN"), .targets = TOKENS("b"), .eccns = TOKENS("high")}},
        {.provision = {
             .effect = EFFECT_SUSPEND, TO("SG"), .targets = TOKENS("b"), .eccns = TOKENS("high", "low")}});
    cr_expect_eq(law_ask(&law, "fast", "CN", DAY).outcome, STATUS_LICENSE_REQUIRED);
    cr_expect_eq(law_ask(&law, "fast", "SG", DAY).outcome, STATUS_NO_LICENSE_REQUIRED);
    law_close(&law);
}

static void expect_required(struct law *law, const char *destination, bool required)
{
    const struct decision decision = law_ask(law, "fast", destination, DAY);
    cr_expect_eq(decision.outcome, required ? STATUS_LICENSE_REQUIRED : STATUS_NO_LICENSE_REQUIRED, "%s",
                 destination);
}

/* a is held back by b, which is held back by c, and so on: as SUSPENSION_DEPTH says. */
Test(suspensions, three_in_a_row_are_followed_and_no_more)
{
    LAW(law, {.provision = {.effect = EFFECT_LICENSE_REQUIRED, ANYWHERE}},
        SUSPENDS("a", "CN", "SG", "DE", "MY"), SUSPENDS("b", "SG", "DE", "MY"), SUSPENDS("c", "DE", "MY"),
        SUSPENDS("d", "MY"));
    expect_required(&law, "FR", true);
    expect_required(&law, "CN", false);
    expect_required(&law, "SG", true);
    expect_required(&law, "DE", false);
    expect_required(&law, "MY", false);
    law_close(&law);
}

Test(suspensions, of_one_another_come_to_an_end)
{
    LAW(law, {.provision = {.effect = EFFECT_LICENSE_REQUIRED, ANYWHERE}}, SUSPENDS("a", "*"),
        SUSPENDS("b", "*"), SUSPENDS("c", "*"),
        {.provision = {.effect = EFFECT_SUSPEND, ANYWHERE, .targets = TOKENS("b", "d")}});
    expect_required(&law, "CN", true);
    law_close(&law);
}

/* When a question is next answered otherwise, by whatever may change its answer. */

#include "tests/rules/law.h"

#include "rules/history.h"

struct next {
    const char *from;
    const char *destination;
    int day;
    int change; /* 0: none is scheduled */
};

static struct next_change next_of(struct law *law, const struct next *row)
{
    struct question question = law_question(law, "fast", row->destination, row->day);
    question.export_from = rules_find_place(law->rules, row->from);
    const struct decision now = decide_without_caveats(law->rules, &question, law->scratch);
    return decide_next_change(law->rules, &question, &now, law->other);
}

static void expect_next(struct law *law, const struct next *rows, size_t count)
{
    for (size_t i = 0; i < count; i++)
        cr_expect_eq(next_of(law, &rows[i]).date.ymd, rows[i].change, "%s to %s on %d", rows[i].from,
                     rows[i].destination, rows[i].day);
}

#define EXPECT_NEXT(law, ...)                                                                                \
    do {                                                                                                     \
        const struct next rows[] = {__VA_ARGS__};                                                            \
        expect_next(law, rows, sizeof rows / sizeof rows[0]);                                                \
    } while (0)

Test(next_change, comes_with_what_the_destination_is_called)
{
    LAW(law, {.provision = {.effect = EFFECT_LICENSE_REQUIRED, TO("group:D:5")}});
    EXPECT_NEXT(&law, {"US", "AE", 20230101, 20240101}, {"US", "AE", 20240101, 20250101},
                {"US", "AE", 20250101, 0}, {"US", "CY", 20231231, 20240101}, {"US", "MY", 20230101, 0});
    law_close(&law);
}

Test(next_change, comes_with_what_the_place_of_export_is_called)
{
    LAW(law,
        {.provision = {.effect = EFFECT_LICENSE_REQUIRED, ANYWHERE, .export_from = TOKENS("group:D:5")}});
    EXPECT_NEXT(&law, {"AE", "MY", 20230101, 20240101}, {"AE", "MY", 20240101, 20250101},
                {"AE", "MY", 20250101, 0}, {"MY", "SG", 20230101, 0});
    law_close(&law);
}

#define FROM_2026 .in_force = {{20260101}, {0}}

Test(next_change, comes_with_what_the_destination_restricts_at_its_border)
{
    LAW(law,
        {.jurisdiction = "CN",
         .provision = {
             .effect = EFFECT_IMPORT_RESTRICTION, ANYWHERE, FROM_2026, .import_status = IMPORT_INSPECTION}});
    EXPECT_NEXT(&law, {"US", "CN", 20250101, 20260101}, {"US", "SG", 20250101, 0}, {"CN", "SG", 20250101, 0});
    law_close(&law);
}

Test(next_change, comes_with_the_destinations_own_classification)
{
    LAW(law,
        {.jurisdiction = "CN",
         .provision = {.effect = EFFECT_IMPORT_RESTRICTION,
                       ANYWHERE,
                       .eccns = TOKENS("high"),
                       .import_status = IMPORT_INSPECTION}},
        {.jurisdiction = "CN",
         .provision = {.effect = EFFECT_CLASSIFY, ANYWHERE, FROM_2026, .eccns = TOKENS("high")}});
    EXPECT_NEXT(&law, {"US", "CN", 20250101, 20260101}, {"US", "SG", 20250101, 0});
    law_close(&law);
}

Test(next_change, comes_with_the_law_of_the_place_of_export)
{
    LAW(law, {.jurisdiction = "MY", .provision = {.effect = EFFECT_LICENSE_REQUIRED, ANYWHERE, FROM_2026}});
    EXPECT_NEXT(&law, {"MY", "SG", 20250101, 20260101}, {"US", "MY", 20250101, 0}, {"US", "SG", 20250101, 0});
    law_close(&law);
}

Test(next_change, where_none_is_scheduled_says_nothing)
{
    LAW(law, {.provision = {.effect = EFFECT_LICENSE_REQUIRED, ANYWHERE}});
    const struct next_change none = next_of(&law, &(struct next){"US", "CN", 20250101, 0});
    cr_expect_eq(none.date.ymd, 0);
    cr_expect_eq(none.outcome, STATUS_UNKNOWN);
    cr_expect_eq(none.then.leg_count, 0);
    cr_expect_null(none.then.legs);
    law_close(&law);
}

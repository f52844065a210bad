/* An answer over time, what changes next, and the states of rulings. */

#include "rules/history.h"
#include "tests/rules/law.h"

#include <math.h>

struct told {
    struct interval intervals[8];
    enum status outcomes[8];
    size_t count;
    size_t stop_after; /* 0: never */
};

static bool tell(struct interval interval, const struct decision *decision, void *context)
{
    struct told *told = context;
    told->intervals[told->count] = interval;
    told->outcomes[told->count++] = decision->outcome;
    return told->count != told->stop_after;
}

static struct told walk(struct law *law, struct interval span, size_t stop_after)
{
    struct told told = {.stop_after = stop_after};
    const struct question question = law_question(law, "fast", "CN", 20250601);
    const bool finished = history_walk(law->rules, &question, span, tell, &told, law->scratch, law->other);
    cr_expect_eq(finished, stop_after == 0);
    return told;
}

#define REQUIRED_FROM_TO(from_, until_)                                                                      \
    {                                                                                                        \
        .provision = {.effect = EFFECT_LICENSE_REQUIRED, TO("CN"), .in_force = {{from_}, {until_}} }         \
    }

Test(history, intervals_follow_the_changes_and_equal_neighbours_are_one)
{
    LAW(law, REQUIRED_FROM_TO(20230101, 20240101),
        {.provision = {.effect = EFFECT_PROHIBIT, TO("SG"), .in_force = {{20230601}, {0}}}});
    const struct told told = walk(&law, (struct interval){{20220801}, {0}}, 0);
    cr_assert_eq(told.count, 3);
    cr_expect_eq(told.intervals[0].from.ymd, 20220801);
    cr_expect_eq(told.intervals[0].until.ymd, 20230101);
    cr_expect_eq(told.outcomes[1], STATUS_LICENSE_REQUIRED);
    cr_expect_eq(told.intervals[2].from.ymd, 20240101);
    cr_expect_eq(told.intervals[2].until.ymd, 0);
    law_close(&law);
}

Test(history, a_span_is_kept_and_coverage_has_an_edge)
{
    LAW(law, REQUIRED_FROM_TO(20230101, 20240101));
    const struct told part = walk(&law, (struct interval){{20230201}, {20230301}}, 0);
    cr_assert_eq(part.count, 1);
    cr_expect(part.intervals[0].from.ymd == 20230201 && part.intervals[0].until.ymd == 20230301);
    const struct told early = walk(&law, (struct interval){{0}, {20230101}}, 0);
    cr_assert_eq(early.count, 2);
    cr_expect_eq(early.outcomes[0], STATUS_UNKNOWN);
    cr_expect_eq(early.intervals[1].from.ymd, 20220801);
    cr_expect_eq(walk(&law, (struct interval){{20230301}, {20230301}}, 0).count, 0);
    law_close(&law);
}

Test(history, the_listener_may_stop)
{
    LAW(law, REQUIRED_FROM_TO(20230101, 20240101));
    cr_expect_eq(walk(&law, (struct interval){{20220801}, {0}}, 1).count, 1);
    law_close(&law);
}

static struct next_change next_after(struct law *law, int day)
{
    const struct question question = law_question(law, "fast", "CN", day);
    const struct decision now = decide_eligibility(law->rules, &question, law->scratch);
    return decide_next_change(law->rules, &question, &now, law->other);
}

Test(next_change, is_the_next_day_with_another_answer)
{
    LAW(law, REQUIRED_FROM_TO(20230101, 20240101),
        {.proposed = true,
         .provision = {.effect = EFFECT_PROHIBIT, TO("CN"), .in_force = {{0}, {20230701}}}});
    const struct next_change start = next_after(&law, 20221231);
    cr_expect_eq(start.date.ymd, 20230101);
    cr_expect_eq(start.outcome, STATUS_LICENSE_REQUIRED);
    const struct next_change end = next_after(&law, 20230101);
    cr_expect_eq(end.date.ymd, 20240101, "the end of what is only pending flips nothing");
    cr_expect_eq(end.outcome, STATUS_NO_LICENSE_REQUIRED);
    cr_expect_eq(next_after(&law, 20240101).date.ymd, 0);
    law_close(&law);
}

static struct next_change change_after(struct law *law, const struct question *question)
{
    const struct decision now = decide_eligibility(law->rules, question, law->scratch);
    return decide_next_change(law->rules, question, &now, law->other);
}

Test(next_change, headquarters_change_what_they_are_called_by)
{
    LAW(law, {.provision = {.effect = EFFECT_PROHIBIT, ANYWHERE, .headquartered_in = TOKENS("group:D:5")}});
    struct question question = law_question(&law, "fast", "SG", 20230601);
    question.headquarters = rules_find_place(law.rules, "CY");
    const struct next_change change = change_after(&law, &question);
    cr_expect_eq(change.date.ymd, 20240101);
    cr_expect_eq(change.outcome, STATUS_NO_LICENSE_REQUIRED);
    law_close(&law);
}

Test(next_change, a_suspension_counts_whoever_makes_it)
{
    LAW(law, {.provision = {.effect = EFFECT_LICENSE_REQUIRED, TO("CN")}},
        {.jurisdiction = "MY",
         .provision = {
             .effect = EFFECT_SUSPEND, ANYWHERE, .targets = TOKENS("a"), .in_force = {{20250701}, {0}}}});
    const struct question question = law_question(&law, "fast", "CN", 20250101);
    const struct next_change change = change_after(&law, &question);
    cr_expect_eq(change.date.ymd, 20250701);
    cr_expect_eq(change.outcome, STATUS_NO_LICENSE_REQUIRED);
    law_close(&law);
}

Test(next_change, law_that_is_not_heard_changes_nothing)
{
    LAW(law,
        {.jurisdiction = "MY",
         .provision = {.effect = EFFECT_PROHIBIT, ANYWHERE, .in_force = {{20250701}, {0}}}},
        {.provision = {.effect = EFFECT_GUIDANCE, ANYWHERE, .in_force = {{20250702}, {0}}}});
    struct question question = law_question(&law, "fast", "CN", 20250101);
    cr_expect_eq(change_after(&law, &question).date.ymd, 0);
    question.export_from = rules_find_place(law.rules, "MY");
    cr_expect_eq(change_after(&law, &question).date.ymd, 20250701);
    law_close(&law);
}

static enum ruling_state state_of(const struct law *law, const char *id, int day)
{
    return ruling_state(law->rules, rules_find_ruling(law->rules, id), (struct date){day});
}

Test(ruling_state, follows_the_calendar_the_standing_and_suspensions)
{
    LAW(law, REQUIRED_FROM_TO(20230101, 20250101),
        {.provision = {.effect = EFFECT_SUSPEND,
                       TO("CN"),
                       .targets = TOKENS("a"),
                       .in_force = {{20240101}, {20240701}}}},
        {.proposed = true, .provision = {.effect = EFFECT_GUIDANCE, ANYWHERE}});
    cr_expect_eq(state_of(&law, "a", 20191231), RULING_SCHEDULED);
    cr_expect_eq(state_of(&law, "a", 20221231), RULING_SCHEDULED, "its first provision begins the next day");
    cr_expect_eq(state_of(&law, "a", 20230101), RULING_IN_FORCE);
    cr_expect_eq(state_of(&law, "a", 20240101), RULING_SUSPENDED);
    cr_expect_eq(state_of(&law, "a", 20240701), RULING_IN_FORCE);
    cr_expect_eq(state_of(&law, "a", 20250101), RULING_ENDED, "with its last provision");
    cr_expect_eq(state_of(&law, "c", 20250101), RULING_PROPOSED);
    law_close(&law);
}

Test(ruling_state, words_read_back)
{
    for (unsigned i = 0; i < RULING_STATE_COUNT; i++) {
        enum ruling_state state;
        cr_expect(ruling_state_parse(ruling_state_word((enum ruling_state)i), &state) &&
                  (unsigned)state == i);
    }
    enum ruling_state state = RULING_ENDED;
    cr_expect_not(ruling_state_parse("over", &state));
    cr_expect_eq(state, RULING_ENDED);
}

static enum truth catches(struct law *law, const char *ruling, const char *chip)
{
    return ruling_catches(law->rules, rules_find_ruling(law->rules, ruling),
                          rules_find_chip(law->rules, chip), (struct date){20250601}, law->scratch);
}

Test(ruling_catches, chips_named_measured_or_classified_but_not_everybody)
{
    LAW(law, {.provision = {.effect = EFFECT_LICENSE_REQUIRED, ANYWHERE, .chips = TOKENS("slow")}},
        {.provision = {.effect = EFFECT_CLASSIFY,
                       ANYWHERE,
                       .eccns = TOKENS("3A090.a"),
                       .predicate = AT_LEAST(ITEM_TPP, 4800)}},
        {.provision = {.effect = EFFECT_LICENSE_REQUIRED, TO("CN"), .eccns = TOKENS("3A090.a")}},
        {.provision = {.effect = EFFECT_PROHIBIT, ANYWHERE}});
    cr_expect_eq(catches(&law, "a", "slow"), TRUTH_YES);
    cr_expect_eq(catches(&law, "a", "fast"), TRUTH_NO);
    cr_expect_eq(catches(&law, "b", "fast"), TRUTH_YES);
    cr_expect_eq(catches(&law, "b", "slow"), TRUTH_NO);
    cr_expect_eq(catches(&law, "b", "dark"), TRUTH_UNKNOWN);
    cr_expect_eq(catches(&law, "c", "fast"), TRUTH_YES);
    cr_expect_eq(catches(&law, "c", "slow"), TRUTH_NO);
    cr_expect_eq(catches(&law, "c", "dark"), TRUTH_UNKNOWN);
    cr_expect_eq(catches(&law, "d", "fast"), TRUTH_NO);
    law_close(&law);
}

Test(ruling_catches, a_chip_of_no_class_as_its_like)
{
    LAW(law, {.provision = {.effect = EFFECT_LICENSE_REQUIRED, ANYWHERE, .chips = TOKENS("slow")}},
        {.provision = {.effect = EFFECT_CLASSIFY,
                       ANYWHERE,
                       .eccns = TOKENS("3A090.a"),
                       .predicate = AT_LEAST(ITEM_TPP, 4800)}},
        {.provision = {.effect = EFFECT_LICENSE_REQUIRED, TO("CN"), .eccns = TOKENS("3A090.a")}});
    for (size_t i = 0; i < law.rules->ruling_count * law.rules->chip_count; i++) {
        const struct ruling *ruling = &law.rules->rulings[i / law.rules->chip_count];
        const struct chip *chip = &law.rules->chips[i % law.rules->chip_count];
        const struct chip copy = *chip;
        cr_expect_eq(ruling_catches(law.rules, ruling, &copy, (struct date){20250601}, law.scratch),
                     ruling_catches(law.rules, ruling, chip, (struct date){20250601}, law.scratch),
                     "%s and %s", ruling->id, chip->id);
    }
    law_close(&law);
}

Test(ruling_reaches, the_places_of_the_day)
{
    LAW(law, {.provision = {.effect = EFFECT_PROHIBIT, TO("group:D:5"), .exclude = TOKENS("HK")}});
    const struct ruling *ruling = rules_find_ruling(law.rules, "a");
    const struct place *cyprus = rules_find_place(law.rules, "CY"),
                       *hong_kong = rules_find_place(law.rules, "HK");
    cr_expect(ruling_reaches(ruling, cyprus, (struct date){20231231}));
    cr_expect_not(ruling_reaches(ruling, cyprus, (struct date){20240101}));
    cr_expect_not(ruling_reaches(ruling, hong_kong, (struct date){20250101}));
    law_close(&law);
}

Test(ruling_reaches, what_stands_at_a_border_stands_at_no_other)
{
    LAW(law, {.jurisdiction = "CN", .provision = {.effect = EFFECT_IMPORT_RESTRICTION, TO("CN")}},
        {.provision = {.effect = EFFECT_PROHIBIT, TO("CN")}});
    const struct place *hong_kong = rules_find_place(law.rules, "HK");
    cr_expect_not(ruling_reaches(rules_find_ruling(law.rules, "a"), hong_kong, (struct date){20250101}));
    cr_expect(ruling_reaches(rules_find_ruling(law.rules, "b"), hong_kong, (struct date){20250101}));
    law_close(&law);
}

Test(rules_list_lapsed, lists_ends_that_nobody_checked)
{
    LAW(law,
        {.verified = {20240601},
         .provision = {.effect = EFFECT_PROHIBIT, ANYWHERE, .in_force = {{0}, {20240701}}}},
        {.verified = {20240601},
         .provision = {.effect = EFFECT_GUIDANCE, ANYWHERE, .in_force = {{0}, {20240701}}}},
        {.verified = {20240601},
         .provision = {.effect = EFFECT_PROHIBIT, ANYWHERE, .in_force = {{0}, {20240501}}}});
    const struct provision *list[3] = {NULL};
    cr_expect_eq(rules_list_lapsed(law.rules, (struct date){20240630}, list), 0);
    cr_expect_eq(rules_list_lapsed(law.rules, (struct date){20240701}, list), 1);
    cr_expect_str_eq(list[0]->id, "a#1");
    cr_expect_eq(rules_list_lapsed(law.rules, (struct date){20240701}, NULL), 1, "counted alone");
    law_close(&law);
}

struct steps {
    struct step items[8];
    size_t count;
};

static void keep(const struct step *step, void *context)
{
    struct steps *steps = context;
    steps->items[steps->count++] = *step;
}

Test(steps, tell_each_test_with_its_margin)
{
    LAW(law,
        {.provision = {.effect = EFFECT_CLASSIFY,
                       ANYWHERE,
                       .eccns = TOKENS("3A090.a"),
                       .predicate = AT_LEAST(ITEM_TPP, 4800)}},
        {.provision = {.effect = EFFECT_LICENSE_REQUIRED,
                       TO("CN"),
                       .eccns = TOKENS("3A090.a"),
                       .headquartered_in = TOKENS("CN")}},
        {.provision = {.effect = EFFECT_LICENSE_REQUIRED, TO("SG"), .chips = TOKENS("slow")}},
        {.provision = {.effect = EFFECT_GUIDANCE, TO("CN")}});
    const struct question question = law_question(&law, "slow", "CN", 20250601);
    const struct decision decision = decide_eligibility(law.rules, &question, law.scratch);
    struct steps steps = {.count = 0};
    decide_steps(law.rules, &question, &decision.legs[0], keep, &steps);
    cr_assert_eq(steps.count, 4);
    cr_expect_eq(steps.items[0].kind, TEST_COMPARISON);
    cr_expect_eq(steps.items[0].result, TRUTH_NO);
    cr_expect_float_eq(steps.items[0].margin, -4000, 1e-9);
    cr_expect_eq(steps.items[1].kind, TEST_HEADQUARTERS);
    cr_expect_eq(steps.items[1].result, TRUTH_NO);
    cr_expect_eq(steps.items[2].kind, TEST_ECCN);
    cr_expect_eq(steps.items[2].result, TRUTH_NO);
    cr_expect_eq(steps.items[3].kind, TEST_CHIP);
    cr_expect_eq(steps.items[3].result, TRUTH_YES, "what asks nothing holds");
    cr_expect(isnan(steps.items[3].margin));
    law_close(&law);
}

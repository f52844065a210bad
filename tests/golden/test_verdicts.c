/* Quick verdicts against the decision, over the whole data set. */

#include "tests/golden/bundle.h"
#include "tests/golden/sampling.h"

#include "rules/verdicts.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

static struct bundle bundle;
static struct rules *rules;
static struct scratch *scratch;
static struct verdicts *verdicts;

static void open_rules(void)
{
    bundle = bundle_load();
    rules = bundle_compile(&bundle, NULL, NULL, 0);
    scratch = scratch_open(rules);
    verdicts = verdicts_open(rules, NULL);
    cr_assert(scratch && verdicts);
}

static const struct place *any_place(struct random *random)
{
    return &rules->places[random_below(random, rules->place_count)];
}

static void close_rules(void)
{
    verdicts_close(verdicts);
    scratch_close(scratch);
    rules_release(rules);
    bundle_done(&bundle);
}

TestSuite(quick_verdicts, .init = open_rules, .fini = close_rules, .timeout = 600);

static bool same_text(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

static bool lapse_counts_among(const struct provision_list *lapsed)
{
    size_t count = 0;
    for (size_t i = 0; i < lapsed->count; i++)
        count += lapse_counts(lapsed->items[i]);
    return count > 0;
}

/* Caveats stand beside the answer. */
static void compare(const struct question *question)
{
    const struct ruled *ruled = verdicts_find(verdicts, question);
    const struct decision decision = decide_without_caveats(rules, question, scratch);
    const struct verdict wanted = verdict_of(&decision), *found = &ruled->verdict;
    require(found->outcome == wanted.outcome && found->possible == wanted.possible &&
                found->policy == wanted.policy && found->eccn_uncertain == wanted.eccn_uncertain &&
                same_text(found->eccn, wanted.eccn) && same_text(found->exception, wanted.exception) &&
                found->import_status == wanted.import_status &&
                found->import_possible == wanted.import_possible,
            "the verdict is the decision's", question);
    require(ruled->deciding == verdict_deciding(&decision), "it rests on the same", question);
    require(ruled->before_coverage == decision.before_coverage && ruled->projected == decision.projected &&
                ruled->lapsed == lapse_counts_among(&decision.lapsed_unverified) &&
                ruled->pending == (decision.pending.count > 0),
            "it is as current", question);
    require(verdicts_at(verdicts, ruled->id) == ruled, "its id leads to it", question);
}

/* The day before each change point, the day itself and the one after. */
Test(quick_verdicts, every_chip_and_place_around_every_change)
{
    struct random random = {.state = 77};
    for (size_t i = 0; i < 3 * rules->change_point_count; i++) {
        if (random_below(&random, 100) >= sample_percent())
            continue;
        struct question question = {.export_from = rules_find_place(rules, "US"),
                                    .date = date_add_days(rules->change_points[i / 3], (int)(i % 3) - 1)};
        for (size_t j = 0; j < rules->chip_count * rules->place_count; j++) {
            question.chip = &rules->chips[j / rules->place_count];
            question.destination = &rules->places[j % rules->place_count];
            compare(&question);
        }
    }
    cr_expect_lt(verdicts_count(verdicts), 10000, "few answers are distinct");
}

Test(quick_verdicts, every_chip_and_place_with_headquarters_and_exported_from_anywhere)
{
    struct random random = {.state = 78};
    for (size_t i = 0; i < rules->change_point_count; i++) {
        if (random_below(&random, 100) >= sample_percent())
            continue;
        const int days = (int)random_below(&random, 3) - 1;
        struct question question = {.date = date_add_days(rules->change_points[i], days)};
        for (size_t j = 0; j < rules->chip_count * rules->place_count; j++) {
            question.chip = &rules->chips[j / rules->place_count];
            question.destination = &rules->places[j % rules->place_count];
            question.headquarters = any_place(&random);
            question.export_from =
                random_below(&random, 2) ? rules_find_place(rules, "US") : any_place(&random);
            compare(&question);
        }
    }
}

/* Also chips that are not recorded, and what is stated. */
Test(quick_verdicts, whatever_is_asked)
{
    struct random random = {.state = 4090};
    struct value *circumstances = calloc(rules->field_count, sizeof *circumstances);
    cr_assert_not_null(circumstances);
    for (size_t i = 0; i < sample_size(100000); i++) {
        const struct chip chip = random_chip(&random, rules);
        const bool stated = random_below(&random, 8) == 0, hypothetical = random_below(&random, 8) == 0;
        if (stated)
            random_circumstances(&random, rules, circumstances);
        const struct question question = {
            .chip = hypothetical ? &chip : rules_find_chip(rules, chip.id),
            .destination = any_place(&random),
            .headquarters = random_below(&random, 2) ? any_place(&random) : NULL,
            .export_from = random_below(&random, 2) ? rules_find_place(rules, "US") : any_place(&random),
            .date = random_day(&random, rules),
            .circumstances = stated ? circumstances : NULL,
        };
        compare(&question);
    }
    free(circumstances);
}

#define STATED_SETS 16

/* Those of the opening, and now and then others or none. */
Test(quick_verdicts, whatever_is_stated_of_the_whole_file)
{
    struct random random = {.state = 2049};
    struct value *circumstances = calloc(rules->field_count, sizeof *circumstances);
    struct value *others = calloc(rules->field_count, sizeof *others);
    cr_assert(circumstances && others);
    for (size_t i = 0; i < STATED_SETS; i++) {
        random_circumstances(&random, rules, circumstances);
        random_circumstances(&random, rules, others);
        verdicts_close(verdicts);
        verdicts = verdicts_open(rules, circumstances);
        cr_assert_not_null(verdicts);
        for (size_t j = 0; j < sample_size(200000); j++) {
            const unsigned kind = random_below(&random, 20);
            const struct question question = {
                .chip = &rules->chips[random_below(&random, rules->chip_count)],
                .destination = any_place(&random),
                .headquarters = random_below(&random, 2) ? any_place(&random) : NULL,
                .export_from = random_below(&random, 4) ? rules_find_place(rules, "US") : any_place(&random),
                .date = random_day(&random, rules),
                .circumstances = kind == 0   ? NULL
                                 : kind == 1 ? others
                                             : circumstances,
            };
            compare(&question);
        }
    }
    free(circumstances);
    free(others);
}

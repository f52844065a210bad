/* The next change against a plain walk that decides on every later change point, over the whole data set. */

#include "tests/golden/bundle.h"
#include "tests/golden/sampling.h"

#include <criterion/criterion.h>
#include <stdlib.h>

static struct bundle bundle;
static struct rules *rules;
static struct scratch *first, *second, *third;

static void open_rules(void)
{
    bundle = bundle_load();
    rules = bundle_compile(&bundle, NULL, NULL, 0);
    first = scratch_open(rules);
    second = scratch_open(rules);
    third = scratch_open(rules);
    cr_assert(first && second && third);
}

static void close_rules(void)
{
    scratch_close(first);
    scratch_close(second);
    scratch_close(third);
    rules_release(rules);
    bundle_done(&bundle);
}

TestSuite(next_changes, .init = open_rules, .fini = close_rules, .timeout = 600);

static struct next_change walk(const struct question *question, const struct decision *now)
{
    struct question later = *question;
    for (size_t i = 0; i < rules->change_point_count; i++) {
        later.date = rules->change_points[i];
        if (later.date.ymd <= question->date.ymd)
            continue;
        const struct decision then = decide_without_caveats(rules, &later, third);
        if (!decision_equal(now, &then))
            return (struct next_change){.date = later.date, .outcome = then.outcome};
    }
    return (struct next_change){.date = {0}, .outcome = STATUS_UNKNOWN};
}

static bool compare(const struct question *question)
{
    const struct decision now = decide_without_caveats(rules, question, first);
    const struct next_change wanted = walk(question, &now);
    const struct next_change found = decide_next_change(rules, question, &now, second);
    require(found.date.ymd == wanted.date.ymd && found.outcome == wanted.outcome,
            "the next change is the plain walk's", question);
    return wanted.date.ymd != 0;
}

static const struct place *any_place(struct random *random)
{
    return &rules->places[random_below(random, rules->place_count)];
}

Test(next_changes, are_those_of_a_plain_walk)
{
    struct random random = {.state = 3090};
    struct value *circumstances = calloc(rules->field_count, sizeof *circumstances);
    cr_assert_not_null(circumstances);
    const size_t count = sample_size(100000);
    size_t changing = 0;
    for (size_t i = 0; i < count; i++) {
        const struct chip chip = random_chip(&random, rules);
        random_circumstances(&random, rules, circumstances);
        const struct question question = {
            .chip = random_below(&random, 4) ? rules_find_chip(rules, chip.id) : &chip,
            .destination = any_place(&random),
            .headquarters = random_below(&random, 2) ? any_place(&random) : NULL,
            .export_from = random_below(&random, 2) ? rules_find_place(rules, "US") : any_place(&random),
            .date = random_day(&random, rules),
            .circumstances = random_below(&random, 3) ? NULL : circumstances,
        };
        changing += compare(&question);
    }
    cr_expect(changing > count / 4 && changing < count, "some answers change and some do not");
    free(circumstances);
}

/* One day in each year, so that years of changes lie ahead. */
Test(next_changes, every_chip_to_every_place)
{
    const size_t pairs = rules->chip_count * rules->place_count;
    const size_t step = pairs / sample_size(pairs);
    for (size_t i = 0; i < pairs; i += step) {
        const struct question question = {
            .chip = &rules->chips[i / rules->place_count],
            .destination = &rules->places[i % rules->place_count],
            .export_from = rules_find_place(rules, "US"),
            .date = {20220601 + 10000 * (int)(i % 5)},
        };
        (void)compare(&question);
    }
}

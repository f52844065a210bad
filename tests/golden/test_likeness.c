/* Tables decide once for all places that are alike: over the whole data set their decisions must be the same.
 */

#include "tests/golden/bundle.h"
#include "tests/golden/sampling.h"

#include "rules/likeness.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

static struct bundle bundle;
static struct rules *rules;
static struct scratch *first, *second;
static struct value *stated; /* circumstances */

static void open_rules(void)
{
    bundle = bundle_load();
    rules = bundle_compile(&bundle, NULL, NULL, 0);
    first = scratch_open(rules);
    second = scratch_open(rules);
    stated = calloc(rules->field_count, sizeof *stated);
    cr_assert(first && second && stated);
}

static void close_rules(void)
{
    free(stated);
    scratch_close(first);
    scratch_close(second);
    rules_release(rules);
    bundle_done(&bundle);
}

TestSuite(likeness_of_places, .init = open_rules, .fini = close_rules);

static const struct place *any_place(struct random *random)
{
    return &rules->places[random_below(random, rules->place_count)];
}

/* On any day, with and without headquarters and circumstances, from anywhere. */
static struct question any_question(struct random *random)
{
    random_circumstances(random, rules, stated);
    return (struct question){
        .chip = &rules->chips[random_below(random, rules->chip_count)],
        .headquarters = random_below(random, 2) ? any_place(random) : NULL,
        .export_from = random_below(random, 2) ? rules_find_place(rules, "US") : any_place(random),
        .date = random_day(random, rules),
        .circumstances = random_below(random, 2) ? stated : NULL,
    };
}

/* Where no law of a place is recorded, its import leg is called by its code. */
static bool same_but_for_the_code(const struct decision *a, const struct place *place_a,
                                  const struct decision *b, const struct place *place_b)
{
    struct leg legs[DECISION_LEGS_MAX];
    memcpy(legs, a->legs, a->leg_count * sizeof *legs);
    struct leg *last = &legs[a->leg_count - 1];
    if (last->jurisdiction == place_a->code)
        last->jurisdiction = place_b->code;
    struct decision renamed = *a;
    renamed.legs = legs;
    return decision_equal(&renamed, b);
}

static const struct place *first_alike(const struct likeness *likeness, const struct place *place)
{
    const struct place *like = rules->places;
    while (!likeness_holds(likeness, like, place))
        like++;
    return like;
}

/* Every place against the first that is like it; returns how many are not like any before them. */
static size_t compare_all(struct question *question)
{
    struct likeness *likeness = likeness_open(rules, question);
    cr_assert_not_null(likeness);
    likeness_turn_to(likeness, question->chip);
    size_t classes = 0;
    for (size_t i = 0; i < rules->place_count; i++) {
        const struct place *place = &rules->places[i], *like = first_alike(likeness, place);
        classes += like == place;
        question->destination = like;
        const struct decision expected = decide_without_caveats(rules, question, first);
        question->destination = place;
        const struct decision decision = decide_without_caveats(rules, question, second);
        require(same_but_for_the_code(&expected, like, &decision, place), "places alike are decided alike",
                question);
    }
    likeness_close(likeness);
    return classes;
}

Test(likeness_of_places, alike_means_decided_alike)
{
    struct random random = {.state = 20250409};
    const size_t count = sample_size(6000);
    size_t classes = 0;
    for (size_t i = 0; i < count; i++) {
        struct question question = any_question(&random);
        classes += compare_all(&question);
    }
    cr_expect_lt(classes, count * rules->place_count / 8, "so few that it is worth it");
}

Test(likeness_of_places, every_chip_at_every_change)
{
    struct random random = {.state = 11};
    for (size_t i = 0; i < rules->change_point_count; i++) {
        if (random_below(&random, 100) >= sample_percent())
            continue;
        struct question question = {.chip = &rules->chips[i % rules->chip_count],
                                    .export_from = rules_find_place(rules, "US"),
                                    .date = rules->change_points[i]};
        for (size_t j = i % 4; j < rules->chip_count; j += 4) {
            question.chip = &rules->chips[j];
            (void)compare_all(&question);
        }
    }
}

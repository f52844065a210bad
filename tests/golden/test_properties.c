/* What must hold of every decision over the whole data set.
 *
 * "Never more permissive" is meant in the strongest sense: what was possible with a fact known stays possible
 * without it. So a status that is certain without the fact is the one that held with it, and where it is
 * `unknown`, the one that held is among `possible`. A single precision of `peak_tops` is not such a fact: TPP
 * is the maximum over those that are published. */

#include "tests/golden/bundle.h"
#include "tests/golden/sampling.h"

#include "rules/history.h"
#include "rules/metrics.h"

#include <criterion/criterion.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

static struct bundle bundle;
static struct rules *rules;
static struct scratch *first, *second, *third;
static const struct place **likenesses; /* of each place */

static void open_rules(void);

static void close_rules(void)
{
    free(likenesses);
    scratch_close(first);
    scratch_close(second);
    scratch_close(third);
    rules_release(rules);
    bundle_done(&bundle);
}

TestSuite(properties, .init = open_rules, .fini = close_rules);

static bool lists(const struct tokens *tokens, const char *token)
{
    for (size_t i = 0; i < tokens->count; i++) {
        if (strcmp(tokens->items[i], token) == 0)
            return true;
    }
    return false;
}

/* Some provision or jurisdiction means the place by its code. */
static bool is_named(const struct place *place)
{
    for (size_t i = 0; i < rules->ruling_count; i++) {
        if (strcmp(rules->rulings[i].jurisdiction, place->code) == 0)
            return true;
    }
    for (size_t i = 0; i < rules->provision_count; i++) {
        const struct provision *provision = rules->provisions[i];
        if (lists(&provision->include, place->code) || lists(&provision->exclude, place->code) ||
            lists(&provision->headquartered_in, place->code) || lists(&provision->export_from, place->code))
            return true;
    }
    return false;
}

static bool same_memberships(const struct place *a, const struct place *b)
{
    if (a->membership_count != b->membership_count)
        return false;
    for (size_t i = 0; i < a->membership_count; i++) {
        const struct membership *one = &a->memberships[i], *other = &b->memberships[i];
        if (strcmp(one->token, other->token) != 0 || one->held.from.ymd != other->held.from.ymd ||
            one->held.until.ymd != other->held.until.ymd)
            return false;
    }
    return true;
}

static const struct place *find_likeness(const struct place *place)
{
    const struct place *like = rules->places;
    if (is_named(place))
        return place;
    while (is_named(like) || !same_memberships(like, place))
        like++;
    return like;
}

static void open_rules(void)
{
    bundle = bundle_load();
    rules = bundle_compile(&bundle, NULL, NULL, 0);
    first = scratch_open(rules);
    second = scratch_open(rules);
    third = scratch_open(rules);
    likenesses = calloc(rules->place_count, sizeof *likenesses);
    cr_assert(first && second && third && likenesses);
    for (size_t i = 0; i < rules->place_count; i++)
        likenesses[i] = find_likeness(&rules->places[i]);
}

/* The first place that no provision can tell from this one. */
static const struct place *likeness_of(const struct place *place)
{
    return likenesses[place - rules->places];
}

/* The days of an interval that are asked of each pair: every change point, the day before and after, and a
 * few seeded ones. */
struct walk {
    struct question question;
    struct random random;
    struct date expected; /* the next interval begins here */
    size_t intervals;
};

static void ask(struct walk *walk, struct interval interval, struct date day, const struct decision *expected)
{
    if (!interval_covers(interval, day))
        return;
    walk->question.date = day;
    const struct decision decision = decide_without_caveats(rules, &walk->question, third);
    require(decision_equal(&decision, expected), "history says what a decision on the day says",
            &walk->question);
}

static bool check_interval(struct interval interval, const struct decision *decision, void *context)
{
    struct walk *walk = context;
    walk->question.date = interval.from;
    require(interval.from.ymd == walk->expected.ymd, "intervals follow each other without a gap",
            &walk->question);
    walk->expected = interval.until;
    walk->intervals++;
    for (size_t i = 0; i < rules->change_point_count; i++) {
        const struct date point = rules->change_points[i];
        ask(walk, interval, date_add_days(point, -1), decision);
        ask(walk, interval, point, decision);
        ask(walk, interval, date_add_days(point, 1), decision);
    }
    for (unsigned i = 0; i < 2; i++)
        ask(walk, interval, random_day(&walk->random, rules), decision);
    if (interval.until.ymd == 0)
        return true;
    walk->question.date = interval.until;
    const struct decision after = decide_without_caveats(rules, &walk->question, third);
    require(!decision_equal(&after, decision), "neighbouring intervals differ", &walk->question);
    return true;
}

Test(properties, history_equals_the_decisions)
{
    const struct interval span = {.from = {20220725}};
    struct random random = {.state = 20260924};
    for (size_t i = 0; i < rules->place_count; i++) {
        const struct place *place = &rules->places[i];
        for (size_t j = 0; likeness_of(place) == place && j < rules->chip_count; j++) {
            if (random_below(&random, 100) >= sample_percent())
                continue;
            struct walk walk = {.expected = span.from, .random = {.state = 1 + i * 1000 + j}};
            walk.question = (struct question){
                .chip = &rules->chips[j], .destination = place, .export_from = rules_find_place(rules, "US")};
            struct question question = walk.question;
            cr_assert(history_walk(rules, &question, span, check_interval, &walk, first, second));
            require(walk.expected.ymd == 0 && walk.intervals >= 2, "the history is whole", &walk.question);
        }
    }
}

/* With the import leg called by the other place's code, all must be the same. */
static bool same_but_for_the_place(const struct decision *a, const struct decision *b, const char *code)
{
    struct leg legs[DECISION_LEGS_MAX];
    memcpy(legs, a->legs, a->leg_count * sizeof *legs);
    if (legs[a->leg_count - 1].side == SIDE_IMPORT && strlen(legs[a->leg_count - 1].jurisdiction) == 2 &&
        strcmp(legs[a->leg_count - 1].jurisdiction, "EU") != 0)
        legs[a->leg_count - 1].jurisdiction = code;
    struct decision renamed = *a;
    renamed.legs = legs;
    return decision_equal(&renamed, b);
}

Test(properties, places_that_no_provision_tells_apart_are_decided_alike)
{
    struct random random = {.state = 7};
    for (size_t i = 0; i < sample_size(300000); i++) {
        const struct place *place = &rules->places[random_below(&random, rules->place_count)];
        const struct place *like = likeness_of(place);
        struct question question = {.chip = &rules->chips[random_below(&random, rules->chip_count)],
                                    .destination = like,
                                    .export_from = rules_find_place(rules, "US"),
                                    .date = random_day(&random, rules)};
        const struct decision expected = decide_without_caveats(rules, &question, first);
        question.destination = place;
        const struct decision decision = decide_without_caveats(rules, &question, second);
        require(same_but_for_the_place(&expected, &decision, place->code), "the code alone changes nothing",
                &question);
    }
}

enum { ERASE_FACTS = ITEM_FIELD_COUNT, ERASE_SPECIFICATION = 8 };

/* Takes away one metric, or one number or word of the specification that metrics are computed from. */
static void erase(struct chip *chip, unsigned what)
{
    struct specification *specification = &chip->specification;
    if (what < ERASE_FACTS) {
        chip->facts[what] = (struct value){.type = VALUE_UNKNOWN};
        return;
    }
    double *const numbers[] = {&specification->die_area_mm2, &specification->package_count,
                               &specification->memory_bandwidth_gb_s, &specification->interconnect_gb_s};
    const char **const texts[] = {&specification->segment, &specification->kind, &specification->vendor};
    const unsigned input = what - ERASE_FACTS;
    if (input < 4)
        *numbers[input] = (double)NAN;
    else if (input < 7)
        *texts[input - 4] = NULL;
    for (unsigned i = 0; input == 7 && i < PRECISION_COUNT; i++)
        specification->peak_tops[i] = (double)NAN;
    metrics_derive(chip);
}

static bool allows_all(const struct decision *more, const struct decision *less)
{
    if ((more->possible & less->possible) != less->possible || more->leg_count != less->leg_count)
        return false;
    for (size_t i = 0; i < less->leg_count; i++) {
        if ((more->legs[i].possible & less->legs[i].possible) != less->legs[i].possible ||
            (more->legs[i].import_possible & less->legs[i].import_possible) != less->legs[i].import_possible)
            return false;
    }
    return true;
}

Test(properties, a_missing_fact_never_permits_more)
{
    struct random random = {.state = 99};
    const size_t rounds = sample_size(300);
    for (size_t i = 0; i < rules->chip_count; i++) {
        for (size_t j = 0; j < (ERASE_FACTS + ERASE_SPECIFICATION) * rounds; j++) {
            struct chip chip = rules->chips[i];
            struct question question = {.chip = &rules->chips[i],
                                        .destination =
                                            &rules->places[random_below(&random, rules->place_count)],
                                        .export_from = rules_find_place(rules, "US"),
                                        .date = random_day(&random, rules)};
            const struct decision known = decide_without_caveats(rules, &question, first);
            erase(&chip, (unsigned)(j % (ERASE_FACTS + ERASE_SPECIFICATION)));
            question.chip = &chip;
            const struct decision erased = decide_without_caveats(rules, &question, second);
            require(allows_all(&erased, &known), "a missing fact leaves possible what was", &question);
            require(erased.outcome == known.outcome || erased.outcome == STATUS_UNKNOWN ||
                        known.outcome == STATUS_UNKNOWN,
                    "a missing fact makes no other status certain", &question);
        }
    }
}

/* Two versions of the data that must decide alike. */
struct pair {
    struct rules *a;
    struct rules *b;
    struct scratch *scratch_a;
    struct scratch *scratch_b;
};

static struct question random_question(struct random *random, const struct rules *of)
{
    return (struct question){
        .chip = &of->chips[random_below(random, of->chip_count)],
        .destination = &of->places[random_below(random, of->place_count)],
        .headquarters = random_below(random, 2) ? &of->places[random_below(random, of->place_count)] : NULL,
        .export_from = random_below(random, 2) ? rules_find_place(of, "US")
                                               : &of->places[random_below(random, of->place_count)],
        .date = random_day(random, of),
    };
}

static struct question same_question(const struct question *question, const struct rules *of)
{
    struct question same = *question;
    same.chip = rules_find_chip(of, question->chip->id);
    same.destination = rules_find_place(of, question->destination->code);
    same.headquarters = question->headquarters ? rules_find_place(of, question->headquarters->code) : NULL;
    same.export_from = rules_find_place(of, question->export_from->code);
    return same;
}

static bool same_caveats(const struct decision *a, const struct decision *b)
{
    if (a->caveat_count != b->caveat_count)
        return false;
    for (size_t i = 0; i < a->caveat_count; i++) {
        if (strcmp(a->caveats[i]->name, b->caveats[i]->name) != 0)
            return false;
    }
    return true;
}

static void compare(struct pair *pair, struct random *random, size_t count, const char *claim)
{
    pair->scratch_a = scratch_open(pair->a);
    pair->scratch_b = scratch_open(pair->b);
    for (size_t i = 0; i < count; i++) {
        const struct question question = random_question(random, pair->a);
        const struct question same = same_question(&question, pair->b);
        const struct decision a = decide_eligibility(pair->a, &question, pair->scratch_a);
        const struct decision b = decide_eligibility(pair->b, &same, pair->scratch_b);
        require(decision_equal(&a, &b) && same_caveats(&a, &b), claim, &question);
    }
    scratch_close(pair->scratch_a);
    scratch_close(pair->scratch_b);
    rules_release(pair->a);
    rules_release(pair->b);
}

static bool is_ruling(const char *kind, const json_t *document, const char *id)
{
    return strcmp(kind, "ruling") == 0 && strcmp(json_string_value(json_object_get(document, "id")), id) == 0;
}

static bool empty_ruling(const char *kind, json_t *document, void *id)
{
    if (is_ruling(kind, document, id))
        (void)json_array_clear(json_object_get(document, "provisions"));
    return true;
}

/* A ruling of the same jurisdiction that suspends the other everywhere. */
static json_t *suspension_of(const json_t *ruling)
{
    return json_pack("{s:s, s:O, s:s, s:s, s:s, s:[{s:s, s:s, s:{s:[s], s:[], s:[]}, s:[O]}]}", "id",
                     "test-suspension", "jurisdiction", json_object_get(ruling, "jurisdiction"), "standing",
                     "operative", "title", "test", "verified_through", "9999-12-31", "provisions", "id",
                     "test-suspension#1", "effect", "suspend", "destinations", "include", "*", "exclude",
                     "headquartered_in", "targets", json_object_get(ruling, "id"));
}

Test(properties, a_suspended_ruling_has_no_effect)
{
    struct random random = {.state = 5};
    const size_t count = json_array_size(bundle.rulings);
    for (size_t i = 0; i < count; i++) {
        json_t *ruling = json_array_get(bundle.rulings, i);
        if (strcmp(json_string_value(json_object_get(ruling, "standing")), "operative") != 0)
            continue;
        char id[128];
        (void)strncpy(id, json_string_value(json_object_get(ruling, "id")), sizeof id - 1);
        id[sizeof id - 1] = '\0';
        struct bundle more = {.chips = bundle.chips, .destinations = bundle.destinations};
        more.rulings = json_copy(bundle.rulings);
        (void)json_array_append_new(more.rulings, suspension_of(ruling));
        struct pair pair = {.a = bundle_compile(&more, NULL, NULL, 0),
                            .b = bundle_compile(&more, empty_ruling, id, 0)};
        compare(&pair, &random, sample_size(2000), id);
        json_decref(more.rulings);
    }
}

Test(properties, nothing_depends_on_the_order_of_rows)
{
    struct random random = {.state = 11};
    for (unsigned seed = 1; seed <= 4; seed++) {
        struct pair pair = {.a = bundle_compile(&bundle, NULL, NULL, 0),
                            .b = bundle_compile(&bundle, NULL, NULL, seed)};
        compare(&pair, &random, sample_size(40000), "the order of rows changes nothing");
    }
}

static bool is_caveat(const struct decision *decision, const struct field *field)
{
    for (size_t i = 0; i < decision->caveat_count; i++) {
        if (decision->caveats[i] == field)
            return true;
    }
    return false;
}

static bool same_answer(const struct decision *a, const struct decision *b)
{
    if (a->outcome != b->outcome || a->possible != b->possible || a->leg_count != b->leg_count)
        return false;
    for (size_t i = 0; i < a->leg_count; i++) {
        if (a->legs[i].possible != b->legs[i].possible || a->legs[i].policy != b->legs[i].policy ||
            a->legs[i].import_possible != b->legs[i].import_possible)
            return false;
    }
    return true;
}

Test(properties, what_is_no_caveat_changes_nothing_when_stated)
{
    struct random random = {.state = 3};
    struct value *stated = calloc(rules->field_count, sizeof *stated);
    cr_assert_not_null(stated);
    for (size_t i = 0; i < sample_size(60000); i++) {
        struct question question = random_question(&random, rules);
        const struct decision unstated = decide_eligibility(rules, &question, first);
        question.circumstances = stated;
        for (unsigned field = ITEM_FIELD_COUNT; field < rules->field_count; field++) {
            if (rules->fields[field].type != VALUE_BOOLEAN || is_caveat(&unstated, &rules->fields[field]))
                continue;
            stated[field] = (struct value){.type = VALUE_BOOLEAN, .boolean = true};
            const struct decision decision = decide_without_caveats(rules, &question, second);
            require(same_answer(&unstated, &decision), rules->fields[field].name, &question);
            stated[field] = (struct value){.type = VALUE_UNKNOWN};
        }
    }
    free(stated);
}

/* A copy belongs to no class, so that each provision is judged from its facts. */
Test(properties, rulings_catch_whom_their_provisions_catch)
{
    static const int days[] = {20221231, 20231117, 20250120, 20250601, 20260630};
    for (size_t i = 0; i < rules->ruling_count * rules->chip_count; i++) {
        const struct ruling *ruling = &rules->rulings[i / rules->chip_count];
        const struct chip *chip = &rules->chips[i % rules->chip_count];
        const struct chip copy = *chip;
        for (size_t k = 0; k < sizeof days / sizeof days[0]; k++)
            cr_expect_eq(ruling_catches(rules, ruling, chip, (struct date){days[k]}, first),
                         ruling_catches(rules, ruling, &copy, (struct date){days[k]}, first),
                         "%s and %s on %d", ruling->id, chip->id, days[k]);
    }
}

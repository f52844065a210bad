/* What must hold of law as it might have been, and of hypothetical chips, over the whole data set. */

#include "tests/golden/bundle.h"
#include "tests/golden/bundled.h"
#include "tests/golden/sampling.h"

#include "api/supposed.h"
#include "db/load.h"
#include "rules/build.h"
#include "rules/decide.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

/* Two versions of the law. */
struct law {
    struct rules *rules;
    struct scratch *scratch;
};

static struct bundled bundled;
static struct bundle bundle;
static struct law recorded;

static struct law open_law(struct rules *rules)
{
    cr_assert_not_null(rules);
    return (struct law){rules, scratch_open(rules)};
}

static void close_law(struct law *law)
{
    scratch_close(law->scratch);
    rules_release(law->rules);
}

static void open_all(void)
{
    bundled = bundled_open();
    bundle = bundle_load();
    recorded = open_law(rules_load(bundled.store, 1));
}

static void close_all(void)
{
    close_law(&recorded);
    bundle_done(&bundle);
    bundled_close(&bundled);
}

TestSuite(assumed, .init = open_all, .fini = close_all, .timeout = 600);

static struct question random_question(struct random *random)
{
    const struct rules *of = recorded.rules;
    return (struct question){
        .chip = &of->chips[random_below(random, of->chip_count)],
        .destination = &of->places[random_below(random, of->place_count)],
        .headquarters = random_below(random, 2) ? &of->places[random_below(random, of->place_count)] : NULL,
        .export_from = random_below(random, 2) ? rules_find_place(of, "US")
                                               : &of->places[random_below(random, of->place_count)],
        .date = random_day(random, of),
    };
}

/* The same question under other law. */
static struct question under(const struct law *law, const struct question *question)
{
    const struct place *hq = question->headquarters;
    struct question same = *question;
    same.chip = rules_find_chip(law->rules, question->chip->id);
    same.destination = rules_find_place(law->rules, question->destination->code);
    same.headquarters = hq ? rules_find_place(law->rules, hq->code) : NULL;
    same.export_from = rules_find_place(law->rules, question->export_from->code);
    return same;
}

Test(assumed, without_any_ruling_nothing_needs_a_license)
{
    json_t *without = json_array();
    for (size_t i = 0; i < recorded.rules->ruling_count; i++)
        json_array_append_new(without, json_string(recorded.rules->rulings[i].id));
    struct law none = open_law(rules_load_assuming(bundled.store, 1, &(struct assumption){without, NULL}));
    struct random random = {.state = 12};
    cr_expect_eq(none.rules->provision_count, 0);
    for (size_t i = 0; i < sample_size(50000); i++) {
        const struct question question = random_question(&random);
        const struct question same = under(&none, &question);
        const struct decision decision = decide_eligibility(none.rules, &same, none.scratch);
        const bool covered = question.date.ymd >= COVERAGE_FROM.ymd;
        require(decision.outcome == (covered ? STATUS_NO_LICENSE_REQUIRED : STATUS_UNKNOWN),
                "without law nothing is required", &question);
        require(decision.caveat_count == 0 && decision.pending.count == 0, "nor does anything matter",
                &question);
    }
    close_law(&none);
    json_decref(without);
}

static bool is_targeted(const struct ruling *ruling)
{
    for (size_t i = 0; i < recorded.rules->provision_count; i++) {
        const struct tokens *targets = &recorded.rules->provisions[i]->targets;
        for (size_t k = 0; k < targets->count; k++) {
            if (strncmp(targets->items[k], ruling->id, strlen(ruling->id)) == 0)
                return true;
        }
    }
    return false;
}

/* The ruling under another id, its provisions with it. */
static json_t *copy_under(const json_t *ruling, const char *id)
{
    json_t *copy = json_deep_copy(ruling);
    size_t i;
    json_t *provision;
    json_object_set_new(copy, "id", json_string(id));
    json_array_foreach(json_object_get(copy, "provisions"), i, provision)
    {
        const char *number = strchr(json_string_value(json_object_get(provision, "id")), '#');
        char renamed[128];
        snprintf(renamed, sizeof renamed, "%s%s", id, number);
        json_object_set_new(provision, "id", json_string(renamed));
    }
    return copy;
}

static bool same_text(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

/* But for what it rests on, and what is missing: where two provisions say the same, neither alone makes a
 * difference. */
static bool same_leg(const struct leg *a, const struct leg *b)
{
    const bool exception = !a->exception == !b->exception &&
                           (!a->exception || same_text(a->exception->exception, b->exception->exception));
    return a->status == b->status && a->possible == b->possible && a->policy == b->policy &&
           a->import_status == b->import_status && a->import_possible == b->import_possible &&
           same_text(a->eccn, b->eccn) && a->eccn_uncertain == b->eccn_uncertain && exception;
}

static bool same_answer(const struct decision *a, const struct decision *b)
{
    bool same = a->outcome == b->outcome && a->possible == b->possible && a->leg_count == b->leg_count;
    for (size_t i = 0; same && i < a->leg_count; i++)
        same = same_leg(&a->legs[i], &b->legs[i]);
    return same;
}

/* Law that is said twice says no more. What a suspension targets is not said twice: its copy is not
 * suspended. */
Test(assumed, a_ruling_laid_over_itself_changes_no_answer)
{
    struct random random = {.state = 77};
    size_t tried = 0;
    for (size_t i = 0; i < json_array_size(bundle.rulings); i++) {
        const json_t *ruling = json_array_get(bundle.rulings, i);
        const char *id = json_string_value(json_object_get(ruling, "id"));
        const struct ruling *of = rules_find_ruling(recorded.rules, id);
        if (of->standing != STANDING_OPERATIVE || is_targeted(of))
            continue;
        json_t *with = json_pack("[o]", copy_under(ruling, i % 2 ? "a-copy" : "zz-copy"));
        struct law twice = open_law(rules_load_assuming(bundled.store, 1, &(struct assumption){NULL, with}));
        for (size_t k = 0; k < sample_size(1000); k++) {
            const struct question question = random_question(&random);
            const struct question same = under(&twice, &question);
            const struct decision once = decide_eligibility(recorded.rules, &question, recorded.scratch);
            const struct decision more = decide_eligibility(twice.rules, &same, twice.scratch);
            require(same_answer(&once, &more), id, &question);
        }
        close_law(&twice);
        json_decref(with);
        tried++;
    }
    cr_expect_gt(tried, 20);
}

/* Replaced by itself, a ruling changes nothing at all. */
Test(assumed, a_ruling_instead_of_itself_changes_nothing)
{
    struct random random = {.state = 78};
    struct law same_law =
        open_law(rules_load_assuming(bundled.store, 1, &(struct assumption){NULL, bundle.rulings}));
    for (size_t i = 0; i < sample_size(50000); i++) {
        const struct question question = random_question(&random);
        const struct question same = under(&same_law, &question);
        const struct decision a = decide_eligibility(recorded.rules, &question, recorded.scratch);
        const struct decision b = decide_eligibility(same_law.rules, &same, same_law.scratch);
        require(decision_equal(&a, &b), "law instead of itself", &question);
    }
    close_law(&same_law);
}

static bool is_named(const struct chip *chip)
{
    for (size_t i = 0; i < recorded.rules->provision_count; i++) {
        const struct tokens *chips = &recorded.rules->provisions[i]->chips;
        for (size_t k = 0; k < chips->count; k++) {
            if (strcmp(chips->items[k], chip->id) == 0 || strcmp(chips->items[k], chip->product) == 0)
                return true;
        }
    }
    return false;
}

/* The numbers of a chip, as a client would send them. */
static json_t *specification_of(const char *id)
{
    static const char *const members[] = {"vendor",       "kind",
                                          "segment",      "peak_tops",
                                          "memory",       "memory_bandwidth_density",
                                          "interconnect", "process_node_nm",
                                          "die_area_mm2", "package_count"};
    json_t *specification = json_object();
    for (size_t i = 0; i < json_array_size(bundle.chips); i++) {
        const json_t *chip = json_array_get(bundle.chips, i);
        if (strcmp(json_string_value(json_object_get(chip, "id")), id) != 0)
            continue;
        for (size_t k = 0; k < sizeof members / sizeof members[0]; k++) {
            json_t *member = json_object_get(chip, members[k]);
            if (member)
                json_object_set(specification, members[k], member);
        }
    }
    return specification;
}

static void expect_alike(struct law *second, const struct chip *chip, const json_t *specification,
                         struct random *random)
{
    struct reply reply;
    struct supposed supposed;
    const struct context context = {.rules = recorded.rules};
    reply_init(&reply, NULL);
    cr_assert_eq(supposed_read(&context, specification, "", &supposed, &reply), PROBLEM_NONE);
    for (size_t i = 0; i < sample_size(400); i++) {
        struct question question = random_question(random);
        question.chip = chip;
        const struct decision known = decide_eligibility(recorded.rules, &question, recorded.scratch);
        question.chip = &supposed.chip;
        const struct decision alike = decide_eligibility(recorded.rules, &question, second->scratch);
        require(decision_equal(&known, &alike), chip->id, &question);
    }
    reply_done(&reply);
}

Test(assumed, a_hypothetical_chip_is_decided_like_a_recorded_one_of_its_numbers)
{
    struct random random = {.state = 5};
    struct law second = {NULL, scratch_open(recorded.rules)};
    size_t tried = 0;
    for (size_t i = 0; i < recorded.rules->chip_count; i++) {
        const struct chip *chip = &recorded.rules->chips[i];
        if (is_named(chip))
            continue;
        json_t *numbers = specification_of(chip->id);
        json_t *like = json_pack("{s:s}", "like", chip->id);
        expect_alike(&second, chip, numbers, &random);
        expect_alike(&second, chip, like, &random);
        json_decref(numbers);
        json_decref(like);
        tried++;
    }
    cr_expect_gt(tried, 50);
    scratch_close(second.scratch);
}

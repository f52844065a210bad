/* Two decisions written apart must agree: the one that the program uses, and the plain one beside this file.
 */

#include "tests/golden/bundle.h"
#include "tests/golden/naive_decide.h"
#include "tests/golden/sampling.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

static bool is_single(unsigned set)
{
    return set != 0 && (set & (set - 1)) == 0;
}

static enum policy expected_policy(const struct naive_leg *naive)
{
    if (!is_single(naive->possible) || !is_single(naive->policies))
        return POLICY_NONE;
    unsigned policy = 0;
    while (!(naive->policies >> policy & 1))
        policy++;
    return (enum policy)policy;
}

static bool has_eccn(const struct naive_leg *naive, const char *eccn)
{
    for (size_t i = 0; i < naive->eccn_count; i++) {
        if (naive->eccns[i] == eccn || (eccn && naive->eccns[i] && strcmp(naive->eccns[i], eccn) == 0))
            return true;
    }
    return false;
}

static bool is_listed(const struct provision_list *list, const struct provision *provision)
{
    for (size_t i = 0; i < list->count; i++) {
        if (list->items[i] == provision)
            return true;
    }
    return false;
}

/* With no doubt at all, the same provisions; else at least those that decide in every world. */
static void compare_because(const struct question *question, const struct leg *leg,
                            const struct naive_leg *naive)
{
    for (size_t i = 0; i < naive->because_count; i++)
        require(is_listed(&leg->because, naive->because[i]), "because lists what decides in every world",
                question);
    if (naive->uncertain_count == 0)
        require(leg->because.count == naive->because_count, "because lists nothing else", question);
}

static void compare_leg(const struct question *question, const struct leg *leg, const struct naive_leg *naive)
{
    require(leg->side == naive->side && strcmp(leg->jurisdiction, naive->jurisdiction) == 0 &&
                leg->domestic == naive->domestic,
            "the legs are the same", question);
    require(leg->possible == naive->possible, "the statuses possible of a leg are the same", question);
    require(leg->import_possible == naive->import_possible, "the import statuses possible are the same",
            question);
    compare_because(question, leg, naive);
    if (leg->side == SIDE_IMPORT || leg->domestic)
        return;
    require(leg->policy == expected_policy(naive), "the policy is the same", question);
    require(has_eccn(naive, leg->eccn) && leg->eccn_uncertain == (naive->eccn_count > 1),
            "the ECCN is the same", question);
    if (leg->possible == 1u << STATUS_LICENSE_EXCEPTION_AVAILABLE && naive->uncertain_count == 0)
        require(leg->exception == naive->exception, "the exception is the same", question);
    const bool in_doubt = !is_single(naive->possible) || !is_single(naive->policies);
    require(!in_doubt || leg->missing.count > 0, "what is missing is said", question);
}

/* False when the plain decision has too many worlds to try. */
static bool compare(const struct rules *rules, const struct question *question, struct scratch *scratch)
{
    const struct naive_decision naive = naive_decide(rules, question);
    if (!naive.feasible)
        return false;
    const struct decision decision = decide_eligibility(rules, question, scratch);
    require(decision.outcome == naive.outcome, "the outcome is the same", question);
    if (decision.before_coverage)
        return true;
    require(decision.possible == naive.possible, "the statuses possible are the same", question);
    require(decision.leg_count == naive.leg_count, "there are as many legs", question);
    for (size_t i = 0; i < naive.leg_count; i++)
        compare_leg(question, &decision.legs[i], &naive.legs[i]);
    return true;
}

static const struct place *random_place(struct random *random, const struct rules *rules)
{
    return &rules->places[random_below(random, rules->place_count)];
}

Test(naive, agrees_with_the_decision)
{
    struct bundle bundle = bundle_load();
    struct rules *rules = bundle_compile(&bundle, NULL, NULL, 0);
    struct scratch *scratch = scratch_open(rules);
    struct value *circumstances = calloc(rules->field_count, sizeof *circumstances);
    cr_assert(scratch && circumstances);
    struct random random = {.state = 1942};
    size_t compared = 0;
    const size_t count = sample_size(150000);
    for (size_t i = 0; i < count; i++) {
        const struct chip chip = random_chip(&random, rules);
        random_circumstances(&random, rules, circumstances);
        const bool exact = random_below(&random, 4) == 0;
        const struct question question = {
            .chip = exact ? rules_find_chip(rules, chip.id) : &chip,
            .destination = random_place(&random, rules),
            .headquarters = random_below(&random, 2) ? random_place(&random, rules) : NULL,
            .export_from =
                random_below(&random, 3) ? rules_find_place(rules, "US") : random_place(&random, rules),
            .date = random_day(&random, rules),
            .circumstances = random_below(&random, 2) ? circumstances : NULL,
        };
        compared += compare(rules, &question, scratch);
    }
    cr_expect(compared * 10 > count * 9, "only %zu of %zu questions could be compared", compared, count);
    free(circumstances);
    scratch_close(scratch);
    rules_release(rules);
    bundle_done(&bundle);
}

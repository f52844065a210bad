/* Predicates: what passes the check is loaded, evaluates as a second evaluation in a few lines says, and what
 * is known of some facts is not contradicted by more of them. */
#include "tests/fuzz/judge.h"
#include "tests/fuzz/target.h"

#include "db/predicate.h"
#include "rules/predicate.h"

#include <stdlib.h>
#include <string.h>

#define FIELDS_MAX (ITEM_FIELD_COUNT + PREDICATE_COMPARISONS_MAX + 1)

static enum truth compare(const struct predicate *comparison, const struct value *value)
{
    bool among = false;
    if (value->type == VALUE_UNKNOWN)
        return TRUTH_UNKNOWN;
    for (unsigned i = 0; i < comparison->value_count; i++)
        among = among || value_equal(value, &comparison->values[i]);
    if (comparison->comparison == COMPARE_EQUAL || comparison->comparison == COMPARE_IN)
        return among ? TRUTH_YES : TRUTH_NO;
    if (comparison->comparison == COMPARE_NOT_EQUAL)
        return among ? TRUTH_NO : TRUTH_YES;
    if (value->type != VALUE_NUMBER || comparison->values[0].type != VALUE_NUMBER)
        return TRUTH_NO;
    const double a = value->number, b = comparison->values[0].number;
    const bool less = comparison->comparison == COMPARE_LESS || comparison->comparison == COMPARE_AT_MOST;
    const bool equal =
        comparison->comparison == COMPARE_AT_LEAST || comparison->comparison == COMPARE_AT_MOST;
    return (less && a < b) || (!less && a > b) || (equal && among) ? TRUTH_YES : TRUTH_NO;
}

/* Kleene: conjunction is the least of no < unknown < yes, disjunction the most. */
static int rank(enum truth truth)
{
    return truth == TRUTH_NO ? -1 : truth == TRUTH_YES ? 1 : 0;
}

static int evaluate(const struct predicate *predicate, const struct value *values)
{
    if (predicate->kind == PREDICATE_COMPARE)
        return rank(compare(predicate, &values[predicate->field]));
    const bool all = predicate->kind == PREDICATE_ALL;
    int result = all ? 1 : -1;
    for (unsigned i = 0; i < predicate->child_count; i++) {
        const int child = evaluate(&predicate->children[i], values);
        result = (all && child < result) || (!all && child > result) ? child : result;
    }
    return result;
}

/* A value that the comparison may meet: one of its own, or beside it. */
static void choose_values(const struct predicate *predicate, struct value *values, struct choices *choices)
{
    if (predicate->kind == PREDICATE_COMPARE) {
        MUST(predicate->field < FIELDS_MAX, "field %u", predicate->field);
        struct value *value = &values[predicate->field];
        const size_t choice = choices_take(choices, 4);
        *value = predicate->values[choices_take(choices, predicate->value_count)];
        if (value->type == VALUE_NUMBER && choice == 1)
            value->number -= 1;
        else if (value->type == VALUE_BOOLEAN && choice == 1)
            value->boolean = !value->boolean;
        else if (value->type == VALUE_TEXT && choice == 1)
            value->text = "another";
    }
    for (unsigned i = 0; i < predicate->child_count; i++)
        choose_values(&predicate->children[i], values, choices);
}

static unsigned found;

static void count_field(unsigned field, void *context)
{
    const struct value *values = context;
    MUST(values[field].type == VALUE_UNKNOWN, "field %u is known", field);
    found++;
}

static void judge_evaluation(const struct predicate *predicate, struct choices *choices)
{
    struct value all[FIELDS_MAX], some[FIELDS_MAX];
    memset(all, 0, sizeof all);
    choose_values(predicate, all, choices);
    for (size_t i = 0; i < FIELDS_MAX; i++)
        some[i] = i < 64 && choices_take(choices, 2) ? (struct value){.type = VALUE_UNKNOWN} : all[i];
    const struct known less = {some, some, true}, more = {all, all, true};
    const enum truth first = predicate_evaluate(predicate, &less),
                     second = predicate_evaluate(predicate, &more);
    MUST(rank(first) == evaluate(predicate, some) && rank(second) == evaluate(predicate, all),
         "evaluates otherwise than by definition");
    MUST(first == TRUTH_UNKNOWN || first == second, "more facts contradict fewer");
    MUST(second != TRUTH_UNKNOWN, "all is known");
    found = 0;
    predicate_each_unknown(predicate, &less, count_field, some);
    MUST((found > 0) == (first == TRUTH_UNKNOWN), "%u facts would settle it", found);
}

static void judge_loaded(const json_t *json, struct choices *choices)
{
    struct rules_builder *builder = rules_builder_open(1);
    struct predicate *one = predicate_load(builder, json), *two = predicate_load(builder, json);
    MUST(one && two, "what passed the check is loaded");
    MUST(predicate_order(one, two) == 0, "it equals itself");
    judge_evaluation(one, choices);
    predicate_free(one);
    predicate_free(two);
    rules_builder_close(builder);
}

void target_predicate(const uint8_t *data, size_t size)
{
    /* The choices stand behind a zero byte. */
    const uint8_t *zero = size ? memchr(data, 0, size) : NULL;
    const size_t length = zero ? (size_t)(zero - data) : size;
    struct choices choices = {data + length, size - length};
    struct faults faults = {0};
    json_t *json = json_loadb((const char *)data, length, JSON_REJECT_DUPLICATES, NULL);
    if (!json)
        return;
    predicate_check(json, "", &faults);
    const bool good = faults.total == 0;
    for (size_t i = 0; i < faults.count; i++)
        MUST(judge_points(json, faults.items[i].pointer), "%s leads nowhere", faults.items[i].pointer);
    faults_done(&faults);
    if (good)
        judge_loaded(json, &choices);
    json_decref(json);
}

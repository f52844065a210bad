/* Decides what was not asked before, and finds the rest. */

#include "rules/verdicts.h"

#include "rules/verdicts_decide.h"

#include <stdlib.h>

static size_t usual_count(const struct verdicts *verdicts)
{
    return verdicts->pairs * verdicts->classes.segment_count;
}

struct verdicts *verdicts_open(const struct rules *rules)
{
    struct verdicts *verdicts = calloc(1, sizeof *verdicts);
    if (!verdicts)
        return NULL;
    verdicts->rules = rules;
    verdicts->usual_from = rules_find_place(rules, ITEM_JURISDICTION);
    verdicts->scratch = scratch_open(rules);
    verdicts->remembered = calloc(REMEMBERED_MAX, sizeof *verdicts->remembered);
    bool opened =
        question_classes_init(&verdicts->classes, rules) && verdicts->scratch && verdicts->remembered;
    verdicts->chips = rules->chips;
    verdicts->chip_count = rules->chip_count;
    verdicts->chip_classes = rules->compiled->chip_class_numbers;
    verdicts->pairs = rules->compiled->chip_class_count * verdicts->classes.place_count;
    if (opened && usual_count(verdicts) * sizeof *verdicts->usual <= VERDICTS_USUAL_BYTES) {
        verdicts->usual = calloc(usual_count(verdicts) + 1, sizeof *verdicts->usual);
        opened = verdicts->usual != NULL;
    }
    if (opened)
        return verdicts;
    verdicts_close(verdicts);
    return NULL;
}

void verdicts_close(struct verdicts *verdicts)
{
    if (!verdicts)
        return;
    scratch_close(verdicts->scratch);
    answers_done(&verdicts->answers);
    question_classes_done(&verdicts->classes);
    free(verdicts->usual);
    free(verdicts->remembered);
    free(verdicts);
}

const struct ruled *verdicts_find(struct verdicts *verdicts, const struct question *question)
{
    const struct question_classes *classes = &verdicts->classes;
    const size_t chip = ((uintptr_t)question->chip - (uintptr_t)verdicts->chips) / sizeof *verdicts->chips;
    if (question->circumstances || chip >= verdicts->chip_count)
        return verdicts_decide(verdicts, question);
    const size_t row = verdicts->chip_classes[chip];
    if (row == CHIP_UNCLASSED)
        return verdicts_decide(verdicts, question);
    const uint32_t day = segment_place(question->date);
    if (!verdicts->usual || question->export_from != verdicts->usual_from || question->headquarters ||
        day >= SEGMENT_DAYS)
        return verdicts_recall(verdicts, question);
    uint16_t *slot = &verdicts->usual[classes->segments[day] * verdicts->pairs + row * classes->place_count +
                                      place_class(classes, question->destination)];
    return *slot != 0 ? answers_at(&verdicts->answers, *slot - 1u)
                      : verdicts_decide_usual(verdicts, question, slot);
}

const struct ruled *verdicts_at(const struct verdicts *verdicts, unsigned id)
{
    return answers_at(&verdicts->answers, id);
}

unsigned verdicts_count(const struct verdicts *verdicts)
{
    return verdicts->answers.count;
}

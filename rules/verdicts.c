/* Decides what was not asked before, and finds the rest. */

#include "rules/verdicts.h"

#include "rules/verdicts_decide.h"

#include <stdlib.h>

/* Fewer settings than this are no help. */
#define SETTINGS_FEWEST 64u

static size_t at_most(size_t size, size_t most)
{
    return size < most ? size : most;
}

/* Chips that no provision tells apart share a row; what is stated may tell them apart. */
static bool make_rows(struct verdicts *verdicts)
{
    const struct rules *rules = verdicts->rules;
    verdicts->rows = rules->compiled->chip_class_numbers;
    verdicts->row_count = rules->compiled->chip_class_count;
    if (!verdicts->stated)
        return true;
    verdicts->own_rows = malloc((rules->chip_count + 1) * sizeof *verdicts->own_rows);
    if (!verdicts->own_rows)
        return false;
    for (size_t i = 0; i < rules->chip_count; i++)
        verdicts->own_rows[i] = CHIP_UNCLASSED;
    verdicts->rows = verdicts->own_rows;
    verdicts->row_count = at_most(rules->chip_count, CHIP_ROWS_MAX);
    return true;
}

/* The first plane, and the first recipients: none. */
static bool begin_planes(struct verdicts *verdicts)
{
    const struct compiled *compiled = verdicts->rules->compiled;
    unsigned none;
    verdicts->recipient_keys.key_size = compiled->shape.words * sizeof(uint64_t);
    verdicts->recipient_keys.most = RECIPIENTS_MAX;
    verdicts->plane_count = 1;
    if (verdicts->usual_from)
        verdicts->plane_numbers[place_class(&verdicts->classes, verdicts->usual_from) * RECIPIENTS_MAX] = 1;
    return intern_key(&verdicts->recipient_keys, compiled->no_headquarters, &none);
}

/* None where they would be too large. False when memory is short. */
static bool make_tables(struct verdicts *verdicts)
{
    const struct question_classes *classes = &verdicts->classes;
    const size_t plane_size = classes->segment_count * classes->place_count;
    const size_t most = VERDICTS_TABLE_BYTES / ((verdicts->row_count + 1) * sizeof *verdicts->told);
    const size_t planes = VERDICTS_TABLE_BYTES / ((plane_size + 1) * sizeof *verdicts->planes);
    if (!settings_init(&verdicts->settings, verdicts->rules, at_most(most, UINT16_MAX - SETTING_FIRST)))
        return false;
    if (planes == 0 || verdicts->settings.keys.most < SETTINGS_FEWEST)
        return true;
    verdicts->plane_size = plane_size;
    verdicts->plane_room = (unsigned)at_most(planes, PLANES_MAX);
    verdicts->planes = calloc(verdicts->plane_room * plane_size + 1, sizeof *verdicts->planes);
    verdicts->told = calloc((verdicts->settings.keys.most + SETTING_FIRST) * verdicts->row_count + 1,
                            sizeof *verdicts->told);
    verdicts->plane_numbers = calloc(RECIPIENTS_MAX, classes->place_count + 1);
    verdicts->recipients = calloc(plane_size + 1, 1);
    return verdicts->planes && verdicts->told && verdicts->plane_numbers && verdicts->recipients &&
           begin_planes(verdicts);
}

struct verdicts *verdicts_open(const struct rules *rules, const struct value *circumstances)
{
    struct verdicts *verdicts = calloc(1, sizeof *verdicts);
    if (!verdicts)
        return NULL;
    verdicts->rules = rules;
    verdicts->stated = circumstances;
    verdicts->usual_from = rules_find_place(rules, ITEM_JURISDICTION);
    verdicts->scratch = scratch_open(rules);
    verdicts->remembered = calloc(REMEMBERED_MAX, sizeof *verdicts->remembered);
    verdicts->chips = rules->chips;
    verdicts->chips_size = rules->chip_count * sizeof *rules->chips;
    if (question_classes_init(&verdicts->classes, rules) && verdicts->scratch && verdicts->remembered &&
        make_rows(verdicts) && make_tables(verdicts))
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
    settings_done(&verdicts->settings);
    intern_done(&verdicts->recipient_keys);
    free(verdicts->planes);
    free(verdicts->told);
    free(verdicts->own_rows);
    free(verdicts->plane_numbers);
    free(verdicts->recipients);
    free(verdicts->remembered);
    free(verdicts);
}

const struct ruled *verdicts_find(struct verdicts *verdicts, const struct question *question)
{
    const struct question_classes *classes = &verdicts->classes;
    const uintptr_t distance = (uintptr_t)question->chip - (uintptr_t)verdicts->chips;
    const uint32_t day = segment_place(question->date);
    if (question->circumstances != verdicts->stated || distance >= verdicts->chips_size)
        return verdicts_decide(verdicts, question);
    /* Nothing is called before it is found, so that nothing need be saved. */
    if (question->headquarters || question->export_from != verdicts->usual_from || !verdicts->planes ||
        day >= SEGMENT_DAYS)
        return verdicts_find_elsewhere(verdicts, question);
    const size_t cell = classes->segment_rows[day] + place_class(classes, question->destination);
    const size_t row = verdicts->rows[question->chip - verdicts->chips];
    const size_t at = verdicts->planes[cell] * verdicts->row_count + row;
    if (row == CHIP_UNCLASSED || verdicts->told[at] == 0)
        return verdicts_decide_in(verdicts, question, verdicts->planes);
    return &verdicts->answers.blocks[0][verdicts->told[at] - 1];
}

const struct ruled *verdicts_at(const struct verdicts *verdicts, unsigned id)
{
    return answers_at(&verdicts->answers, id);
}

unsigned verdicts_count(const struct verdicts *verdicts)
{
    return verdicts->answers.count;
}

/* Sorts days and places once, so that a question is sorted by a few look-ups. */

#include "rules/question_classes.h"

#include <stdlib.h>
#include <string.h>

/* One for each change point that has come, and one for the end of what was verified. */
unsigned question_classes_search(const struct question_classes *classes, struct date day)
{
    const struct rules *rules = classes->rules;
    size_t low = 0, high = rules->change_point_count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (rules->change_points[middle].ymd <= day.ymd)
            low = middle + 1;
        else
            high = middle;
    }
    const bool projected = rules->verified_through.ymd != 0 && day.ymd > rules->verified_through.ymd;
    return ((unsigned)low + projected) * classes->place_count;
}

/* Memory in between, for what is no day, is never touched. */
static void number_days(struct question_classes *classes)
{
    for (int32_t year = 0; year < SEGMENT_YEARS; year++) {
        for (int32_t day = 101; day <= 1231; day++) {
            const struct date date = {SEGMENT_FIRST + year * 10000 + day};
            classes->segment_rows[year * 10000 + day] = question_classes_search(classes, date);
        }
    }
    classes->segment_count = classes->rules->change_point_count + 2;
}

/* Called the same at all times. A place whose own code some law uses is like no other: it may be governed by
 * it. */
static bool same_place(const struct compiled_place *a, const struct compiled_place *b)
{
    if (a->code != b->code || a->span_count != b->span_count)
        return false;
    for (size_t i = 0; i < a->span_count; i++) {
        if (a->spans[i].from.ymd != b->spans[i].from.ymd || a->spans[i].calling != b->spans[i].calling)
            return false;
    }
    return true;
}

/* `firsts` has room for the first place of each class. */
static void sort_places(struct question_classes *classes, size_t *firsts)
{
    const struct compiled_place *places = classes->rules->compiled->places;
    for (size_t i = 0; i < classes->rules->place_count; i++) {
        unsigned class = 0;
        while (class < classes->place_count && !same_place(&places[firsts[class]], &places[i]))
            class ++;
        if (class == classes->place_count)
            firsts[classes->place_count++] = i;
        classes->places[i] = class;
    }
}

bool question_classes_init(struct question_classes *classes, const struct rules *rules)
{
    size_t *firsts = calloc(rules->place_count + 1, sizeof *firsts);
    memset(classes, 0, sizeof *classes);
    classes->rules = rules;
    classes->places = calloc(rules->place_count + 1, sizeof *classes->places);
    classes->segment_rows = calloc(SEGMENT_DAYS, sizeof *classes->segment_rows);
    const bool sorted = firsts && classes->places && classes->segment_rows;
    if (sorted) {
        sort_places(classes, firsts);
        number_days(classes);
    }
    free(firsts);
    return sorted;
}

void question_classes_done(struct question_classes *classes)
{
    free(classes->places);
    free(classes->segment_rows);
}

#pragma once
/* Questions sorted by what the decision reads of them: days between which nothing changes are one segment,
 * places of which the same holds at all times one class, and chips of which the same is settled another. */

#include "rules/compiled.h"
#include "rules/decide.h"

/* Days of these years are found by their number, others by a search. */
#define SEGMENT_YEARS 24
#define SEGMENT_DAYS (SEGMENT_YEARS * 12 * 31)

struct question_classes {
    const struct rules *rules;
    unsigned segments[SEGMENT_DAYS]; /* from the year of COVERAGE_FROM; months of 31 days */
    size_t segment_count;
    unsigned *places; /* the class of each */
    unsigned place_count;
};

/* False when memory is short. */
bool question_classes_init(struct question_classes *classes, const struct rules *rules);
void question_classes_done(struct question_classes *classes);
/* Beyond the days that have numbers. */
unsigned question_classes_search(const struct rules *rules, struct date day);

static inline unsigned segment_of(const struct question_classes *classes, struct date day)
{
    const int32_t year = day.ymd / 10000 - COVERAGE_FROM.ymd / 10000;
    const int32_t of_year = day.ymd % 10000;
    if (year < 0 || year >= SEGMENT_YEARS)
        return question_classes_search(classes->rules, day);
    return classes->segments[(year * 12 + of_year / 100 - 1) * 31 + of_year % 100 - 1];
}

static inline unsigned place_class(const struct question_classes *classes, const struct place *place)
{
    return classes->places[place - classes->rules->places];
}

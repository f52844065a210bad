#pragma once
/* Questions sorted by what the decision reads of them: days between which nothing changes are one segment,
 * places of which the same holds at all times one class, and chips of which the same is settled another. */

#include "rules/compiled.h"
#include "rules/decide.h"

/* Days of these years are found by their number, others by a search. */
#define SEGMENT_FIRST (COVERAGE_FROM.ymd / 10000 * 10000)
#define SEGMENT_YEARS 12
#define SEGMENT_DAYS (SEGMENT_YEARS * 10000) /* a year is 10,000 numbers */

struct question_classes {
    const struct rules *rules;
    /* Of the days from SEGMENT_FIRST on, by their distance as numbers: the segment times place_count, where
     * its row begins in a table by segment and place. */
    unsigned *segment_rows;
    size_t segment_count;
    unsigned *places; /* the class of each */
    unsigned place_count;
};

/* False when memory is short. */
bool question_classes_init(struct question_classes *classes, const struct rules *rules);
void question_classes_done(struct question_classes *classes);
/* The segment's row, also of days beyond those that have numbers. */
unsigned question_classes_search(const struct question_classes *classes, struct date day);

/* Where its segment_row stands; SEGMENT_DAYS or more: nowhere. */
static inline uint32_t segment_place(struct date day)
{
    return (uint32_t)day.ymd - (uint32_t)SEGMENT_FIRST;
}

static inline unsigned segment_row(const struct question_classes *classes, struct date day)
{
    const uint32_t at = segment_place(day);
    return at < SEGMENT_DAYS ? classes->segment_rows[at] : question_classes_search(classes, day);
}

static inline unsigned place_class(const struct question_classes *classes, const struct place *place)
{
    return classes->places[place - classes->rules->places];
}

/* Seeded random questions. */

#include "tests/golden/sampling.h"

#include <criterion/criterion.h>
#include <stdlib.h>

unsigned sample_percent(void)
{
    const char *text = getenv("NAVICERT_TEST_SAMPLE");
    const long percent = text ? strtol(text, NULL, 10) : 100;
    cr_assert(percent >= 1 && percent <= 100, "NAVICERT_TEST_SAMPLE is a per cent from 1 to 100");
    return (unsigned)percent;
}

size_t sample_size(size_t full)
{
    const size_t size = full * sample_percent() / 100;
    return size > 0 ? size : 1;
}

/* xorshift64*: the same questions on every machine. */
static uint64_t next(struct random *random)
{
    random->state ^= random->state >> 12;
    random->state ^= random->state << 25;
    random->state ^= random->state >> 27;
    return random->state * UINT64_C(2685821657736338717);
}

uint32_t random_below(struct random *random, size_t limit)
{
    return (uint32_t)((next(random) >> 33) % limit);
}

struct date random_day(struct random *random, const struct rules *rules)
{
    const struct date point = rules->change_points[random_below(random, rules->change_point_count)];
    switch (random_below(random, 4)) {
    case 0:
        return date_add_days(point, -1);
    case 1:
        return point;
    case 2:
        return date_add_days(point, 1);
    default:
        return date_add_days((struct date){20220701}, (int)random_below(random, 2200));
    }
}

struct finding {
    unsigned field;
    struct random *random;
    struct value value;
    uint32_t seen;
};

/* Each value met has the same chance to be the one kept. */
static void find_values(struct finding *finding, const struct predicate *predicate)
{
    if (!predicate)
        return;
    for (unsigned i = 0; i < predicate->child_count; i++)
        find_values(finding, &predicate->children[i]);
    for (unsigned i = 0; predicate->field == finding->field && i < predicate->value_count; i++) {
        if (random_below(finding->random, ++finding->seen) == 0)
            finding->value = predicate->values[i];
    }
}

void random_circumstances(struct random *random, const struct rules *rules, struct value *values)
{
    for (unsigned field = 0; field < rules->field_count; field++) {
        values[field] = (struct value){.type = VALUE_UNKNOWN};
        if (field < ITEM_FIELD_COUNT || random_below(random, 4) != 0)
            continue;
        struct finding finding = {.field = field, .random = random};
        for (size_t i = 0; i < rules->provision_count; i++)
            find_values(&finding, rules->provisions[i]->predicate);
        values[field] = finding.value;
        if (finding.value.type == VALUE_BOOLEAN)
            values[field].boolean = random_below(random, 2) == 0;
    }
}

struct chip random_chip(struct random *random, const struct rules *rules)
{
    struct chip chip = rules->chips[random_below(random, rules->chip_count)];
    if (random_below(random, 2) == 0)
        return chip;
    for (unsigned i = 0; i < ITEM_FIELD_COUNT; i++) {
        if (random_below(random, 3) == 0)
            chip.facts[i] = (struct value){.type = VALUE_UNKNOWN};
    }
    return chip;
}

void require(bool holds, const char *claim, const struct question *question)
{
    if (holds)
        return;
    char day[DATE_TEXT_SIZE];
    date_format(question->date, day);
    cr_assert_fail("%s: not for %s from %s to %s (hq %s) on %s", claim,
                   question->chip->id ? question->chip->id : "a hypothetical chip",
                   question->export_from->code, question->destination->code,
                   question->headquarters ? question->headquarters->code : "not stated", day);
}

/* Finding one's way in what is compiled. */

#include "rules/compiled.h"

#include <stdint.h>

const struct chip_class *compiled_chip_class(const struct rules *rules, const struct chip *chip)
{
    const uintptr_t at = (uintptr_t)chip, first = (uintptr_t)rules->chips;
    if (at < first || at >= (uintptr_t)(rules->chips + rules->chip_count))
        return NULL;
    const unsigned number = rules->compiled->chip_class_numbers[chip - rules->chips];
    return number == CHIP_UNCLASSED ? NULL : &rules->compiled->chip_classes[number];
}

const struct calling *compiled_calling(const struct rules *rules, const struct place *place, struct date day)
{
    const struct compiled_place *compiled = &rules->compiled->places[place - rules->places];
    size_t last = compiled->span_count - 1;
    while (compiled->spans[last].from.ymd > day.ymd)
        last--;
    return compiled->spans[last].calling;
}

const struct era *compiled_era(const struct compiled *compiled, struct date day)
{
    size_t low = 0, high = compiled->era_count;
    while (high - low > 1) {
        const size_t middle = low + (high - low) / 2;
        if (compiled->eras[middle].from.ymd <= day.ymd)
            low = middle;
        else
            high = middle;
    }
    return &compiled->eras[low];
}

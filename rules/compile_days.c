/* The days on which answers can change. */

#include "rules/compile.h"

#include <stdlib.h>

struct days {
    struct date *items;
    size_t count;
};

static void add_day(struct days *days, struct date day)
{
    if (day.ymd != 0)
        days->items[days->count++] = day;
}

static void add_ends(struct days *days, struct interval interval)
{
    add_day(days, interval.from);
    add_day(days, interval.until);
}

static int by_day(const void *a, const void *b)
{
    const struct date *first = a, *second = b;
    return (first->ymd > second->ymd) - (first->ymd < second->ymd);
}

static void collect(const struct rules *rules, struct days *days)
{
    add_day(days, COVERAGE_FROM);
    for (size_t i = 0; i < rules->ruling_count; i++) {
        add_ends(days, rules->rulings[i].in_force);
        add_day(days, rules->rulings[i].announced);
    }
    for (size_t i = 0; i < rules->provision_count; i++)
        add_ends(days, rules->provisions[i]->in_force);
    for (size_t i = 0; i < rules->place_count; i++) {
        for (size_t j = 0; j < rules->places[i].membership_count; j++)
            add_ends(days, rules->places[i].memberships[j].held);
    }
}

bool compile_change_points(struct rules_owner *owner)
{
    struct rules *rules = &owner->rules;
    size_t most = 1 + 3 * rules->ruling_count + 2 * rules->provision_count;
    for (size_t i = 0; i < rules->place_count; i++)
        most += 2 * rules->places[i].membership_count;
    struct days days = {.items = arena_allocate(&owner->compiled.arena, most, sizeof *days.items)};
    if (!days.items)
        return false;
    collect(rules, &days);
    qsort(days.items, days.count, sizeof *days.items, by_day);
    size_t unique = 0;
    for (size_t i = 0; i < days.count; i++) {
        if (unique == 0 || days.items[unique - 1].ymd != days.items[i].ymd)
            days.items[unique++] = days.items[i];
    }
    rules->change_points = days.items;
    rules->change_point_count = unique;
    return true;
}

/* The sorted catalogues of compiled rules: fields, chips, rulings with their provisions, places. */

#include "rules/compile.h"
#include "rules/copy.h"

#include <stdlib.h>
#include <string.h>

static int chips_by_id(const void *a, const void *b)
{
    const struct added_chip *const *first = a, *const *second = b;
    return strcmp((*first)->chip.id, (*second)->chip.id);
}

static int places_by_code(const void *a, const void *b)
{
    const struct added_place *const *first = a, *const *second = b;
    return strcmp((*first)->place.code, (*second)->place.code);
}

static int rulings_by_id(const void *a, const void *b)
{
    const struct ruling *const *first = a, *const *second = b;
    return strcmp((*first)->id, (*second)->id);
}

static int fields_by_name(const void *a, const void *b)
{
    const struct field *const *first = a, *const *second = b;
    return strcmp((*first)->name, (*second)->name);
}

/* A sorted copy of the pointers; the caller frees it. */
static void **sorted(const struct pointers *pointers, size_t first,
                     int (*compare)(const void *, const void *))
{
    const size_t count = pointers->count;
    void **items = malloc((count + 1) * sizeof *items);
    if (!items)
        return NULL;
    if (count > 0)
        memcpy(items, pointers->items, count * sizeof *items);
    if (count > first)
        qsort(items + first, count - first, sizeof *items, compare);
    return items;
}

static bool add_chips(struct rules_owner *owner, const struct rules_builder *builder)
{
    struct arena *arena = &owner->compiled.arena;
    const size_t count = builder->chips.count;
    void **added = sorted(&builder->chips, 0, chips_by_id);
    struct chip *chips = arena_allocate(arena, count, sizeof *chips);
    bool copied = added && chips;
    for (size_t i = 0; copied && i < count; i++)
        copied = copy_chip(arena, &((const struct added_chip *)added[i])->chip, &chips[i]);
    free(added);
    owner->rules.chips = chips;
    owner->rules.chip_count = count;
    return copied;
}

static bool add_places(struct rules_owner *owner, const struct rules_builder *builder)
{
    struct arena *arena = &owner->compiled.arena;
    const size_t count = builder->places.count;
    void **added = sorted(&builder->places, 0, places_by_code);
    struct place *places = arena_allocate(arena, count, sizeof *places);
    bool copied = added && places;
    for (size_t i = 0; copied && i < count; i++)
        copied = copy_place(arena, &((const struct added_place *)added[i])->place, &places[i]);
    free(added);
    owner->rules.places = places;
    owner->rules.place_count = count;
    return copied;
}

/* `map` receives for each field as added its number in the sorted list. */
static bool add_fields(struct rules_owner *owner, const struct rules_builder *builder, unsigned *map)
{
    struct arena *arena = &owner->compiled.arena;
    const size_t count = builder->fields.count;
    void **added = sorted(&builder->fields, ITEM_FIELD_COUNT, fields_by_name);
    struct field *fields = arena_allocate(arena, count, sizeof *fields);
    bool copied = added && fields;
    for (size_t i = 0; copied && i < count; i++) {
        const struct field *field = added[i];
        fields[i].type = field->type;
        copied = arena_copy_text(arena, field->name, &fields[i].name);
        for (size_t before = 0; before < count; before++) {
            if (builder->fields.items[before] == field)
                map[before] = (unsigned)i;
        }
    }
    free(added);
    owner->rules.fields = fields;
    owner->rules.field_count = count;
    return copied;
}

static unsigned long provision_number(const struct provision *provision)
{
    const char *hash = strrchr(provision->id, '#');
    return hash ? strtoul(hash + 1, NULL, 10) : 0;
}

static int provisions_by_number(const void *a, const void *b)
{
    const struct provision *first = a, *second = b;
    const unsigned long x = provision_number(first), y = provision_number(second);
    return x != y ? (x > y) - (x < y) : strcmp(first->id, second->id);
}

/* Completes a ruling's copy: its provisions in the order of their numbers, each living where its interval
 * meets the ruling's. */
static bool finish_ruling(struct arena *arena, struct ruling *ruling)
{
    struct provision *provisions =
        arena_copy(arena, ruling->provisions, ruling->provision_count, sizeof *provisions);
    if (!provisions)
        return false;
    if (ruling->provision_count > 0)
        qsort(provisions, ruling->provision_count, sizeof *provisions, provisions_by_number);
    for (size_t i = 0; i < ruling->provision_count; i++) {
        provisions[i].ruling = ruling;
        provisions[i].any_chip = provisions[i].chips.count == 0;
        provisions[i].in_force = interval_meet(provisions[i].in_force, ruling->in_force);
    }
    ruling->provisions = provisions;
    return true;
}

static bool list_provisions(struct rules_owner *owner)
{
    struct rules *rules = &owner->rules;
    for (size_t i = 0; i < rules->ruling_count; i++)
        rules->provision_count += rules->rulings[i].provision_count;
    const struct provision **list =
        arena_allocate(&owner->compiled.arena, rules->provision_count, sizeof *list);
    if (!list)
        return false;
    size_t count = 0;
    for (size_t i = 0; i < rules->ruling_count; i++) {
        for (size_t j = 0; j < rules->rulings[i].provision_count; j++)
            list[count++] = &rules->rulings[i].provisions[j];
    }
    rules->provisions = list;
    return true;
}

static bool add_rulings(struct rules_owner *owner, const struct rules_builder *builder,
                        const unsigned *field_map)
{
    struct arena *arena = &owner->compiled.arena;
    const size_t count = builder->rulings.count;
    void **added = sorted(&builder->rulings, 0, rulings_by_id);
    struct ruling *rulings = arena_allocate(arena, count, sizeof *rulings);
    bool copied = added && rulings;
    int32_t verified = 0;
    for (size_t i = 0; copied && i < count; i++) {
        copied = copy_ruling(arena, added[i], field_map, &rulings[i]) && finish_ruling(arena, &rulings[i]);
        const int32_t day = rulings[i].verified_through.ymd;
        if (rulings[i].standing == STANDING_OPERATIVE && day != 0 && (verified == 0 || day < verified))
            verified = day;
    }
    free(added);
    owner->rules.rulings = rulings;
    owner->rules.ruling_count = copied ? count : 0;
    owner->rules.verified_through = (struct date){verified};
    return copied && list_provisions(owner);
}

bool compile_catalogue(struct rules_owner *owner, const struct rules_builder *builder)
{
    unsigned *field_map = calloc(builder->fields.count, sizeof *field_map);
    const bool compiled = field_map && add_fields(owner, builder, field_map) && add_chips(owner, builder) &&
                          add_places(owner, builder) && add_rulings(owner, builder, field_map);
    free(field_map);
    return compiled;
}

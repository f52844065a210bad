/* Takes documents in, one at a time, in any order. */

#include "rules/build.h"

#include "rules/builder.h"
#include "rules/copy.h"
#include "rules/words.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

static bool append(struct pointers *pointers, void *item)
{
    if (pointers->count == pointers->capacity) {
        const size_t capacity = pointers->capacity ? pointers->capacity * 2 : 64;
        void **items = realloc(pointers->items, capacity * sizeof *items);
        if (!items)
            return false;
        pointers->items = items;
        pointers->capacity = capacity;
    }
    pointers->items[pointers->count++] = item;
    return true;
}

static bool add_field(struct rules_builder *builder, const char *name, enum value_type type)
{
    struct field *field = arena_allocate(&builder->arena, 1, sizeof *field);
    if (!field || !arena_copy_text(&builder->arena, name, &field->name))
        return false;
    field->type = type;
    return append(&builder->fields, field);
}

static enum value_type item_field_type(enum item_field field)
{
    static const enum value_type types[ITEM_FIELD_COUNT] = {
        [ITEM_TPP] = VALUE_NUMBER,
        [ITEM_PERFORMANCE_DENSITY] = VALUE_NUMBER,
        [ITEM_INTERCONNECT_GB_S] = VALUE_NUMBER,
        [ITEM_MEMORY_BANDWIDTH_GB_S] = VALUE_NUMBER,
        [ITEM_IO_PLUS_MEMORY_BANDWIDTH_GB_S] = VALUE_NUMBER,
        [ITEM_MEMORY_BANDWIDTH_DENSITY] = VALUE_NUMBER,
        [ITEM_PROCESS_NODE_NM] = VALUE_NUMBER,
        [ITEM_DATA_CENTER] = VALUE_BOOLEAN,
        [ITEM_ASSEMBLY] = VALUE_BOOLEAN,
        [ITEM_VENDOR] = VALUE_TEXT,
        [ITEM_KIND] = VALUE_TEXT,
    };
    return types[field];
}

struct rules_builder *rules_builder_open(int64_t data_version)
{
    struct rules_builder *builder = calloc(1, sizeof *builder);
    if (!builder)
        return NULL;
    builder->data_version = data_version;
    for (unsigned i = 0; i < ITEM_FIELD_COUNT; i++) {
        if (!add_field(builder, item_field_word((enum item_field)i), item_field_type((enum item_field)i))) {
            rules_builder_close(builder);
            return NULL;
        }
    }
    return builder;
}

void rules_builder_close(struct rules_builder *builder)
{
    if (!builder)
        return;
    free(builder->chips.items);
    free(builder->rulings.items);
    free(builder->places.items);
    free(builder->fields.items);
    arena_done(&builder->arena);
    free(builder);
}

unsigned rules_field(struct rules_builder *builder, const char *name, enum value_type type)
{
    for (size_t i = 0; i < builder->fields.count; i++) {
        struct field *field = builder->fields.items[i];
        if (strcmp(field->name, name) != 0)
            continue;
        /* Where predicates disagree, the least type wins, so that the order of adding does not matter. */
        if (i >= ITEM_FIELD_COUNT && type != VALUE_UNKNOWN &&
            (field->type == VALUE_UNKNOWN || type < field->type))
            field->type = type;
        return (unsigned)i;
    }
    return add_field(builder, name, type) ? (unsigned)(builder->fields.count - 1) : UINT_MAX;
}

bool rules_add_chip(struct rules_builder *builder, const struct chip *chip, const char *const *aliases,
                    size_t alias_count)
{
    struct added_chip *added = arena_allocate(&builder->arena, 1, sizeof *added);
    if (!added || !copy_chip(&builder->arena, chip, &added->chip) ||
        !copy_texts(&builder->arena, aliases, alias_count, &added->aliases))
        return false;
    added->alias_count = alias_count;
    return append(&builder->chips, added);
}

bool rules_add_ruling(struct rules_builder *builder, const struct ruling *ruling)
{
    struct ruling *added = arena_allocate(&builder->arena, 1, sizeof *added);
    return added && copy_ruling(&builder->arena, ruling, NULL, added) && append(&builder->rulings, added);
}

bool rules_add_place(struct rules_builder *builder, const struct place *place, const char *const *aliases,
                     size_t alias_count)
{
    struct added_place *added = arena_allocate(&builder->arena, 1, sizeof *added);
    if (!added || !copy_place(&builder->arena, place, &added->place) ||
        !copy_texts(&builder->arena, aliases, alias_count, &added->aliases))
        return false;
    added->alias_count = alias_count;
    return append(&builder->places, added);
}

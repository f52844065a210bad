/* Builds the index of names: every way in which a chip or a place may be called. */

#include "rules/names_index.h"

#include "rules/compile.h"
#include "rules/fold.h"
#include "rules/namings.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A vendor may be left out, or said in full, by its first word or by its last ones: "Alibaba T-Head",
 * "Alibaba", "T-Head". */
#define VENDOR_FORMS_MAX 8

struct vendor {
    char forms[VENDOR_FORMS_MAX][NAME_TEXT_SIZE];
    size_t count;
};

struct indexing {
    struct arena *arena;
    struct name *items; /* on the heap until finish */
    size_t count;
    size_t capacity;
    unsigned suggest; /* of the item in hand */
};

static bool add_name(struct indexing *indexing, const char *text, enum name_level level, enum match how,
                     unsigned item)
{
    if (indexing->count == indexing->capacity) {
        const size_t capacity = indexing->capacity ? 2 * indexing->capacity : 256;
        struct name *items = realloc(indexing->items, capacity * sizeof *items);
        if (!items)
            return false;
        indexing->items = items;
        indexing->capacity = capacity;
    }
    char squashed[NAME_TEXT_SIZE];
    struct name name = {.item = item, .suggest = indexing->suggest, .level = level, .how = how};
    name.length = (unsigned char)names_squash(text, squashed);
    name.letters = names_letters(squashed);
    if (!arena_copy_text(indexing->arena, text, &name.text))
        return false;
    indexing->items[indexing->count++] = name;
    return true;
}

static void add_form(struct vendor *vendor, const char *text, size_t length)
{
    if (vendor->count == VENDOR_FORMS_MAX || length == 0 || length >= NAME_TEXT_SIZE)
        return;
    char *form = vendor->forms[vendor->count++];
    memcpy(form, text, length);
    form[length] = '\0';
}

static void vendor_init(struct vendor *vendor, const char *name)
{
    char folded[NAME_TEXT_SIZE];
    vendor->count = 0;
    if (!name || !fold_name(name, folded, sizeof folded))
        return;
    add_form(vendor, folded, strlen(folded));
    const char *hyphen = strchr(folded, '-');
    if (hyphen)
        add_form(vendor, folded, (size_t)(hyphen - folded));
    for (; hyphen; hyphen = strchr(hyphen + 1, '-'))
        add_form(vendor, hyphen + 1, strlen(hyphen + 1));
}

/* What follows the vendor, or NULL when the text does not begin with that form of it. */
static const char *after_vendor(const char *text, const char *form)
{
    const size_t length = strlen(form);
    return strncmp(text, form, length) == 0 && text[length] == '-' && text[length + 1] ? text + length + 1
                                                                                       : NULL;
}

/* The text itself, and what is left of it without the vendor, at the level after. */
static bool add_id(struct indexing *indexing, const struct vendor *vendor, const char *id, struct name as)
{
    char folded[NAME_TEXT_SIZE];
    if (!id || !fold_name(id, folded, sizeof folded))
        return true;
    bool added = add_name(indexing, folded, as.level, as.how, as.item);
    for (size_t i = 0; added && i < vendor->count; i++) {
        const char *rest = after_vendor(folded, vendor->forms[i]);
        if (rest)
            added = add_name(indexing, rest, as.level + 1, as.how, as.item);
    }
    return added;
}

/* A name as it is; without the vendor where it begins with it; else also with it. */
static bool add_called(struct indexing *indexing, const struct vendor *vendor, const char *called,
                       enum match how, unsigned item)
{
    char folded[NAME_TEXT_SIZE], with_vendor[2 * NAME_TEXT_SIZE];
    if (!called || !fold_name(called, folded, sizeof folded) || !folded[0])
        return true;
    bool added = add_name(indexing, folded, LEVEL_NAME, how, item);
    for (size_t i = 0; added && i < vendor->count; i++) {
        const char *rest = after_vendor(folded, vendor->forms[i]);
        const char *also = rest;
        if (!rest) {
            (void)snprintf(with_vendor, sizeof with_vendor, "%s-%s", vendor->forms[i], folded);
            also = with_vendor;
        }
        added = add_name(indexing, also, LEVEL_NAME, how, item);
    }
    return added;
}

/* Default variants by their products; the caller frees the items. */
static bool list_defaults(const struct rules *rules, struct namings *defaults)
{
    defaults->items = malloc((rules->chip_count + 1) * sizeof *defaults->items);
    if (!defaults->items)
        return false;
    for (size_t i = 0; i < rules->chip_count; i++) {
        if (rules->chips[i].default_variant && rules->chips[i].product)
            defaults->items[defaults->count++] =
                (struct naming){.name = rules->chips[i].product, .index = (unsigned)i};
    }
    namings_sort(defaults);
    return true;
}

static bool add_chip(struct indexing *indexing, const struct rules *rules, const struct namings *defaults,
                     const struct added_chip *added)
{
    const struct chip *chip = rules_find_chip(rules, added->chip.id);
    const unsigned item = (unsigned)(chip - rules->chips);
    struct vendor vendor;
    const struct naming *variant = namings_find(defaults, chip->product);
    indexing->suggest = variant ? variant->index : item; /* a product may have no default variant */
    vendor_init(&vendor, chip->specification.vendor);
    const struct name as_id = {.level = LEVEL_ID, .how = MATCH_ID, .item = item};
    const struct name as_product = {.level = LEVEL_PRODUCT, .how = MATCH_PRODUCT, .item = item};
    if (!add_id(indexing, &vendor, chip->id, as_id) ||
        !add_id(indexing, &vendor, chip->product, as_product) ||
        !add_called(indexing, &vendor, chip->name, MATCH_NAME, item))
        return false;
    for (size_t i = 0; i < added->alias_count; i++) {
        if (!add_called(indexing, &vendor, added->aliases[i], MATCH_ALIAS, item))
            return false;
    }
    return true;
}

static bool add_place(struct indexing *indexing, const struct rules *rules, const struct added_place *added)
{
    const unsigned item = (unsigned)(rules_find_place(rules, added->place.code) - rules->places);
    const struct vendor nobody = {.count = 0};
    indexing->suggest = item;
    const struct name as_code = {.level = LEVEL_ID, .how = MATCH_ID, .item = item};
    if (!add_id(indexing, &nobody, added->place.code, as_code) ||
        !add_called(indexing, &nobody, added->place.name, MATCH_NAME, item))
        return false;
    for (size_t i = 0; i < added->alias_count; i++) {
        if (!add_called(indexing, &nobody, added->aliases[i], MATCH_ALIAS, item))
            return false;
    }
    return true;
}

static int by_text(const void *a, const void *b)
{
    const struct name *first = a, *second = b;
    const int order = strcmp(first->text, second->text);
    if (order != 0)
        return order;
    if (first->level != second->level)
        return first->level > second->level ? 1 : -1;
    if (first->item != second->item)
        return first->item > second->item ? 1 : -1;
    return (first->how > second->how) - (first->how < second->how);
}

/* Sorts what was listed, and moves it into the arena. */
static bool finish(struct indexing *indexing, struct name_list *list)
{
    if (indexing->count > 0)
        qsort(indexing->items, indexing->count, sizeof *indexing->items, by_text);
    struct name *kept =
        arena_copy(indexing->arena, indexing->items, indexing->count, sizeof *indexing->items);
    *list = (struct name_list){.items = kept, .count = kept ? indexing->count : 0};
    free(indexing->items);
    return kept != NULL;
}

static bool add_chips(struct indexing *indexing, const struct rules *rules,
                      const struct rules_builder *builder)
{
    struct namings defaults = {.count = 0};
    bool added = list_defaults(rules, &defaults);
    for (size_t i = 0; added && i < builder->chips.count; i++)
        added = add_chip(indexing, rules, &defaults, builder->chips.items[i]);
    free(defaults.items);
    return added;
}

bool compile_names(struct rules_owner *owner, const struct rules_builder *builder)
{
    struct arena *arena = &owner->compiled.arena;
    struct names *names = arena_allocate(arena, 1, sizeof *names);
    if (!names)
        return false;
    struct indexing chips = {.arena = arena}, places = {.arena = arena};
    bool added = add_chips(&chips, &owner->rules, builder);
    for (size_t i = 0; added && i < builder->places.count; i++)
        added = add_place(&places, &owner->rules, builder->places.items[i]);
    owner->rules.names = names;
    const bool chips_kept = finish(&chips, &names->chips);
    const bool places_kept = finish(&places, &names->places);
    return added && chips_kept && places_kept;
}

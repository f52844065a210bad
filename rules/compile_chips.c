/* Puts chips into classes by what their own facts settle, and ranks the facts' names. */

#include "rules/classing.h"

#include <stdlib.h>
#include <string.h>

bool provision_names_chip(const struct provision *provision, const struct chip *chip)
{
    if (provision->any_chip)
        return true;
    for (size_t i = 0; i < provision->chips.count; i++) {
        const char *named = provision->chips.items[i];
        if ((chip->id && strcmp(named, chip->id) == 0) ||
            (chip->product && strcmp(named, chip->product) == 0))
            return true;
    }
    return false;
}

static unsigned find_naming(const struct classing *classing, const char *name)
{
    const struct naming *first = namings_find(&classing->chips, name);
    return first ? (unsigned)(first - classing->chips.items) : UINT_MAX;
}

static void fill_key(struct classing *classing, const struct chip *chip)
{
    struct key *key = classing->key;
    const struct known nothing = {.facts = chip->facts},
                       unknown = {.facts = chip->facts, .unstated_is_unknown = true};
    key->by_id = find_naming(classing, chip->id);
    key->by_product = find_naming(classing, chip->product);
    for (size_t i = 0; i < classing->asked_count; i++) {
        const struct asked *asked = &classing->asked[i];
        const enum truth truth = predicate_evaluate(asked->predicate, &unknown);
        const bool open = truth == TRUTH_UNKNOWN && asked->depends;
        key->answers[i] = ANSWER(truth, open ? predicate_evaluate(asked->predicate, &nothing) : truth);
    }
}

struct sorted {
    const struct predicate *predicate;
    unsigned index; /* of the provision */
};

static int by_predicate(const void *a, const void *b)
{
    const struct sorted *first = a, *second = b;
    const int order = predicate_order(first->predicate, second->predicate);
    return order != 0 ? order : (first->index > second->index) - (first->index < second->index);
}

/* Lists each predicate once, with its provisions. */
static void list_asked(struct classing *classing, struct sorted *sorted)
{
    const struct rules *rules = &classing->owner->rules;
    const size_t count = rules->provision_count;
    for (size_t i = 0; i < count; i++)
        sorted[i] = (struct sorted){rules->provisions[i]->predicate, (unsigned)i};
    qsort(sorted, count, sizeof *sorted, by_predicate);
    for (size_t i = 0; i < count; i++) {
        const struct predicate *predicate = sorted[i].predicate;
        if (i == 0 || predicate_order(sorted[i - 1].predicate, predicate) != 0)
            classing->asked[classing->asked_count++] =
                (struct asked){predicate, predicate_asks_circumstances(predicate), classing->order_count};
        classing->asked_of[sorted[i].index] = (unsigned)classing->asked_count - 1;
        if (rules->provisions[sorted[i].index]->any_chip)
            classing->order[classing->order_count++] = sorted[i].index;
    }
}

static bool list_namings(struct classing *classing)
{
    const struct rules *rules = &classing->owner->rules;
    size_t count = 0;
    for (size_t i = 0; i < rules->provision_count; i++)
        count += rules->provisions[i]->chips.count;
    classing->chips.items = malloc((count + 1) * sizeof *classing->chips.items);
    if (!classing->chips.items)
        return false;
    for (size_t i = 0; i < rules->provision_count; i++) {
        const struct tokens *chips = &rules->provisions[i]->chips;
        for (size_t j = 0; j < chips->count; j++)
            classing->chips.items[classing->chips.count++] =
                (struct naming){.name = chips->items[j], .index = (unsigned)i};
    }
    namings_sort(&classing->chips);
    return true;
}

static bool open_classing(struct classing *classing)
{
    const struct rules *rules = &classing->owner->rules;
    const size_t count = rules->provision_count + 1;
    struct sorted *sorted = malloc(count * sizeof *sorted);
    classing->order = malloc(count * sizeof *classing->order);
    classing->asked = malloc(count * sizeof *classing->asked);
    classing->asked_of = malloc(count * sizeof *classing->asked_of);
    const bool listed = sorted && classing->order && classing->asked && classing->asked_of;
    if (listed)
        list_asked(classing, sorted);
    free(sorted);
    /* Compared as bytes: in whole units, so that nothing lies between. */
    const size_t key_size = (sizeof(struct key) + classing->asked_count + 7) / 8 * 8;
    const struct mask_shape shape = classing->owner->compiled.shape;
    const size_t class_size = CHIP_CLASS_SETS * (shape.words + shape.summary) * sizeof(uint64_t);
    const size_t fit = CHIP_CLASSES_BYTES / (class_size + 1);
    classing->classes.key_size = key_size;
    classing->classes.most = (unsigned)(fit < rules->chip_count ? fit : rules->chip_count);
    classing->key = calloc(1, key_size);
    classing->items =
        arena_allocate(&classing->owner->compiled.arena, classing->classes.most, sizeof *classing->items);
    return listed && classing->key && classing->items && list_namings(classing);
}

static void close_classing(struct classing *classing)
{
    free(classing->order);
    free(classing->asked);
    free(classing->asked_of);
    free(classing->chips.items);
    free(classing->key);
    intern_done(&classing->classes);
}

static bool class_chip(struct classing *classing, const struct chip *chip, unsigned *number)
{
    const unsigned known = classing->classes.count;
    fill_key(classing, chip);
    if (!intern_key(&classing->classes, classing->key, number))
        return false;
    return classing->classes.count == known ||
           classing_make(classing, classing->key, &classing->items[*number]);
}

static bool rank_fields(struct rules_owner *owner)
{
    const struct rules *rules = &owner->rules;
    unsigned *ranks = arena_allocate(&owner->compiled.arena, rules->field_count, sizeof *ranks);
    if (!ranks)
        return false;
    for (size_t i = 0; i < rules->field_count; i++) {
        for (size_t j = 0; j < rules->field_count; j++)
            ranks[i] += strcmp(rules->fields[j].name, rules->fields[i].name) < 0;
    }
    owner->compiled.field_ranks = ranks;
    return true;
}

bool compile_chips(struct rules_owner *owner)
{
    const struct rules *rules = &owner->rules;
    unsigned *numbers = arena_allocate(&owner->compiled.arena, rules->chip_count, sizeof *numbers);
    struct classing classing = {.owner = owner};
    bool classed = open_classing(&classing) && numbers;
    for (size_t i = 0; classed && i < rules->chip_count; i++)
        classed = class_chip(&classing, &rules->chips[i], &numbers[i]);
    owner->compiled.chip_class_numbers = numbers;
    owner->compiled.chip_classes = classing.items;
    owner->compiled.chip_class_count = classing.classes.count;
    close_classing(&classing);
    return classed && rank_fields(owner);
}

/* Names lead to one product or place each, and a product has one default variant. */

#include "api/meaning.h"

#include "db/projection_fields.h"
#include "db/references.h"

#include <stdlib.h>
#include <string.h>

/* One name of one document, whose folded forms are looked at. */
struct naming {
    const struct place_in *place;
    const char *owner; /* product of a chip, code of a place */
    const char *name;
    bool told; /* one fault a name is enough */
};

static void tell(struct naming *naming, const char *other)
{
    if (!naming->told)
        PLACE_FAULT(naming->place, "'%.100s' already names %.100s: a name leads to one %s only", naming->name,
                    other, naming->place->change->kind == KIND_CHIP ? "product" : "destination");
    naming->told = true;
}

static bool compare_holder(const char *id, void *context)
{
    struct naming *naming = context;
    struct meaning *meaning = naming->place->meaning;
    const enum kind kind = naming->place->change->kind;
    if (meaning_change_of(meaning, kind, id))
        return true;
    char *product = kind == KIND_CHIP ? meaning_member_before(meaning, kind, id, "product") : strdup(id);
    if (product && strcmp(product, naming->owner) != 0)
        tell(naming, id);
    free(product);
    return !naming->told;
}

static void check_form(const char *folded, void *context)
{
    struct naming *naming = context;
    struct meaning *meaning = naming->place->meaning;
    const enum kind kind = naming->place->change->kind;
    /* Chips and places have names of their own: the same word may name one of each. */
    char key[2 * PROJECTION_NAME_SIZE + 2] = {kind == KIND_CHIP ? 'c' : 'p'};
    strncat(key, folded, sizeof key - 2);
    const char *claimed = json_string_value(json_object_get(meaning->names, key));
    if (claimed && strcmp(claimed, naming->owner) != 0)
        tell(naming, claimed);
    if (!claimed && json_object_set_new(meaning->names, key, json_string(naming->owner)) != 0)
        meaning->failed = true;
    if (!naming->told && !references_holders(meaning->store, meaning->at, kind, PROJECTION_CALLED, folded,
                                             compare_holder, naming))
        meaning->failed = true;
}

static void check_name(const struct place_in *place, const char *name, void *context)
{
    struct naming naming = {place, context, name, false};
    projection_visit_forms(place->change->kind, place->change->document, name, check_form, &naming);
}

struct default_search {
    const struct place_in *place;
    const char *product;
};

static bool compare_default(const char *id, void *context)
{
    const struct default_search *search = context;
    struct meaning *meaning = search->place->meaning;
    if (meaning_change_of(meaning, KIND_CHIP, id))
        return true;
    char *is_default = meaning_member_before(meaning, KIND_CHIP, id, "default_variant");
    if (is_default && strcmp(is_default, "true") == 0)
        PLACE_FAULT(search->place,
                    "%s is the default variant of %s already: change it in the same change set", id,
                    search->product);
    free(is_default);
    return true;
}

static void check_default(const struct place_in *place, const char *product)
{
    struct meaning *meaning = place->meaning;
    const struct place_in member = place_member(place, "default_variant");
    if (!json_is_true(json_object_get(place->change->document, "default_variant")))
        return;
    const char *other = json_string_value(json_object_get(meaning->defaults, product));
    if (other)
        PLACE_FAULT(&member, "%s is the default variant of %s already: a product has one", other, product);
    else if (json_object_set_new(meaning->defaults, product, json_string(place->change->id)) != 0)
        meaning->failed = true;
    struct default_search search = {&member, product};
    if (!references_holders(meaning->store, meaning->at, KIND_CHIP, "product", product, compare_default,
                            &search))
        meaning->failed = true;
}

struct default_left {
    struct meaning *meaning;
    bool found;
};

static bool find_default(const char *id, void *context)
{
    struct default_left *left = context;
    if (meaning_change_of(left->meaning, KIND_CHIP, id))
        return true; /* in the index of this change set if it is one */
    char *is_default = meaning_member_before(left->meaning, KIND_CHIP, id, "default_variant");
    left->found = is_default && strcmp(is_default, "true") == 0;
    free(is_default);
    return !left->found;
}

/* Each product without one is told of once. */
static void check_default_left(const struct place_in *place, const char *product)
{
    struct meaning *meaning = place->meaning;
    struct default_left left = {.meaning = meaning, .found = json_object_get(meaning->defaults, product)};
    if (left.found || !meaning_product_stands(meaning, product))
        return;
    if (!references_holders(meaning->store, meaning->at, KIND_CHIP, "product", product, find_default, &left))
        meaning->failed = true;
    if (left.found)
        return;
    PLACE_FAULT(
        place,
        "The product %.96s would have no default variant: say in the same change set which of its chips is "
        "meant by its name",
        product);
    if (json_object_set_new(meaning->defaults, product, json_string("")) != 0)
        meaning->failed = true;
}

void meaning_check_defaults(const struct place_in *place)
{
    if (place->change->kind != KIND_CHIP)
        return;
    const char *now = json_string_value(json_object_get(place->change->document, "product"));
    char *before = meaning_member_before(place->meaning, KIND_CHIP, place->change->id, "product");
    const struct place_in member = place_member(place, "default_variant");
    if (now)
        check_default_left(&member, now);
    if (before)
        check_default_left(place, before);
    free(before);
}

void meaning_check_names(const struct place_in *place)
{
    const enum kind kind = place->change->kind;
    const json_t *document = place->change->document;
    if (kind != KIND_CHIP && kind != KIND_DESTINATION)
        return;
    const char *owner = json_string_value(json_object_get(document, kind == KIND_CHIP ? "product" : "code"));
    if (!owner)
        return;
    /* place_fn takes a plain context; the owner is only read. */
    char *copy = strdup(owner);
    if (!copy) {
        place->meaning->failed = true;
        return;
    }
    for (const char *const *path = projection_name_paths(kind); *path; path++)
        place_visit(place, document, *path, check_name, copy);
    if (kind == KIND_CHIP)
        check_default(place, copy);
    free(copy);
}

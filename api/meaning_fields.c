/* What predicates ask for: facts of the item, and circumstances. A circumstance may be new, but not one
 * letter beside a name that is known: a mistyped one would never hold, and its provision never apply. */

#include "api/meaning.h"

#include "rules/names.h"
#include "rules/words.h"

#include <string.h>

/* Calls for the field of every comparison in the tree; predicate_check has bounded it. */
typedef void field_fn(const struct place_in *place, const char *field, void *context);

static void visit_fields(const struct place_in *place, const json_t *node, field_fn *each, void *context)
{
    static const char *const lists[] = {"all", "any"};
    const char *field = json_string_value(json_object_get(node, "field"));
    const struct place_in member = place_member(place, "field");
    if (field)
        each(&member, field, context);
    for (size_t k = 0; k < sizeof lists / sizeof lists[0]; k++) {
        const json_t *list = json_object_get(node, lists[k]);
        const struct place_in in_list = place_member(place, lists[k]);
        for (size_t i = 0; i < json_array_size(list); i++) {
            const struct place_in item = place_item(&in_list, i);
            visit_fields(&item, json_array_get(list, i), each, context);
        }
    }
}

static void note_field(const struct place_in *place, const char *field, void *context)
{
    (void)context;
    if (json_object_set_new(place->meaning->fields, field, json_true()) != 0)
        place->meaning->failed = true;
}

static bool note_ruling(const struct document *document, void *context)
{
    const struct place_in place = {.meaning = context};
    json_t *ruling = json_loadb(document->body.text, document->body.size, 0, NULL);
    const json_t *provisions = json_object_get(ruling, "provisions");
    for (size_t i = 0; i < json_array_size(provisions); i++)
        visit_fields(&place, json_object_get(json_array_get(provisions, i), "predicate"), note_field, NULL);
    json_decref(ruling);
    return !place.meaning->failed;
}

/* The circumstances that the rulings ask for, without the change set. */
static bool know_fields(struct meaning *meaning)
{
    if (meaning->fields)
        return true;
    meaning->fields = json_object();
    if (!meaning->fields || !catalogue_each(meaning->store, KIND_RULING, meaning->at, note_ruling, meaning))
        meaning->failed = true;
    return !meaning->failed;
}

struct near_field {
    const char *name;
    unsigned distance; /* below which a name is near */
};

static void offer(struct near_field *near, const char *meant, const char *name)
{
    const unsigned distance = names_distance(meant, name, near->distance);
    if (distance >= near->distance)
        return;
    near->distance = distance;
    near->name = name;
}

static void check_field(const struct place_in *place, const char *field, void *context)
{
    enum item_field fact;
    struct meaning *meaning = place->meaning;
    (void)context;
    if (item_field_parse(field, &fact) || !know_fields(meaning) || json_object_get(meaning->fields, field))
        return;
    struct near_field near = {.distance = strlen(field) < 8 ? 2 : 3};
    for (unsigned i = 0; i < ITEM_FIELD_COUNT; i++)
        offer(&near, field, item_field_word((enum item_field)i));
    const char *known;
    json_t *unused;
    json_object_foreach(meaning->fields, known, unused)
    {
        offer(&near, field, known);
    }
    if (near.name)
        PLACE_FAULT(place,
                    "'%.96s' is no fact of a chip and no circumstance that is known: did you mean '%s'?",
                    field, near.name);
}

void meaning_check_fields(const struct place_in *place, const json_t *predicate)
{
    visit_fields(place, predicate, check_field, NULL);
}

/* Deep copies into an arena. */

#include "rules/copy.h"

#include "rules/metrics.h"

bool copy_texts(struct arena *arena, const char *const *texts, size_t count, const char *const **copy)
{
    const char **copies = arena_allocate(arena, count, sizeof *copies);
    if (!copies)
        return false;
    for (size_t i = 0; i < count; i++) {
        if (!arena_copy_text(arena, texts[i], &copies[i]))
            return false;
    }
    *copy = copies;
    return true;
}

static bool copy_tokens(struct arena *arena, struct tokens *tokens)
{
    return copy_texts(arena, tokens->items, tokens->count, &tokens->items);
}

bool copy_chip(struct arena *arena, const struct chip *chip, struct chip *copy)
{
    *copy = *chip;
    if (!arena_copy_text(arena, chip->id, &copy->id) ||
        !arena_copy_text(arena, chip->product, &copy->product) ||
        !arena_copy_text(arena, chip->name, &copy->name) ||
        !arena_copy_text(arena, chip->specification.vendor, &copy->specification.vendor) ||
        !arena_copy_text(arena, chip->specification.kind, &copy->specification.kind) ||
        !arena_copy_text(arena, chip->specification.segment, &copy->specification.segment))
        return false;
    metrics_derive(copy);
    return true;
}

bool copy_place(struct arena *arena, const struct place *place, struct place *copy)
{
    *copy = *place;
    struct membership *memberships =
        arena_copy(arena, place->memberships, place->membership_count, sizeof *memberships);
    if (!memberships || !arena_copy_text(arena, place->code, &copy->code) ||
        !arena_copy_text(arena, place->name, &copy->name))
        return false;
    for (size_t i = 0; i < place->membership_count; i++) {
        if (!arena_copy_text(arena, place->memberships[i].token, &memberships[i].token))
            return false;
    }
    copy->memberships = memberships;
    return true;
}

static bool copy_values(struct arena *arena, const struct predicate *comparison, struct predicate *copy)
{
    struct value *values = arena_copy(arena, comparison->values, comparison->value_count, sizeof *values);
    if (!values)
        return false;
    for (unsigned i = 0; i < comparison->value_count; i++) {
        if (values[i].type == VALUE_TEXT &&
            !arena_copy_text(arena, comparison->values[i].text, &values[i].text))
            return false;
    }
    copy->values = values;
    return true;
}

static bool copy_predicate_into(struct arena *arena, const struct predicate *predicate,
                                const unsigned *field_map, struct predicate *copy)
{
    *copy = *predicate;
    if (predicate->kind == PREDICATE_COMPARE) {
        if (field_map)
            copy->field = field_map[predicate->field];
        return copy_values(arena, predicate, copy);
    }
    struct predicate *children = arena_allocate(arena, predicate->child_count, sizeof *children);
    if (!children)
        return false;
    for (unsigned i = 0; i < predicate->child_count; i++) {
        if (!copy_predicate_into(arena, &predicate->children[i], field_map, &children[i]))
            return false;
    }
    copy->children = children;
    return true;
}

static bool copy_predicate(struct arena *arena, const unsigned *field_map, const struct predicate **predicate)
{
    if (!*predicate)
        return true;
    struct predicate *copy = arena_allocate(arena, 1, sizeof *copy);
    if (!copy || !copy_predicate_into(arena, *predicate, field_map, copy))
        return false;
    *predicate = copy;
    return true;
}

static bool copy_conditions(struct arena *arena, struct provision *provision)
{
    struct condition *conditions =
        arena_copy(arena, provision->conditions, provision->condition_count, sizeof *conditions);
    if (!conditions)
        return false;
    for (size_t i = 0; i < provision->condition_count; i++) {
        if (!arena_copy_text(arena, conditions[i].type, &conditions[i].type) ||
            !arena_copy_text(arena, conditions[i].text, &conditions[i].text))
            return false;
    }
    provision->conditions = conditions;
    return true;
}

/* `provision` is a shallow copy; what it points to becomes the arena's. */
static bool deepen_provision(struct arena *arena, const unsigned *field_map, struct provision *provision)
{
    provision->ruling = NULL;
    return arena_copy_text(arena, provision->id, &provision->id) && copy_tokens(arena, &provision->eccns) &&
           copy_tokens(arena, &provision->chips) && copy_predicate(arena, field_map, &provision->predicate) &&
           copy_tokens(arena, &provision->include) && copy_tokens(arena, &provision->exclude) &&
           copy_tokens(arena, &provision->headquartered_in) && copy_tokens(arena, &provision->export_from) &&
           arena_copy_text(arena, provision->exception, &provision->exception) &&
           copy_conditions(arena, provision) && copy_tokens(arena, &provision->targets) &&
           arena_copy_text(arena, provision->text, &provision->text) &&
           arena_copy_text(arena, provision->cite, &provision->cite);
}

bool copy_ruling(struct arena *arena, const struct ruling *ruling, const unsigned *field_map,
                 struct ruling *copy)
{
    *copy = *ruling;
    struct provision *provisions =
        arena_copy(arena, ruling->provisions, ruling->provision_count, sizeof *provisions);
    if (!provisions || !arena_copy_text(arena, ruling->id, &copy->id) ||
        !arena_copy_text(arena, ruling->jurisdiction, &copy->jurisdiction) ||
        !arena_copy_text(arena, ruling->title, &copy->title))
        return false;
    for (size_t i = 0; i < ruling->provision_count; i++) {
        if (!deepen_provision(arena, field_map, &provisions[i]))
            return false;
    }
    copy->provisions = provisions;
    return true;
}

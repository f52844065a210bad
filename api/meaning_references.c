/* References between documents: each leads somewhere, and nothing goes while another document refers to it.
 */

#include "api/meaning.h"

#include "db/references.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum target {
    TARGET_CHIP,
    TARGET_RULING,
    TARGET_PROVISION,
    TARGET_EVENT,
    TARGET_PLACE,
    TARGET_GROUP,
    TARGET_PLACE_OR_GROUP,
    TARGET_TOKEN
};
#define TARGET_COUNT (TARGET_TOKEN + 1)

struct reference {
    enum kind kind;
    const char *path;
    const char *field; /* the tag that holds it, see db/projection_fields.c */
    enum target target;
};

static const struct reference references[] = {
    {KIND_RULING, "provisions.chips", "chips", TARGET_CHIP},
    {KIND_RULING, "amends", "amends", TARGET_RULING},
    {KIND_RULING, "supersedes", "supersedes", TARGET_RULING},
    {KIND_RULING, "suspends", "suspends", TARGET_PROVISION},
    {KIND_RULING, "provisions.targets", "targets", TARGET_PROVISION},
    {KIND_RULING, "provisions.destinations.include", "destinations", TARGET_TOKEN},
    {KIND_RULING, "provisions.destinations.exclude", "destinations", TARGET_TOKEN},
    {KIND_RULING, "provisions.destinations.headquartered_in", "destinations", TARGET_TOKEN},
    {KIND_RULING, "provisions.export_from", "destinations", TARGET_TOKEN},
    {KIND_EVENT, "chips", "chips", TARGET_CHIP},
    {KIND_EVENT, "rulings", "rulings", TARGET_RULING},
    {KIND_EVENT, "countries", "countries", TARGET_PLACE_OR_GROUP},
    {KIND_DESTINATION, "parent", "parent", TARGET_PLACE},
    {KIND_DESTINATION, "treated_as.code", "treated_as", TARGET_PLACE},
    {KIND_DESTINATION, "groups.group", "groups", TARGET_GROUP},
    {KIND_DISPUTE, "positions.event_ids", "events", TARGET_EVENT},
    {KIND_DATASET, "doubts.about.chips", "chips", TARGET_CHIP},
    {KIND_DATASET, "doubts.about.rulings", "rulings", TARGET_RULING},
    {KIND_DATASET, "doubts.about.destinations", "destinations", TARGET_TOKEN},
    {KIND_DATASET, "doubts.about.except", "destinations", TARGET_TOKEN},
    {KIND_DATASET, "doubts.about.headquartered_in", "destinations", TARGET_TOKEN},
};

#define REFERENCE_COUNT (sizeof references / sizeof references[0])
#define GROUP_PREFIX "group:"

static const char *const wanted[TARGET_COUNT] = {
    [TARGET_CHIP] = "the id or product of a chip",
    [TARGET_RULING] = "the id of a ruling",
    [TARGET_PROVISION] = "the id of a ruling or of a provision",
    [TARGET_EVENT] = "the id of an event",
    [TARGET_PLACE] = "the code of a destination",
    [TARGET_GROUP] = "the id of a country group",
    [TARGET_PLACE_OR_GROUP] = "the code of a destination or the id of a country group",
    [TARGET_TOKEN] = "the code of a destination, \"group:\" with a country group, or \"*\"",
};

static bool token_stands(struct meaning *meaning, const char *token)
{
    if (strcmp(token, "*") == 0)
        return true;
    if (strncmp(token, GROUP_PREFIX, strlen(GROUP_PREFIX)) == 0)
        return meaning_stands(meaning, KIND_GROUP, token + strlen(GROUP_PREFIX));
    return meaning_stands(meaning, KIND_DESTINATION, token);
}

static bool target_stands(struct meaning *meaning, enum target target, const char *text)
{
    switch (target) {
    case TARGET_CHIP:
        return meaning_stands(meaning, KIND_CHIP, text) || meaning_product_stands(meaning, text);
    case TARGET_PROVISION:
        return strchr(text, '#') ? meaning_provision_stands(meaning, text)
                                 : meaning_stands(meaning, KIND_RULING, text);
    case TARGET_RULING:
        return meaning_stands(meaning, KIND_RULING, text);
    case TARGET_EVENT:
        return meaning_stands(meaning, KIND_EVENT, text);
    case TARGET_PLACE:
        return meaning_stands(meaning, KIND_DESTINATION, text);
    case TARGET_GROUP:
        return meaning_stands(meaning, KIND_GROUP, text);
    case TARGET_PLACE_OR_GROUP:
        return meaning_stands(meaning, KIND_DESTINATION, text) || meaning_stands(meaning, KIND_GROUP, text);
    case TARGET_TOKEN:
        return token_stands(meaning, text);
    }
    return false;
}

static void check_reference(const struct place_in *place, const char *text, void *context)
{
    const struct reference *reference = context;
    if (!target_stands(place->meaning, reference->target, text))
        PLACE_FAULT(place, "'%.100s' is not known: this should be %s", text, wanted[reference->target]);
}

void meaning_check_references(const struct place_in *place)
{
    for (size_t i = 0; i < REFERENCE_COUNT; i++) {
        struct reference reference = references[i];
        if (reference.kind == place->change->kind)
            place_visit(place, place->change->document, reference.path, check_reference, &reference);
    }
}

/* A value that others may refer to and that will stand no more. */
struct vanishing {
    const struct place_in *place;
    const struct reference *reference;
    const char *value;
};

static bool tell_holder(const char *id, void *context)
{
    const struct vanishing *vanishing = context;
    const enum kind kind = vanishing->reference->kind;
    if (meaning_change_of(vanishing->place->meaning, kind, id))
        return true; /* its new version is checked by itself */
    PLACE_FAULT(vanishing->place,
                "'%s' is still referenced by %s %s (%s): change that first, or in the same change set",
                vanishing->value, kinds[kind].name, id, vanishing->reference->path);
    return true;
}

/* `targets` is a bit set of enum target. */
static void check_holders(const struct place_in *place, unsigned targets, const char *value)
{
    char token[MEANING_POINTER_SIZE];
    snprintf(token, sizeof token, GROUP_PREFIX "%s", value);
    const bool is_group = place->change->kind == KIND_GROUP;
    for (size_t i = 0; i < REFERENCE_COUNT; i++) {
        const struct reference *reference = &references[i];
        if (!(targets & 1u << reference->target))
            continue;
        /* Several paths share one tag: it is asked once. */
        if (i > 0 && references[i - 1].kind == reference->kind &&
            strcmp(references[i - 1].field, reference->field) == 0)
            continue;
        struct vanishing vanishing = {place, reference,
                                      is_group && reference->target == TARGET_TOKEN ? token : value};
        if (!references_holders(place->meaning->store, place->meaning->at, reference->kind, reference->field,
                                vanishing.value, tell_holder, &vanishing))
            place->meaning->failed = true;
    }
}

static bool check_provision_gone(const char *provision, bool standing, void *context)
{
    const struct place_in *place = context;
    if (standing && !json_object_get(place->meaning->provisions, provision))
        check_holders(place, 1u << TARGET_PROVISION, provision);
    return true;
}

static void check_ruling_vanishing(const struct place_in *place)
{
    struct place_in here = *place;
    if (place->change->op == CHANGE_DELETE)
        check_holders(place, 1u << TARGET_RULING | 1u << TARGET_PROVISION, place->change->id);
    if (!references_values_ever(place->meaning->store, KIND_RULING, place->change->id, "provisions",
                                check_provision_gone, &here))
        place->meaning->failed = true;
}

static void check_chip_vanishing(const struct place_in *place)
{
    struct meaning *meaning = place->meaning;
    char *product = meaning_member_before(meaning, KIND_CHIP, place->change->id, "product");
    if (place->change->op == CHANGE_DELETE && !meaning_product_stands(meaning, place->change->id))
        check_holders(place, 1u << TARGET_CHIP, place->change->id);
    if (product && strcmp(product, place->change->id) != 0 && !meaning_product_stands(meaning, product) &&
        !meaning_stands(meaning, KIND_CHIP, product))
        check_holders(place, 1u << TARGET_CHIP, product);
    free(product);
}

void meaning_check_vanishing(const struct place_in *place)
{
    static const unsigned targets[KIND_COUNT] = {
        [KIND_EVENT] = 1u << TARGET_EVENT,
        [KIND_DESTINATION] = 1u << TARGET_PLACE | 1u << TARGET_TOKEN | 1u << TARGET_PLACE_OR_GROUP,
        [KIND_GROUP] = 1u << TARGET_GROUP | 1u << TARGET_TOKEN | 1u << TARGET_PLACE_OR_GROUP,
    };
    if (place->change->kind == KIND_RULING)
        check_ruling_vanishing(place);
    else if (place->change->kind == KIND_CHIP)
        check_chip_vanishing(place);
    else if (place->change->op == CHANGE_DELETE)
        check_holders(place, targets[place->change->kind], place->change->id);
}

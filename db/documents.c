/* Turns stored documents into the structures that rules/ compiles. */

#include "db/documents.h"

#include "db/predicate.h"
#include "rules/metrics.h"
#include "rules/words.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define GROUP_PREFIX "group:"

static const char *text_of(const json_t *object, const char *key)
{
    return json_string_value(json_object_get(object, key));
}

static double number_of(const json_t *object, const char *key)
{
    const json_t *number = json_object_get(object, key);
    return json_is_number(number) ? json_number_value(number) : (double)NAN;
}

/* Of a day of which only the year or the month is known, the first. 0 where nothing is. */
static struct date day_of(const json_t *object, const char *key)
{
    const char *text = text_of(object, key);
    char whole[] = "0000-01-01";
    struct date day = {0};
    if (!text || strlen(text) >= sizeof whole)
        return day;
    memcpy(whole, text, strlen(text));
    return date_parse(whole, &day) ? day : (struct date){0};
}

static struct interval interval_of(const json_t *object, const char *from, const char *until)
{
    return (struct interval){.from = day_of(object, from), .until = day_of(object, until)};
}

/* The texts of a list, null and a missing one being empty; they are borrowed, the list is the caller's. */
static bool load_texts(const json_t *list, struct tokens *tokens)
{
    const size_t count = json_array_size(list);
    const char **items = calloc(count + 1, sizeof *items);
    if (!items)
        return false;
    for (size_t i = 0; i < count; i++)
        items[i] = json_string_value(json_array_get(list, i));
    *tokens = (struct tokens){.items = items, .count = count};
    return true;
}

static void free_texts(struct tokens *tokens)
{
    /* The list is ours; only its readers see it as const. */
    free((void *)(uintptr_t)tokens->items);
}

struct chip documents_chip(const json_t *document)
{
    const json_t *tops = json_object_get(document, "peak_tops");
    const json_t *memory = json_object_get(document, "memory");
    const json_t *interconnect = json_object_get(document, "interconnect");
    struct chip chip = {
        .id = text_of(document, "id"),
        .product = text_of(document, "product"),
        .name = text_of(document, "name"),
        .default_variant = json_is_true(json_object_get(document, "default_variant")),
        .specification =
            {
                .die_area_mm2 = number_of(document, "die_area_mm2"),
                .package_count = number_of(document, "package_count"),
                .memory_bandwidth_gb_s = number_of(memory, "bandwidth_gb_s"),
                .interconnect_gb_s = number_of(interconnect, "bandwidth_gb_s"),
                .memory_bandwidth_density = number_of(document, "memory_bandwidth_density"),
                .process_node_nm = number_of(document, "process_node_nm"),
                .vendor = text_of(document, "vendor"),
                .kind = text_of(document, "kind"),
                .segment = text_of(document, "segment"),
            },
    };
    for (unsigned i = 0; i < PRECISION_COUNT; i++)
        chip.specification.peak_tops[i] = number_of(tops, precision_word((enum precision)i));
    metrics_derive(&chip);
    return chip;
}

static bool add_chip(struct rules_builder *builder, const json_t *document)
{
    const struct chip chip = documents_chip(document);
    struct tokens aliases;
    if (!load_texts(json_object_get(document, "aliases"), &aliases))
        return false;
    const bool added = rules_add_chip(builder, &chip, aliases.items, aliases.count);
    free_texts(&aliases);
    return added;
}

/* Names beside its own: the two other codes of ISO 3166-1, then the aliases. */
static bool load_place_names(const json_t *document, struct tokens *names)
{
    const json_t *aliases = json_object_get(document, "aliases");
    const char **items = calloc(json_array_size(aliases) + 2, sizeof *items);
    if (!items)
        return false;
    size_t count = 0;
    for (size_t i = 0; i < json_array_size(aliases); i++)
        items[count++] = json_string_value(json_array_get(aliases, i));
    if (text_of(document, "alpha3"))
        items[count++] = text_of(document, "alpha3");
    if (text_of(document, "numeric"))
        items[count++] = text_of(document, "numeric");
    *names = (struct tokens){.items = items, .count = count};
    return true;
}

static bool load_memberships(const json_t *document, struct membership *memberships, size_t *count)
{
    const json_t *groups = json_object_get(document, "groups"),
                 *treated = json_object_get(document, "treated_as");
    for (size_t i = 0; i < json_array_size(groups); i++) {
        const json_t *membership = json_array_get(groups, i);
        char *token = NULL;
        if (asprintf(&token, GROUP_PREFIX "%s", text_of(membership, "group")) < 0)
            return false;
        memberships[(*count)++] =
            (struct membership){.token = token, .held = interval_of(membership, "from", "until")};
    }
    for (size_t i = 0; i < json_array_size(treated); i++) {
        const json_t *membership = json_array_get(treated, i);
        char *token = strdup(text_of(membership, "code"));
        if (!token)
            return false;
        memberships[(*count)++] =
            (struct membership){.token = token, .held = interval_of(membership, "from", "until")};
    }
    return true;
}

static bool add_place(struct rules_builder *builder, const json_t *document)
{
    const size_t most = json_array_size(json_object_get(document, "groups")) +
                        json_array_size(json_object_get(document, "treated_as"));
    struct membership *memberships = calloc(most + 1, sizeof *memberships);
    struct tokens names = {0};
    size_t count = 0;
    bool added =
        memberships && load_place_names(document, &names) && load_memberships(document, memberships, &count);
    const struct place place = {
        .code = text_of(document, "code"),
        .name = text_of(document, "name"),
        .memberships = memberships,
        .membership_count = count,
    };
    added = added && rules_add_place(builder, &place, names.items, names.count);
    for (size_t i = 0; i < count; i++)
        free((void *)(uintptr_t)memberships[i].token);
    free(memberships);
    free_texts(&names);
    return added;
}

static bool load_conditions(const json_t *list, struct provision *provision)
{
    const size_t count = json_array_size(list);
    struct condition *conditions = calloc(count + 1, sizeof *conditions);
    if (!conditions)
        return false;
    for (size_t i = 0; i < count; i++) {
        const json_t *condition = json_array_get(list, i);
        conditions[i] = (struct condition){
            .type = text_of(condition, "type"),
            .text = text_of(condition, "text"),
            .value = number_of(condition, "value"),
        };
    }
    provision->conditions = conditions;
    provision->condition_count = count;
    return true;
}

static bool load_predicate(struct rules_builder *builder, const json_t *predicate,
                           struct provision *provision)
{
    if (!json_is_object(predicate))
        return true;
    provision->predicate = predicate_load(builder, predicate);
    return provision->predicate != NULL;
}

static bool load_lists(const json_t *document, struct provision *provision)
{
    const json_t *destinations = json_object_get(document, "destinations");
    return load_texts(json_object_get(document, "eccns"), &provision->eccns) &&
           load_texts(json_object_get(document, "chips"), &provision->chips) &&
           load_texts(json_object_get(destinations, "include"), &provision->include) &&
           load_texts(json_object_get(destinations, "exclude"), &provision->exclude) &&
           load_texts(json_object_get(destinations, "headquartered_in"), &provision->headquartered_in) &&
           load_texts(json_object_get(document, "export_from"), &provision->export_from) &&
           load_texts(json_object_get(document, "targets"), &provision->targets);
}

static void load_words(const json_t *document, struct provision *provision)
{
    const char *effect = text_of(document, "effect"), *policy = text_of(document, "policy");
    const char *import_status = text_of(document, "import_status");
    if (effect)
        (void)effect_parse(effect, &provision->effect);
    if (policy)
        (void)policy_parse(policy, &provision->policy);
    if (import_status)
        (void)import_status_parse(import_status, &provision->import_status);
}

/* False when memory is short; what is filled so far is free_provision's. */
static bool load_provision(struct rules_builder *builder, const json_t *document, struct provision *provision)
{
    *provision = (struct provision){
        .id = text_of(document, "id"),
        .any_chip = json_array_size(json_object_get(document, "chips")) == 0,
        .priority = (int)json_number_value(json_object_get(document, "priority")),
        .exception = text_of(document, "exception"),
        .no_exceptions = json_is_true(json_object_get(document, "no_exceptions")),
        .in_force = interval_of(document, "effective_from", "effective_until"),
        .text = text_of(document, "text"),
        .cite = text_of(document, "cite"),
    };
    load_words(document, provision);
    return load_lists(document, provision) &&
           load_conditions(json_object_get(document, "conditions"), provision) &&
           load_predicate(builder, json_object_get(document, "predicate"), provision);
}

static void free_provision(struct provision *provision)
{
    free_texts(&provision->eccns);
    free_texts(&provision->chips);
    free_texts(&provision->include);
    free_texts(&provision->exclude);
    free_texts(&provision->headquartered_in);
    free_texts(&provision->export_from);
    free_texts(&provision->targets);
    free((void *)(uintptr_t)provision->conditions);
    predicate_free((struct predicate *)(uintptr_t)provision->predicate);
}

static bool add_ruling(struct rules_builder *builder, const json_t *document)
{
    const json_t *list = json_object_get(document, "provisions");
    const size_t count = json_array_size(list);
    const char *standing = text_of(document, "standing");
    struct provision *provisions = calloc(count + 1, sizeof *provisions);
    struct ruling ruling = {
        .id = text_of(document, "id"),
        .jurisdiction = text_of(document, "jurisdiction"),
        .title = text_of(document, "title"),
        .in_force = interval_of(document, "effective_from", "effective_until"),
        .announced = day_of(document, "announced_on"),
        .verified_through = day_of(document, "verified_through"),
        .provisions = provisions,
        .provision_count = count,
    };
    if (standing)
        (void)standing_parse(standing, &ruling.standing);
    bool added = provisions != NULL;
    for (size_t i = 0; added && i < count; i++)
        added = load_provision(builder, json_array_get(list, i), &provisions[i]);
    added = added && rules_add_ruling(builder, &ruling);
    for (size_t i = 0; provisions && i < count; i++)
        free_provision(&provisions[i]);
    free(provisions);
    return added;
}

bool documents_add(struct rules_builder *builder, enum kind kind, const json_t *document)
{
    switch (kind) {
    case KIND_CHIP:
        return add_chip(builder, document);
    case KIND_DESTINATION:
        return add_place(builder, document);
    case KIND_RULING:
        return add_ruling(builder, document);
    case KIND_DATASET:
    case KIND_GROUP:
    case KIND_EVENT:
    case KIND_DISPUTE:
    case KIND_COUNT:
        break;
    }
    return true;
}

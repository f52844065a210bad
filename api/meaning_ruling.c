/* A ruling's provisions: their ids, intervals, predicates and targets. */

#include "api/meaning.h"

#include "db/predicate.h"
#include "db/references.h"
#include "rules/date.h"
#include "rules/words.h"

#include <string.h>

/* Null and absent are open ends; false when a text is not a day. */
static bool read_day(const struct place_in *place, const json_t *object, const char *key, struct date *day)
{
    const char *text = json_string_value(json_object_get(object, key));
    *day = (struct date){0};
    if (!text || date_parse(text, day))
        return true;
    const struct place_in member = place_member(place, key);
    PLACE_FAULT(&member, "'%.40s' is not a day of the calendar: write YYYY-MM-DD", text);
    return false;
}

static bool read_interval(const struct place_in *place, const json_t *object, const char *from_key,
                          const char *until_key, struct interval *interval)
{
    const bool from = read_day(place, object, from_key, &interval->from);
    const bool until = read_day(place, object, until_key, &interval->until);
    if (!from || !until)
        return false;
    if (!interval_is_empty(*interval))
        return true;
    const struct place_in member = place_member(place, until_key);
    PLACE_FAULT(
        &member,
        "no day lies in this interval: %s is the first day on which it no longer holds, later than %s",
        until_key, from_key);
    return false;
}

void meaning_check_day(const struct place_in *place, const json_t *object, const char *key)
{
    struct date day;
    read_day(place, object, key, &day);
}

void meaning_check_interval(const struct place_in *place, const json_t *object, const char *from_key,
                            const char *until_key)
{
    struct interval interval;
    read_interval(place, object, from_key, until_key, &interval);
}

/* "<ruling>#<n>", n counted from 1. */
static bool is_provision_id(const char *id, const char *ruling)
{
    const size_t size = strlen(ruling);
    if (strncmp(id, ruling, size) != 0 || id[size] != '#' || id[size + 1] < '1' || id[size + 1] > '9')
        return false;
    return strspn(id + size + 1, "0123456789") == strlen(id + size + 1) && strlen(id + size + 1) <= 6;
}

struct reuse {
    const struct place_in *place;
    const char *id;
};

static bool check_reuse(const char *value, bool standing, void *context)
{
    const struct reuse *reuse = context;
    if (!standing && strcmp(value, reuse->id) == 0)
        PLACE_FAULT(reuse->place,
                    "%s named another provision before: numbers are never used again, take the next free one",
                    value);
    return true;
}

static void check_id(const struct place_in *place, const json_t *provisions, size_t i)
{
    const char *ruling = place->change->id;
    const char *id = json_string_value(json_object_get(json_array_get(provisions, i), "id"));
    const struct place_in member = place_member(place, "id");
    if (!id)
        return;
    if (!is_provision_id(id, ruling))
        PLACE_FAULT(&member, "'%.120s' is not the id of a provision of this ruling: write %s#1 and so on", id,
                    ruling);
    for (size_t j = 0; j < i; j++) {
        const char *other = json_string_value(json_object_get(json_array_get(provisions, j), "id"));
        if (other && strcmp(other, id) == 0)
            PLACE_FAULT(&member, "%s is the id of two provisions", id);
    }
    struct reuse reuse = {&member, id};
    if (!place->meaning->supposed && !references_values_ever(place->meaning->store, KIND_RULING, ruling,
                                                             "provisions", check_reuse, &reuse))
        place->meaning->failed = true;
}

static void check_effect(const struct place_in *place, const json_t *provision)
{
    const char *effect = json_string_value(json_object_get(provision, "effect"));
    const bool suspends = effect && strcmp(effect, effect_word(EFFECT_SUSPEND)) == 0;
    const bool restricts = effect && strcmp(effect, effect_word(EFFECT_IMPORT_RESTRICTION)) == 0;
    const bool has_targets = json_array_size(json_object_get(provision, "targets")) > 0;
    const bool has_import_status = json_is_string(json_object_get(provision, "import_status"));
    const struct place_in targets = place_member(place, "targets");
    const struct place_in import_status = place_member(place, "import_status");
    if (suspends && !has_targets)
        PLACE_FAULT(&targets, "a suspend names at least one ruling or provision that it suspends");
    if (!suspends && has_targets)
        PLACE_FAULT(&targets, "only a suspend has targets");
    if (restricts && !has_import_status)
        PLACE_FAULT(&import_status, "an import_restriction says how strict it is: inspection, discouraged, "
                                    "approval_required or not_admitted");
    if (!restricts && has_import_status)
        PLACE_FAULT(&import_status, "only an import_restriction has an import_status");
}

static void check_provision(const struct place_in *place, const json_t *provision,
                            const struct interval *ruling)
{
    struct interval own;
    const json_t *predicate = json_object_get(provision, "predicate");
    if (read_interval(place, provision, "effective_from", "effective_until", &own) && ruling &&
        interval_is_empty(interval_meet(own, *ruling)))
        PLACE_FAULT(
            place,
            "the interval of this provision lies outside that of its ruling: it could never be in force");
    if (predicate && !json_is_null(predicate)) {
        const struct place_in member = place_member(place, "predicate");
        const size_t before = place->meaning->faults->total;
        predicate_check(predicate, member.pointer, place->meaning->faults);
        if (place->meaning->faults->total == before)
            meaning_check_fields(&member, predicate);
    }
    check_effect(place, provision);
}

static bool is_listed(const json_t *list, const char *id, size_t size)
{
    size_t i;
    const json_t *item;
    json_array_foreach(list, i, item)
    {
        const char *text = json_string_value(item);
        if (text && strlen(text) == size && memcmp(text, id, size) == 0)
            return true;
    }
    return false;
}

/* The rulings that its suspends target are those that it says it suspends. */
static void check_targets(const struct place_in *place, const json_t *provision, json_t *suspended)
{
    const json_t *suspends = json_object_get(place->change->document, "suspends");
    const json_t *targets = json_object_get(provision, "targets");
    for (size_t i = 0; i < json_array_size(targets); i++) {
        const char *target = json_string_value(json_array_get(targets, i));
        const size_t size = target ? strcspn(target, "#") : 0;
        if (!target)
            continue;
        json_array_append_new(suspended, json_stringn(target, size));
        if (strlen(place->change->id) == size && memcmp(target, place->change->id, size) == 0)
            PLACE_FAULT(place, "a ruling cannot suspend itself");
        else if (suspends && !is_listed(suspends, target, size))
            PLACE_FAULT(place, "suspends %.*s, which 'suspends' of the ruling does not list", (int)size,
                        target);
    }
}

static void check_relations(const struct place_in *place)
{
    static const char *const relations[] = {"amends", "supersedes", "suspends"};
    const json_t *ruling = place->change->document, *provisions = json_object_get(ruling, "provisions");
    const struct place_in list = place_member(place, "provisions");
    json_t *suspended = json_array();
    for (size_t i = 0; suspended && i < json_array_size(provisions); i++) {
        const struct place_in item = place_item(&list, i);
        const struct place_in targets = place_member(&item, "targets");
        check_targets(&targets, json_array_get(provisions, i), suspended);
    }
    for (size_t k = 0; k < sizeof relations / sizeof relations[0]; k++) {
        const struct place_in member = place_member(place, relations[k]);
        if (is_listed(json_object_get(ruling, relations[k]), place->change->id, strlen(place->change->id)))
            PLACE_FAULT(&member, "a ruling does not name itself here");
    }
    const json_t *suspends = json_object_get(ruling, "suspends");
    const struct place_in said = place_member(place, "suspends");
    for (size_t i = 0; i < json_array_size(suspends); i++) {
        const char *id = json_string_value(json_array_get(suspends, i));
        const struct place_in item = place_item(&said, i);
        if (id && !strchr(id, '#') && !is_listed(suspended, id, strlen(id)))
            PLACE_FAULT(&item, "no provision with the effect suspend targets %.96s or a provision of it", id);
    }
    json_decref(suspended);
}

static void check_jurisdiction(const struct place_in *place)
{
    const char *code = json_string_value(json_object_get(place->change->document, "jurisdiction"));
    const struct place_in member = place_member(place, "jurisdiction");
    if (code && !meaning_stands(place->meaning, KIND_DESTINATION, code) &&
        !meaning_stands(place->meaning, KIND_GROUP, code))
        PLACE_FAULT(&member, "'%.32s' is no destination and no group: nobody would be heard there", code);
}

void meaning_check_ruling(const struct place_in *place)
{
    const json_t *ruling = place->change->document;
    const json_t *provisions = json_object_get(ruling, "provisions");
    const struct place_in list = place_member(place, "provisions");
    struct interval interval;
    const bool sound = read_interval(place, ruling, "effective_from", "effective_until", &interval);
    meaning_check_day(place, ruling, "verified_through");
    check_jurisdiction(place);
    check_relations(place);
    for (size_t i = 0; i < json_array_size(provisions); i++) {
        const struct place_in item = place_item(&list, i);
        check_id(&item, provisions, i);
        check_provision(&item, json_array_get(provisions, i), sound ? &interval : NULL);
    }
}

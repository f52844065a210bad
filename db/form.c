#include "db/form.h"

#include "db/predicate.h"
#include "rules/words.h"

#include <limits.h>
#include <string.h>

struct member {
    const char *name; /* NULL: the end */
    bool (*is_good)(const json_t *value, const struct member *inside);
    bool needed; /* else it may be null or missing */
    const struct member *inside;
};

static bool is_text(const json_t *value, const struct member *inside)
{
    (void)inside;
    return json_is_string(value);
}

/* A day, or a month or year alone. */
static bool is_day(const json_t *value, const struct member *inside)
{
    char whole[] = "0000-01-01";
    struct date day;
    if (!is_text(value, inside) || json_string_length(value) >= sizeof whole)
        return false;
    memcpy(whole, json_string_value(value), json_string_length(value));
    return date_parse(whole, &day);
}

static bool is_effect(const json_t *value, const struct member *inside)
{
    enum effect effect;
    return is_text(value, inside) && effect_parse(json_string_value(value), &effect);
}

static bool is_policy(const json_t *value, const struct member *inside)
{
    enum policy policy;
    return is_text(value, inside) && policy_parse(json_string_value(value), &policy);
}

static bool is_import_status(const json_t *value, const struct member *inside)
{
    enum import_status status;
    return is_text(value, inside) && import_status_parse(json_string_value(value), &status);
}

static bool is_standing(const json_t *value, const struct member *inside)
{
    enum standing standing;
    return is_text(value, inside) && standing_parse(json_string_value(value), &standing);
}

static bool is_number(const json_t *value, const struct member *inside)
{
    (void)inside;
    return json_is_number(value);
}

static bool is_integer(const json_t *value, const struct member *inside)
{
    (void)inside;
    return json_is_integer(value) && json_integer_value(value) >= INT_MIN &&
           json_integer_value(value) <= INT_MAX;
}

static bool is_boolean(const json_t *value, const struct member *inside)
{
    (void)inside;
    return json_is_boolean(value);
}

static bool is_predicate(const json_t *value, const struct member *inside)
{
    (void)inside;
    struct faults faults = {0};
    predicate_check(value, "", &faults);
    const bool good = faults.total == 0;
    faults_done(&faults);
    return good;
}

static bool is_object(const json_t *value, const struct member *inside)
{
    for (const struct member *member = inside; member->name; member++) {
        const json_t *of_it = json_object_get(value, member->name);
        const bool absent = !of_it || json_is_null(of_it);
        if (absent ? member->needed : !member->is_good(of_it, member->inside))
            return false;
    }
    return json_is_object(value);
}

static bool are_all(const json_t *list, bool (*is_good)(const json_t *, const struct member *),
                    const struct member *inside)
{
    size_t i;
    const json_t *item;
    json_array_foreach(list, i, item)
    {
        if (!is_good(item, inside))
            return false;
    }
    return json_is_array(list);
}

static bool are_texts(const json_t *list, const struct member *inside)
{
    return are_all(list, is_text, inside);
}

static bool are_objects(const json_t *list, const struct member *inside)
{
    return are_all(list, is_object, inside);
}

static const struct member peak_tops[] = {{"fp64", is_number, false, NULL},
                                          {"fp32", is_number, false, NULL},
                                          {"tf32", is_number, false, NULL},
                                          {"fp16", is_number, false, NULL},
                                          {"bf16", is_number, false, NULL},
                                          {"fp8", is_number, false, NULL},
                                          {"int8", is_number, false, NULL},
                                          {"fp6", is_number, false, NULL},
                                          {"fp4", is_number, false, NULL},
                                          {"int4", is_number, false, NULL},
                                          {.name = NULL}};

static const struct member bandwidth[] = {{"bandwidth_gb_s", is_number, false, NULL}, {.name = NULL}};

static const struct member chip[] = {{"id", is_text, true, NULL},
                                     {"product", is_text, true, NULL},
                                     {"name", is_text, true, NULL},
                                     {"aliases", are_texts, false, NULL},
                                     {"default_variant", is_boolean, false, NULL},
                                     {"peak_tops", is_object, false, peak_tops},
                                     {"die_area_mm2", is_number, false, NULL},
                                     {"package_count", is_number, false, NULL},
                                     {"memory", is_object, false, bandwidth},
                                     {"interconnect", is_object, false, bandwidth},
                                     {"memory_bandwidth_density", is_number, false, NULL},
                                     {"process_node_nm", is_number, false, NULL},
                                     {"vendor", is_text, false, NULL},
                                     {"kind", is_text, false, NULL},
                                     {"segment", is_text, false, NULL},
                                     {.name = NULL}};

static const struct member group_membership[] = {{"group", is_text, true, NULL},
                                                 {"from", is_day, false, NULL},
                                                 {"until", is_day, false, NULL},
                                                 {.name = NULL}};

static const struct member treatment[] = {{"code", is_text, true, NULL},
                                          {"from", is_day, false, NULL},
                                          {"until", is_day, false, NULL},
                                          {.name = NULL}};

static const struct member destination[] = {{"code", is_text, true, NULL},
                                            {"name", is_text, true, NULL},
                                            {"alpha3", is_text, false, NULL},
                                            {"numeric", is_text, false, NULL},
                                            {"aliases", are_texts, false, NULL},
                                            {"groups", are_objects, false, group_membership},
                                            {"treated_as", are_objects, false, treatment},
                                            {.name = NULL}};

static const struct member places[] = {{"include", are_texts, false, NULL},
                                       {"exclude", are_texts, false, NULL},
                                       {"headquartered_in", are_texts, false, NULL},
                                       {.name = NULL}};

static const struct member condition[] = {{"type", is_text, true, NULL},
                                          {"text", is_text, true, NULL},
                                          {"value", is_number, false, NULL},
                                          {.name = NULL}};

static const struct member provision[] = {{"id", is_text, true, NULL},
                                          {"effect", is_effect, true, NULL},
                                          {"text", is_text, true, NULL},
                                          {"cite", is_text, false, NULL},
                                          {"effective_from", is_day, false, NULL},
                                          {"effective_until", is_day, false, NULL},
                                          {"eccns", are_texts, false, NULL},
                                          {"chips", are_texts, false, NULL},
                                          {"predicate", is_predicate, false, NULL},
                                          {"destinations", is_object, false, places},
                                          {"export_from", are_texts, false, NULL},
                                          {"policy", is_policy, false, NULL},
                                          {"priority", is_integer, false, NULL},
                                          {"import_status", is_import_status, false, NULL},
                                          {"exception", is_text, false, NULL},
                                          {"no_exceptions", is_boolean, false, NULL},
                                          {"conditions", are_objects, false, condition},
                                          {"targets", are_texts, false, NULL},
                                          {.name = NULL}};

static const struct member ruling[] = {{"id", is_text, true, NULL},
                                       {"jurisdiction", is_text, true, NULL},
                                       {"title", is_text, true, NULL},
                                       {"standing", is_standing, true, NULL},
                                       {"effective_from", is_day, false, NULL},
                                       {"effective_until", is_day, false, NULL},
                                       {"announced_on", is_day, false, NULL},
                                       {"verified_through", is_day, false, NULL},
                                       {"provisions", are_objects, true, provision},
                                       {.name = NULL}};

static const struct member *const members_of[KIND_COUNT] = {
    [KIND_CHIP] = chip, [KIND_DESTINATION] = destination, [KIND_RULING] = ruling};

bool form_holds(enum kind kind, const json_t *document)
{
    return document && (!members_of[kind] || is_object(document, members_of[kind]));
}

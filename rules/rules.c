/* Finding things in compiled rules by their exact names. */

#include "rules/rules.h"

#include <stdlib.h>
#include <string.h>

static int id_against_chip(const void *id, const void *chip)
{
    return strcmp(id, ((const struct chip *)chip)->id);
}

static int id_against_ruling(const void *id, const void *ruling)
{
    return strcmp(id, ((const struct ruling *)ruling)->id);
}

static int code_against_place(const void *code, const void *place)
{
    return strcmp(code, ((const struct place *)place)->code);
}

const struct chip *rules_find_chip(const struct rules *rules, const char *id)
{
    if (rules->chip_count == 0)
        return NULL;
    return bsearch(id, rules->chips, rules->chip_count, sizeof *rules->chips, id_against_chip);
}

const struct ruling *rules_find_ruling(const struct rules *rules, const char *id)
{
    if (rules->ruling_count == 0)
        return NULL;
    return bsearch(id, rules->rulings, rules->ruling_count, sizeof *rules->rulings, id_against_ruling);
}

const struct place *rules_find_place(const struct rules *rules, const char *code)
{
    if (rules->place_count == 0)
        return NULL;
    return bsearch(code, rules->places, rules->place_count, sizeof *rules->places, code_against_place);
}

const struct field *rules_find_field(const struct rules *rules, const char *name)
{
    for (size_t i = 0; i < rules->field_count; i++) {
        if (strcmp(rules->fields[i].name, name) == 0)
            return &rules->fields[i];
    }
    return NULL;
}

struct asking {
    const struct provision *provision;
    unsigned field;
    comparison_fn *each;
    void *context;
};

static void each_comparison(const struct asking *asking, const struct predicate *predicate)
{
    if (!predicate)
        return;
    for (unsigned i = 0; i < predicate->child_count; i++)
        each_comparison(asking, &predicate->children[i]);
    if (predicate->kind == PREDICATE_COMPARE && predicate->field == asking->field)
        asking->each(asking->provision, predicate, asking->context);
}

void rules_each_comparison(const struct rules *rules, const struct field *field, comparison_fn *each,
                           void *context)
{
    for (size_t i = 0; i < rules->provision_count; i++) {
        const struct provision *provision = rules->provisions[i];
        const struct asking asking = {provision, (unsigned)(field - rules->fields), each, context};
        each_comparison(&asking, provision->predicate);
    }
}

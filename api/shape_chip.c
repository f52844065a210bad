/* Chips add the metrics that rulings turn on, with how they come about. */
#include "api/member.h"
#include "api/shapes.h"
#include "rules/metrics.h"
#include "rules/words.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static void write_fact(struct json_out *out, const char *key, struct value fact)
{
    json_out_key(out, key);
    if (fact.type == VALUE_NUMBER)
        json_out_number(out, fact.number);
    else if (fact.type == VALUE_BOOLEAN)
        json_out_boolean(out, fact.boolean);
    else
        json_out_null(out);
}

/* "tpp = 296 TOPS at fp8 x 8 bit / 1 package; performance_density = tpp / (814 mm2 / 1 package)" */
static void write_derivation(struct json_out *out, const struct chip *chip)
{
    char tops[JSON_NUMBER_SIZE];
    char packages[JSON_NUMBER_SIZE];
    char area[JSON_NUMBER_SIZE];
    const struct specification *of = &chip->specification;
    json_out_key(out, "derivation");
    if (chip->facts[ITEM_TPP].type != VALUE_NUMBER) {
        json_out_text(out, isnan(of->package_count) ? "tpp is not known: the number of packages is not"
                                                    : "tpp is not known: no throughput is published");
        return;
    }
    json_out_format_number(of->peak_tops[chip->tpp_precision], tops);
    json_out_format_number(of->package_count, packages);
    char text[256];
    int size = snprintf(text, sizeof text, "tpp = %s TOPS at %s x %d bit / %s package%s", tops,
                        precision_word(chip->tpp_precision), precision_bits(chip->tpp_precision), packages,
                        of->package_count > 1 ? "s" : "");
    if (isnan(of->die_area_mm2)) {
        snprintf(text + size, sizeof text - (size_t)size,
                 "; performance_density is not known: no die area is published");
    } else {
        json_out_format_number(of->die_area_mm2, area);
        snprintf(text + size, sizeof text - (size_t)size,
                 "; performance_density = tpp / (%s mm2 / %s package%s)", area, packages,
                 of->package_count > 1 ? "s" : "");
    }
    json_out_text(out, text);
}

void shape_metrics(struct json_out *out, const struct chip *chip)
{
    const bool known = chip->facts[ITEM_TPP].type == VALUE_NUMBER;
    json_out_begin_object(out);
    write_fact(out, "tpp", chip->facts[ITEM_TPP]);
    member_text(out, "tpp_precision", known ? precision_word(chip->tpp_precision) : NULL);
    write_fact(out, "performance_density", chip->facts[ITEM_PERFORMANCE_DENSITY]);
    write_fact(out, "io_plus_memory_bandwidth_gb_s", chip->facts[ITEM_IO_PLUS_MEMORY_BANDWIDTH_GB_S]);
    write_fact(out, "data_center", chip->facts[ITEM_DATA_CENTER]);
    write_fact(out, "assembly", chip->facts[ITEM_ASSEMBLY]);
    write_derivation(out, chip);
    json_out_end_object(out);
}

/* A member of the metrics by its name behind "metrics.". */
static bool write_metric(struct json_out *out, const struct chip *chip, const char *name)
{
    struct json_out whole = {0};
    struct json_slice value;
    shape_metrics(&whole, chip);
    const bool found =
        !whole.failed && json_slice_find((struct json_slice){whole.text, whole.size}, name, &value);
    if (found)
        json_out_raw(out, value.text, value.size);
    out->failed |= whole.failed;
    json_out_done(&whole);
    return found;
}

static bool derive(struct json_out *out, const char *path, const struct document *document,
                   const struct context *context, const void *extra)
{
    (void)extra;
    const struct chip *chip = rules_find_chip(context->rules, document->id);
    if (!chip || strncmp(path, "metrics", strlen("metrics")) != 0)
        return false;
    if (path[strlen("metrics")] == '.')
        return write_metric(out, chip, path + strlen("metrics."));
    shape_metrics(out, chip);
    return true;
}

struct shape shape_of_chips(void)
{
    struct shape shape = shape_of(KIND_CHIP);
    shape.derive = derive;
    return shape;
}

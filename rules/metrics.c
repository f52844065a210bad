/* The metrics of a chip, from its published specification: 3A090 technical notes, 15 CFR part 774 supp.
 * no. 1. */

#include "rules/metrics.h"

#include <math.h>
#include <string.h>

int precision_bits(enum precision precision)
{
    static const int bits[PRECISION_COUNT] = {
        [PRECISION_FP64] = 64, [PRECISION_FP32] = 32, [PRECISION_TF32] = 0, [PRECISION_FP16] = 16,
        [PRECISION_BF16] = 16, [PRECISION_FP8] = 8,   [PRECISION_INT8] = 8, [PRECISION_FP6] = 6,
        [PRECISION_FP4] = 4,   [PRECISION_INT4] = 4,
    };
    return bits[precision];
}

static struct value number_or_unknown(double number)
{
    if (!isfinite(number))
        return (struct value){.type = VALUE_UNKNOWN};
    return (struct value){.type = VALUE_NUMBER, .number = number};
}

static struct value text_or_unknown(const char *text)
{
    if (!text)
        return (struct value){.type = VALUE_UNKNOWN};
    return (struct value){.type = VALUE_TEXT, .text = text};
}

static struct value text_is(const char *text, const char *word)
{
    if (!text)
        return (struct value){.type = VALUE_UNKNOWN};
    return (struct value){.type = VALUE_BOOLEAN, .boolean = strcmp(text, word) == 0};
}

/* NAN where nothing is published; then `best` is untouched. */
static double most_tops_times_bits(const struct specification *specification, enum precision *best)
{
    double most = (double)NAN;
    for (unsigned i = 0; i < PRECISION_COUNT; i++) {
        const double product = specification->peak_tops[i] * precision_bits((enum precision)i);
        if (precision_bits((enum precision)i) == 0 || isnan(product) || product <= most)
            continue;
        most = product;
        *best = (enum precision)i;
    }
    return most;
}

void metrics_derive(struct chip *chip)
{
    const struct specification *given = &chip->specification;
    /* Zero packages or no silicon is no measurement. */
    const double packages = given->package_count > 0 ? given->package_count : (double)NAN;
    const double area = given->die_area_mm2 > 0 ? given->die_area_mm2 : (double)NAN;

    const double tpp = most_tops_times_bits(given, &chip->tpp_precision) / packages;
    chip->facts[ITEM_TPP] = number_or_unknown(tpp);
    chip->facts[ITEM_PERFORMANCE_DENSITY] = number_or_unknown(tpp / (area / packages));
    chip->facts[ITEM_INTERCONNECT_GB_S] = number_or_unknown(given->interconnect_gb_s);
    chip->facts[ITEM_MEMORY_BANDWIDTH_GB_S] = number_or_unknown(given->memory_bandwidth_gb_s);
    chip->facts[ITEM_IO_PLUS_MEMORY_BANDWIDTH_GB_S] =
        number_or_unknown(given->memory_bandwidth_gb_s + given->interconnect_gb_s);
    chip->facts[ITEM_MEMORY_BANDWIDTH_DENSITY] = number_or_unknown(given->memory_bandwidth_density);
    chip->facts[ITEM_PROCESS_NODE_NM] = number_or_unknown(given->process_node_nm);
    chip->facts[ITEM_DATA_CENTER] = text_is(given->segment, "data_center");
    chip->facts[ITEM_ASSEMBLY] = text_is(given->kind, "system");
    chip->facts[ITEM_VENDOR] = text_or_unknown(given->vendor);
    chip->facts[ITEM_KIND] = text_or_unknown(given->kind);
}

/* Metrics of a specification. */

#include "rules/metrics.h"
#include "rules/words.h"

#include <criterion/criterion.h>
#include <math.h>

static struct chip blank(void)
{
    struct chip chip = {.id = NULL};
    for (unsigned i = 0; i < PRECISION_COUNT; i++)
        chip.specification.peak_tops[i] = (double)NAN;
    chip.specification.die_area_mm2 = chip.specification.package_count = (double)NAN;
    chip.specification.memory_bandwidth_gb_s = chip.specification.interconnect_gb_s = (double)NAN;
    chip.specification.memory_bandwidth_density = chip.specification.process_node_nm = (double)NAN;
    return chip;
}

static void expect_number(struct value value, double number)
{
    cr_expect_eq(value.type, VALUE_NUMBER);
    cr_expect_float_eq(value.number, number, 1e-9);
}

/* H20: 296 TOPS of FP8 on one package of 814 mm2. */
static struct chip h20(void)
{
    struct chip chip = blank();
    chip.specification.peak_tops[PRECISION_FP8] = 296;
    chip.specification.peak_tops[PRECISION_FP16] = 148;
    chip.specification.peak_tops[PRECISION_FP32] = 44;
    chip.specification.peak_tops[PRECISION_TF32] = 740;
    chip.specification.die_area_mm2 = 814;
    chip.specification.package_count = 1;
    chip.specification.memory_bandwidth_gb_s = 4000;
    chip.specification.interconnect_gb_s = 900;
    chip.specification.segment = "data_center";
    chip.specification.kind = "gpu";
    chip.specification.vendor = "NVIDIA";
    return chip;
}

Test(metrics, tpp_is_the_most_tops_times_bits_tf32_aside)
{
    struct chip chip = h20();
    metrics_derive(&chip);
    expect_number(chip.facts[ITEM_TPP], 2368);
    cr_expect(chip.tpp_precision == PRECISION_FP8 || chip.tpp_precision == PRECISION_FP16);
    chip.specification.peak_tops[PRECISION_FP64] = 40;
    metrics_derive(&chip);
    expect_number(chip.facts[ITEM_TPP], 2560);
    cr_expect_eq(chip.tpp_precision, PRECISION_FP64);
}

/* One operation a second, of one precision alone: so many bits it has. */
Test(metrics, an_operation_counts_by_its_bits)
{
    static const double bits[PRECISION_COUNT] = {
        [PRECISION_FP64] = 64, [PRECISION_FP32] = 32, [PRECISION_FP16] = 16,
        [PRECISION_BF16] = 16, [PRECISION_FP8] = 8,   [PRECISION_INT8] = 8,
        [PRECISION_FP6] = 6,   [PRECISION_FP4] = 4,   [PRECISION_INT4] = 4,
    };
    for (unsigned i = 0; i < PRECISION_COUNT; i++) {
        struct chip chip = blank();
        chip.specification.package_count = 1;
        chip.specification.peak_tops[i] = 1;
        metrics_derive(&chip);
        cr_expect_eq(chip.facts[ITEM_TPP].type, i == PRECISION_TF32 ? VALUE_UNKNOWN : VALUE_NUMBER);
        if (i != PRECISION_TF32)
            expect_number(chip.facts[ITEM_TPP], bits[i]);
    }
}

Test(metrics, of_two_precisions_alike_the_first_is_told)
{
    struct chip chip = h20();
    chip.specification.peak_tops[PRECISION_FP64] = 37;
    chip.specification.peak_tops[PRECISION_FP32] = 74;
    metrics_derive(&chip);
    cr_expect_eq(chip.tpp_precision, PRECISION_FP64 < PRECISION_FP32 ? PRECISION_FP64 : PRECISION_FP32);
}

Test(metrics, no_area_and_no_package_are_no_measurement)
{
    struct chip chip = h20();
    chip.specification.die_area_mm2 = 0;
    metrics_derive(&chip);
    cr_expect_eq(chip.facts[ITEM_PERFORMANCE_DENSITY].type, VALUE_UNKNOWN);
    chip.specification.die_area_mm2 = 0.5;
    metrics_derive(&chip);
    expect_number(chip.facts[ITEM_PERFORMANCE_DENSITY], 4736);
}

Test(metrics, what_is_published_is_a_fact_as_it_stands)
{
    struct chip chip = h20();
    chip.specification.memory_bandwidth_density = 4.5;
    chip.specification.process_node_nm = 7;
    metrics_derive(&chip);
    expect_number(chip.facts[ITEM_MEMORY_BANDWIDTH_DENSITY], 4.5);
    expect_number(chip.facts[ITEM_PROCESS_NODE_NM], 7);
    expect_number(chip.facts[ITEM_MEMORY_BANDWIDTH_GB_S], 4000);
    expect_number(chip.facts[ITEM_INTERCONNECT_GB_S], 900);
}

Test(metrics, several_packages_share_operations_and_area)
{
    struct chip chip = h20();
    chip.specification.package_count = 2;
    metrics_derive(&chip);
    expect_number(chip.facts[ITEM_TPP], 1184);
    expect_number(chip.facts[ITEM_PERFORMANCE_DENSITY], 1184.0 / 407.0);
}

Test(metrics, the_rest_follows_from_the_specification)
{
    struct chip chip = h20();
    metrics_derive(&chip);
    expect_number(chip.facts[ITEM_PERFORMANCE_DENSITY], 2368.0 / 814.0);
    expect_number(chip.facts[ITEM_IO_PLUS_MEMORY_BANDWIDTH_GB_S], 4900);
    cr_expect(chip.facts[ITEM_DATA_CENTER].boolean);
    cr_expect_not(chip.facts[ITEM_ASSEMBLY].boolean);
    cr_expect_str_eq(chip.facts[ITEM_VENDOR].text, "NVIDIA");
    cr_expect_eq(chip.facts[ITEM_PROCESS_NODE_NM].type, VALUE_UNKNOWN);
}

Test(metrics, a_missing_input_leaves_a_metric_unknown)
{
    struct chip chip = h20();
    chip.specification.die_area_mm2 = (double)NAN;
    chip.specification.interconnect_gb_s = (double)NAN;
    chip.specification.segment = NULL;
    metrics_derive(&chip);
    expect_number(chip.facts[ITEM_TPP], 2368);
    cr_expect_eq(chip.facts[ITEM_PERFORMANCE_DENSITY].type, VALUE_UNKNOWN);
    cr_expect_eq(chip.facts[ITEM_IO_PLUS_MEMORY_BANDWIDTH_GB_S].type, VALUE_UNKNOWN);
    cr_expect_eq(chip.facts[ITEM_DATA_CENTER].type, VALUE_UNKNOWN);
    chip.specification.package_count = 0;
    metrics_derive(&chip);
    cr_expect_eq(chip.facts[ITEM_TPP].type, VALUE_UNKNOWN);
}

Test(metrics, nothing_known_leaves_everything_unknown)
{
    struct chip chip = blank();
    metrics_derive(&chip);
    for (unsigned i = 0; i < ITEM_FIELD_COUNT; i++)
        cr_expect_eq(chip.facts[i].type, VALUE_UNKNOWN, "%s", item_field_word((enum item_field)i));
}

/* The spellings of the closed lists, one table a list. */

#include "rules/words.h"

#include <string.h>

static const char *const effects[EFFECT_COUNT] = {
    [EFFECT_GUIDANCE] = "guidance",
    [EFFECT_CLASSIFY] = "classify",
    [EFFECT_LICENSE_REQUIRED] = "license_required",
    [EFFECT_LICENSE_EXCEPTION] = "license_exception",
    [EFFECT_LICENSE_POLICY] = "license_policy",
    [EFFECT_CONDITION] = "condition",
    [EFFECT_PROHIBIT] = "prohibit",
    [EFFECT_SUSPEND] = "suspend",
    [EFFECT_IMPORT_RESTRICTION] = "import_restriction",
    [EFFECT_TARIFF] = "tariff",
};

static const char *const policies[POLICY_COUNT] = {
    [POLICY_PRESUMPTION_OF_APPROVAL] = "presumption_of_approval",
    [POLICY_CASE_BY_CASE] = "case_by_case",
    [POLICY_PRESUMPTION_OF_DENIAL] = "presumption_of_denial",
    [POLICY_OF_DENIAL] = "policy_of_denial",
};

static const char *const import_statuses[IMPORT_COUNT] = {
    [IMPORT_NO_RESTRICTION_RECORDED] = "no_restriction_recorded",
    [IMPORT_INSPECTION] = "inspection",
    [IMPORT_DISCOURAGED] = "discouraged",
    [IMPORT_APPROVAL_REQUIRED] = "approval_required",
    [IMPORT_NOT_ADMITTED] = "not_admitted",
};

static const char *const standings[STANDING_COUNT] = {
    [STANDING_PROPOSED] = "proposed",
    [STANDING_ANNOUNCED] = "announced",
    [STANDING_OPERATIVE] = "operative",
};

static const char *const statuses[STATUS_COUNT] = {
    [STATUS_UNKNOWN] = "unknown",
    [STATUS_NO_LICENSE_REQUIRED] = "no_license_required",
    [STATUS_LICENSE_EXCEPTION_AVAILABLE] = "license_exception_available",
    [STATUS_LICENSE_REQUIRED] = "license_required",
    [STATUS_PROHIBITED] = "prohibited",
};

static const char *const comparisons[] = {
    [COMPARE_EQUAL] = "==", [COMPARE_NOT_EQUAL] = "!=", [COMPARE_LESS] = "<", [COMPARE_AT_MOST] = "<=",
    [COMPARE_MORE] = ">",   [COMPARE_AT_LEAST] = ">=",  [COMPARE_IN] = "in",
};
#define COMPARISON_COUNT (sizeof comparisons / sizeof comparisons[0])

static const char *const precisions[PRECISION_COUNT] = {
    [PRECISION_FP64] = "fp64", [PRECISION_FP32] = "fp32", [PRECISION_TF32] = "tf32",
    [PRECISION_FP16] = "fp16", [PRECISION_BF16] = "bf16", [PRECISION_FP8] = "fp8",
    [PRECISION_INT8] = "int8", [PRECISION_FP6] = "fp6",   [PRECISION_FP4] = "fp4",
    [PRECISION_INT4] = "int4",
};

static const char *const item_fields[ITEM_FIELD_COUNT] = {
    [ITEM_TPP] = "tpp",
    [ITEM_PERFORMANCE_DENSITY] = "performance_density",
    [ITEM_INTERCONNECT_GB_S] = "interconnect_gb_s",
    [ITEM_MEMORY_BANDWIDTH_GB_S] = "memory_bandwidth_gb_s",
    [ITEM_IO_PLUS_MEMORY_BANDWIDTH_GB_S] = "io_plus_memory_bandwidth_gb_s",
    [ITEM_MEMORY_BANDWIDTH_DENSITY] = "memory_bandwidth_density",
    [ITEM_PROCESS_NODE_NM] = "process_node_nm",
    [ITEM_DATA_CENTER] = "data_center",
    [ITEM_ASSEMBLY] = "assembly",
    [ITEM_VENDOR] = "vendor",
    [ITEM_KIND] = "kind",
};

/* `index` is untouched when the word is not in the list. */
static bool find_word(const char *const *words, unsigned count, const char *word, unsigned *index)
{
    for (unsigned i = 0; i < count; i++) {
        if (words[i] && strcmp(words[i], word) == 0) {
            *index = i;
            return true;
        }
    }
    return false;
}

const char *effect_word(enum effect effect)
{
    return effects[effect];
}

const char *policy_word(enum policy policy)
{
    return policies[policy];
}

const char *import_status_word(enum import_status status)
{
    return import_statuses[status];
}

const char *standing_word(enum standing standing)
{
    return standings[standing];
}

const char *status_word(enum status status)
{
    return statuses[status];
}

const char *comparison_word(enum comparison comparison)
{
    return comparisons[comparison];
}

const char *precision_word(enum precision precision)
{
    return precisions[precision];
}

const char *item_field_word(enum item_field field)
{
    return item_fields[field];
}

bool effect_parse(const char *word, enum effect *effect)
{
    unsigned index = 0;
    const bool found = find_word(effects, EFFECT_COUNT, word, &index);
    if (found)
        *effect = (enum effect)index;
    return found;
}

bool policy_parse(const char *word, enum policy *policy)
{
    unsigned index = 0;
    const bool found = find_word(policies, POLICY_COUNT, word, &index);
    if (found)
        *policy = (enum policy)index;
    return found;
}

bool import_status_parse(const char *word, enum import_status *status)
{
    unsigned index = 0;
    const bool found = find_word(import_statuses, IMPORT_COUNT, word, &index);
    if (found)
        *status = (enum import_status)index;
    return found;
}

bool standing_parse(const char *word, enum standing *standing)
{
    unsigned index = 0;
    const bool found = find_word(standings, STANDING_COUNT, word, &index);
    if (found)
        *standing = (enum standing)index;
    return found;
}

bool status_parse(const char *word, enum status *status)
{
    unsigned index = 0;
    const bool found = find_word(statuses, STATUS_COUNT, word, &index);
    if (found)
        *status = (enum status)index;
    return found;
}

bool comparison_parse(const char *word, enum comparison *comparison)
{
    unsigned index = 0;
    const bool found = find_word(comparisons, COMPARISON_COUNT, word, &index);
    if (found)
        *comparison = (enum comparison)index;
    return found;
}

bool item_field_parse(const char *word, enum item_field *field)
{
    unsigned index = 0;
    const bool found = find_word(item_fields, ITEM_FIELD_COUNT, word, &index);
    if (found)
        *field = (enum item_field)index;
    return found;
}

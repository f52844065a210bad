#pragma once
/* The law of one data version, compiled: chips, rulings and places as immutable structures in one arena. */

#include "rules/date.h"
#include "rules/value.h"

#include <stddef.h>
#include <stdint.h>

enum precision {
    PRECISION_FP64,
    PRECISION_FP32,
    PRECISION_TF32,
    PRECISION_FP16,
    PRECISION_BF16,
    PRECISION_FP8,
    PRECISION_INT8,
    PRECISION_FP6,
    PRECISION_FP4,
    PRECISION_INT4,
    PRECISION_COUNT
};

/* What is published of a chip. Numbers that are not known are NAN, texts NULL. */
struct specification {
    double peak_tops[PRECISION_COUNT]; /* dense TOPS or TFLOPS, all packages together */
    double die_area_mm2;               /* logic dies, all packages together */
    double package_count;
    double memory_bandwidth_gb_s;
    double interconnect_gb_s;
    double memory_bandwidth_density;
    double process_node_nm;
    const char *vendor;
    const char *kind;
    const char *segment;
};

/* The facts about the item that predicates may name; every other field is a circumstance. */
enum item_field {
    ITEM_TPP,
    ITEM_PERFORMANCE_DENSITY,
    ITEM_INTERCONNECT_GB_S,
    ITEM_MEMORY_BANDWIDTH_GB_S,
    ITEM_IO_PLUS_MEMORY_BANDWIDTH_GB_S,
    ITEM_MEMORY_BANDWIDTH_DENSITY,
    ITEM_PROCESS_NODE_NM,
    ITEM_DATA_CENTER,
    ITEM_ASSEMBLY,
    ITEM_VENDOR,
    ITEM_KIND,
    ITEM_FIELD_COUNT
};

struct chip {
    const char *id; /* NULL for a hypothetical specification */
    const char *product;
    const char *name;
    bool default_variant;
    struct specification specification;
    struct value facts[ITEM_FIELD_COUNT]; /* from metrics_derive */
    enum precision tpp_precision;         /* the one that gave ITEM_TPP; meaningless where that is unknown */
};

/* A dated membership: of a group, or of being treated as another code. */
struct membership {
    const char *token; /* "group:D:5", or a code such as "CN" */
    struct interval held;
};

struct place {
    const char *code;
    const char *name;
    const struct membership *memberships;
    size_t membership_count;
};

/* Codes, "group:…" or "*". */
struct tokens {
    const char *const *items;
    size_t count;
};

enum effect {
    EFFECT_GUIDANCE,
    EFFECT_CLASSIFY,
    EFFECT_LICENSE_REQUIRED,
    EFFECT_LICENSE_EXCEPTION,
    EFFECT_LICENSE_POLICY,
    EFFECT_CONDITION,
    EFFECT_PROHIBIT,
    EFFECT_SUSPEND,
    EFFECT_IMPORT_RESTRICTION,
    EFFECT_TARIFF,
    EFFECT_COUNT
};

enum policy {
    POLICY_NONE,
    POLICY_PRESUMPTION_OF_APPROVAL,
    POLICY_CASE_BY_CASE,
    POLICY_PRESUMPTION_OF_DENIAL,
    POLICY_OF_DENIAL,
    POLICY_COUNT
};

enum import_status {
    IMPORT_NO_RESTRICTION_RECORDED,
    IMPORT_INSPECTION,
    IMPORT_DISCOURAGED,
    IMPORT_APPROVAL_REQUIRED,
    IMPORT_NOT_ADMITTED,
    IMPORT_COUNT
};

enum standing { STANDING_PROPOSED, STANDING_ANNOUNCED, STANDING_OPERATIVE, STANDING_COUNT };

struct condition {
    const char *type;
    const char *text;
    double value; /* NAN: none */
};

struct provision {
    const struct ruling *ruling;
    const char *id; /* "<ruling>#<n>" */
    enum effect effect;
    struct tokens eccns;               /* empty: any */
    struct tokens chips;               /* ids or products; empty with any_chip */
    bool any_chip;                     /* the law names no chip */
    const struct predicate *predicate; /* NULL: true */
    struct tokens include;             /* empty: not disclosed, never matches */
    struct tokens exclude;
    struct tokens headquartered_in; /* empty: not asked */
    struct tokens export_from;      /* empty: anywhere */
    enum policy policy;
    int priority;
    enum import_status import_status;
    const char *exception; /* NULL: none */
    bool no_exceptions;
    const struct condition *conditions;
    size_t condition_count;
    struct tokens targets;    /* of a suspend: ids of rulings or provisions */
    struct interval in_force; /* its own interval met with its ruling's */
    const char *text;
    const char *cite; /* NULL: none */
};

struct ruling {
    const char *id;
    const char *jurisdiction;
    const char *title;
    enum standing standing;
    struct interval in_force;
    struct date announced; /* 0: not known; where only a month or year is known, its first day */
    struct date verified_through;
    const struct provision *provisions;
    size_t provision_count;
};

struct field {
    const char *name;
    enum value_type type; /* of the values that predicates compare it with */
};

/* Sorted: chips, rulings and places by id or code (strcmp); provisions by ruling id, then number. */
struct rules {
    int64_t data_version;
    struct date verified_through; /* the least over operative rulings; 0 when there is none */
    const struct chip *chips;
    size_t chip_count;
    const struct ruling *rulings;
    size_t ruling_count;
    const struct provision *const *provisions; /* of all rulings */
    size_t provision_count;
    const struct place *places;
    size_t place_count;
    const struct field *fields; /* the item fields first, then the circumstances by name */
    size_t field_count;
    const struct date *change_points; /* every day on which an operative provision, a membership or a ruling
                                         begins or ends; ascending, unique */
    size_t change_point_count;
    const struct names *names;       /* see rules/names.h */
    const struct compiled *compiled; /* what rules/decide.c alone reads */
};

/* Coverage begins here: earlier dates are answered `unknown` with `before_coverage`. */
#define COVERAGE_FROM ((struct date){20220801})

const struct chip *rules_find_chip(const struct rules *rules, const char *id);
const struct ruling *rules_find_ruling(const struct rules *rules, const char *id);
const struct place *rules_find_place(const struct rules *rules, const char *code);
/* NULL unless some predicate of these rules, or the list of item facts, names the field. */
const struct field *rules_find_field(const struct rules *rules, const char *name);

/* Calls `each` for every comparison that some provision makes with the field, in the order of provisions. */
typedef void comparison_fn(const struct provision *provision, const struct predicate *comparison,
                           void *context);
void rules_each_comparison(const struct rules *rules, const struct field *field, comparison_fn *each,
                           void *context);

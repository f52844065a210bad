#pragma once
/* A small world for the tests of the decision: a few places and chips, and the provisions that a test writes
 * down. */

#include "rules/build.h"
#include "rules/decide.h"

#include <criterion/criterion.h>

#define COUNT_OF(...) (sizeof((const char *const[]){__VA_ARGS__}) / sizeof(const char *))
#define TOKENS(...)                                                                                          \
    {                                                                                                        \
        .items = (const char *const[]){__VA_ARGS__}, .count = COUNT_OF(__VA_ARGS__)                          \
    }
#define ANYWHERE .include = TOKENS("*")
#define TO(...) .include = TOKENS(__VA_ARGS__)

/* Comparisons as predicates. */
#define NUMBER(n) (&(const struct value){.type = VALUE_NUMBER, .number = (n)})
#define YES (&(const struct value){.type = VALUE_BOOLEAN, .boolean = true})
#define WORD(w) (&(const struct value){.type = VALUE_TEXT, .text = (w)})
#define COMPARE(f, c, v)                                                                                     \
    (&(const struct predicate){.comparison = (c), .field = (f), .values = (v), .value_count = 1})
#define AT_LEAST(f, n) COMPARE(f, COMPARE_AT_LEAST, NUMBER(n))
#define IS(f, v) COMPARE(f, COMPARE_EQUAL, v)

/* Circumstances of this world. */
enum { FIELD_LISTED = ITEM_FIELD_COUNT, FIELD_APPROVED, FIELD_END_USE, FIELD_END };

/* Rulings "a" to "z", "a1" … of the United States unless said otherwise, in force from 2020, verified through
 * 2026-10-10, each holding one provision "<ruling>#1". */
struct written {
    const char *jurisdiction; /* NULL: US */
    bool proposed;
    struct date announced;
    struct date verified; /* 0: 2026-10-10 */
    struct provision provision;
};

struct law {
    struct rules *rules;
    struct scratch *scratch;
    struct scratch *other;
};

/* Places: US, PR (treated as US), CN (D:5), HK (treated as CN from 2021), DE and FR (EU, A:5), MY, SG, CY
 * (D:5 until 2024) and AE (D:5 in 2024). Chips: fast (TPP 8000, 1000 GB/s), slow (TPP 800), dark (nothing
 * known). `fast-lite` is a variant of `fast`. */
struct law law_open(const struct written *written, size_t count);
void law_close(struct law *law);

#define LAW(name, ...)                                                                                       \
    const struct written name##_written[] = {__VA_ARGS__};                                                   \
    struct law name = law_open(name##_written, sizeof name##_written / sizeof name##_written[0])

struct question law_question(const struct law *law, const char *chip, const char *destination, int day);
/* From the United States. */
struct decision law_ask(struct law *law, const char *chip, const char *destination, int day);
/* "a#1 b#1": for comparing lists at a glance. The text lives until the next call. */
const char *law_list(const struct provision_list *list);

#pragma once
/* Finding chips and places by what people call them: exact id, then product, then name or alias, case folded,
 * space = hyphen, vendor optional. Never fuzzy: near names are only suggested. */

#include "rules/rules.h"

enum match { MATCH_NONE, MATCH_ID, MATCH_PRODUCT, MATCH_NAME, MATCH_ALIAS, MATCH_AMBIGUOUS };

#define NAME_CANDIDATES_MAX 8

struct chip_match {
    enum match how;
    const struct chip *chip; /* for a product: its default variant; NULL for none and ambiguous */
    /* Where it is ambiguous those meant, where none is found the nearest, best first. */
    const struct chip *candidates[NAME_CANDIDATES_MAX];
    size_t candidate_count;
};

struct place_match {
    enum match how;
    const struct place *place;
    const struct place *candidates[NAME_CANDIDATES_MAX];
    size_t candidate_count;
};

struct chip_match names_match_chip(const struct rules *rules, const char *text);
/* By code in either case, alpha-3 or numeric code given as aliases, name or alias. */
struct place_match names_match_place(const struct rules *rules, const char *text);
/* The same without the nearest, which take long to find: for files of names. */
struct chip_match names_find_chip(const struct rules *rules, const char *text);
struct place_match names_find_place(const struct rules *rules, const char *text);

/* Edit distance (insert, delete, replace, swap of neighbours), at most `limit` + 1. Also for mistyped
 * parameters. */
unsigned names_distance(const char *a, const char *b, unsigned limit);

/* What people call chips and places. */

#include "rules/build.h"
#include "rules/fold.h"
#include "rules/names.h"

#include <criterion/criterion.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>

static struct rules *rules;

static void add_chip(struct rules_builder *builder, struct chip chip, const char *alias)
{
    cr_assert(rules_add_chip(builder, &chip, &alias, alias ? 1 : 0));
}

static void add_place(struct rules_builder *builder, const char *code, const char *name, const char *alias)
{
    const struct place place = {.code = code, .name = name};
    cr_assert(rules_add_place(builder, &place, &alias, alias ? 1 : 0));
}

static void open_rules(void)
{
    struct rules_builder *builder = rules_builder_open(1);
    const struct specification nvidia = {.vendor = "NVIDIA"}, alibaba = {.vendor = "Alibaba T-Head"};
    add_chip(builder,
             (struct chip){.id = "nvidia-h100-sxm",
                           .product = "nvidia-h100",
                           .name = "H100 SXM",
                           .default_variant = true,
                           .specification = nvidia},
             "Hopper");
    add_chip(
        builder,
        (struct chip){
            .id = "nvidia-h100-nvl", .product = "nvidia-h100", .name = "H100 NVL", .specification = nvidia},
        "Hopper");
    add_chip(builder,
             (struct chip){.id = "nvidia-h20",
                           .product = "nvidia-h20",
                           .name = "H20",
                           .default_variant = true,
                           .specification = nvidia},
             "Twin");
    add_chip(builder,
             (struct chip){.id = "nvidia-h200",
                           .product = "nvidia-h200",
                           .name = "H200",
                           .default_variant = true,
                           .specification = nvidia},
             NULL);
    add_chip(builder,
             (struct chip){.id = "t-head-800",
                           .product = "t-head-800",
                           .name = "Hanguang 800",
                           .default_variant = true,
                           .specification = alibaba},
             "Twin");
    add_place(builder, "CI", "Côte d'Ivoire", "Ivory Coast");
    add_place(builder, "CD", "Congo (Kinshasa)", "Congo");
    add_place(builder, "CG", "Congo (Brazzaville)", "Congo");
    rules = rules_compile(builder);
    rules_builder_close(builder);
    cr_assert_not_null(rules);
}

static void close_rules(void)
{
    rules_release(rules);
}

TestSuite(names, .init = open_rules, .fini = close_rules);

struct called {
    const char *text;
    enum match how;
    const char *id;
};

Test(names, a_chip_is_found_by_id_product_name_or_alias_with_or_without_vendor)
{
    static const struct called rows[] = {
        {"nvidia-h100-nvl", MATCH_ID, "nvidia-h100-nvl"},
        {"H100 NVL", MATCH_ID, "nvidia-h100-nvl"},
        {"NVIDIA H100", MATCH_PRODUCT, "nvidia-h100-sxm"},
        {"h100", MATCH_PRODUCT, "nvidia-h100-sxm"},
        {"nvidia hopper", MATCH_ALIAS, "nvidia-h100-sxm"},
        {"hanguang 800", MATCH_NAME, "t-head-800"},
        {"Alibaba Hanguang-800", MATCH_NAME, "t-head-800"},
        {"t_head  hanguang 800", MATCH_NAME, "t-head-800"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const struct chip_match match = names_match_chip(rules, rows[i].text);
        cr_expect_eq(match.how, rows[i].how, "'%s' is matched by %d", rows[i].text, match.how);
        cr_expect(match.chip && strcmp(match.chip->id, rows[i].id) == 0, "'%s' is not %s", rows[i].text,
                  rows[i].id);
    }
}

Test(names, a_name_of_two_products_is_ambiguous)
{
    const struct chip_match match = names_match_chip(rules, "twin");
    cr_expect_eq(match.how, MATCH_AMBIGUOUS);
    cr_expect_null(match.chip);
    cr_assert_eq(match.candidate_count, 2);
    cr_expect_str_eq(match.candidates[0]->id, "nvidia-h20");
    cr_expect_eq(names_match_place(rules, "congo").how, MATCH_AMBIGUOUS);
}

Test(names, near_names_are_only_suggested)
{
    const struct chip_match match = names_match_chip(rules, "h20 0");
    cr_expect_eq(match.how, MATCH_NONE);
    cr_expect_null(match.chip);
    cr_assert(match.candidate_count >= 2);
    cr_expect_str_eq(match.candidates[0]->id, "nvidia-h200");
    cr_expect_str_eq(match.candidates[1]->id, "nvidia-h20");
    cr_expect_eq(names_match_chip(rules, "zzzzzzzz").candidate_count, 0);
    cr_expect_eq(names_match_chip(rules, "").how, MATCH_NONE);
}

Test(names, places_are_found_by_code_name_and_alias_in_any_writing)
{
    static const char *const texts[] = {"ci",         "CI", "Côte d'Ivoire", "CÔTE D’IVOIRE", "cote d'ivoire",
                                        "ivory coast"};
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        const struct place_match match = names_match_place(rules, texts[i]);
        cr_expect(match.place && strcmp(match.place->code, "CI") == 0, "'%s'", texts[i]);
    }
}

Test(names, what_does_not_fit_is_not_found)
{
    char text[4096];
    memset(text, 'h', sizeof text - 1);
    text[sizeof text - 1] = '\0';
    cr_expect_eq(names_match_chip(rules, text).how, MATCH_NONE);
    cr_expect_eq(names_distance(text, "h20", 3), 4);
}

/* Far more names than are compared. */
static struct rules *compile_many(size_t chips)
{
    struct rules_builder *builder = rules_builder_open(1);
    for (size_t i = 0; i < chips; i++) {
        char id[32];
        (void)snprintf(id, sizeof id, "maker-%c%05zu", (char)('a' + i % 26), i);
        add_chip(builder, (struct chip){.id = id, .product = id, .name = id}, NULL);
    }
    struct rules *many = rules_compile(builder);
    rules_builder_close(builder);
    cr_assert_not_null(many);
    return many;
}

Test(names, of_many_those_that_begin_alike_are_suggested)
{
    static const struct {
        const char *text;
        const char *nearest; /* NULL: none */
    } rows[] = {{"maker-a0000", "maker-a00000"},
                {"maker-a19994x", "maker-a19994"},
                {"maker-z199933", "maker-z19993"},
                {"maker-n0999", "maker-n09997"},
                {"aaaaaaaaaaaa", NULL},
                {"zzzzzzzzzzzz", NULL}};
    struct rules *many = compile_many(20000);
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const struct chip_match match = names_match_chip(many, rows[i].text);
        cr_expect_eq(match.how, MATCH_NONE);
        cr_expect_eq(match.candidate_count > 0, rows[i].nearest != NULL, "%s", rows[i].text);
        if (rows[i].nearest && match.candidate_count > 0)
            cr_expect_str_eq(match.candidates[0]->id, rows[i].nearest);
    }
    const struct chip_match far = names_match_chip(many, "xaker-m14000");
    cr_assert_gt(far.candidate_count, 0);
    cr_expect_str_neq(far.candidates[0]->id, "maker-m14000", "it is not compared");
    rules_release(many);
}

Test(names, distance_counts_slips)
{
    cr_expect_eq(names_distance("chip", "chip", 3), 0);
    cr_expect_eq(names_distance("chip", "chp", 3), 1);
    cr_expect_eq(names_distance("chip", "chpi", 3), 1, "a swap of neighbours is one");
    cr_expect_eq(names_distance("destination", "destinatoin", 3), 1);
    cr_expect_eq(names_distance("kitten", "sitting", 3), 3);
    cr_expect_eq(names_distance("kitten", "sitting", 2), 3, "never more than the limit and one");
    cr_expect_eq(names_distance("", "ab", 3), 2);
    cr_expect_eq(names_distance("abcd", "abdc", 3), 1, "a swap at the end");
    cr_expect_eq(names_distance("aab", "aaab", 3), 1, "what they share at both ends is counted once");
    cr_expect_eq(names_distance("ab", "cd", UINT_MAX - 1), 2, "any limit will do");
}

Test(fold, marks_case_and_separators_do_not_count)
{
    char text[32];
    cr_expect(fold_name("  Côte_d’Ivoire  -", text, sizeof text));
    cr_expect_str_eq(text, "cote-d'ivoire");
    cr_expect(fold_name("ŁÓDŹ ß Æ 北", text, sizeof text));
    cr_expect_str_eq(text, "lodz-ss-ae-北");
    cr_expect(fold_name("\xC3", text, sizeof text), "a cut character is kept as it is");
    cr_expect_not(fold_name("0123456789", text, 10), "the end must fit");
    cr_expect(fold_name("0123456789", text, 11));
}

/* Every chip and place of the bundled data set is found by everything that it is called. */

#include "tests/golden/bundle.h"

#include "rules/names.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

static struct bundle bundle;
static struct rules *rules;

static void open_rules(void)
{
    bundle = bundle_load();
    rules = bundle_compile(&bundle, NULL, NULL, 0);
}

static void close_rules(void)
{
    rules_release(rules);
    bundle_done(&bundle);
}

TestSuite(bundled_names, .init = open_rules, .fini = close_rules);

static const char *text_of(const json_t *object, const char *key)
{
    return json_string_value(json_object_get(object, key));
}

/* Itself, or the variant that is meant where its product goes by the same name. */
static bool is_meant(const struct chip_match *match, const struct chip *chip)
{
    if (match->chip == chip)
        return true;
    return match->chip && match->chip->default_variant && strcmp(match->chip->product, chip->product) == 0;
}

static void expect_chip(const char *text, const struct chip *chip)
{
    const struct chip_match match = names_match_chip(rules, text);
    cr_expect(is_meant(&match, chip), "'%s' is %s, not %s", text,
              match.how == MATCH_AMBIGUOUS ? "ambiguous" : (match.chip ? match.chip->id : "unknown"),
              chip->id);
}

static void expect_called(const char *name, const struct chip *chip)
{
    char with_vendor[256];
    (void)snprintf(with_vendor, sizeof with_vendor, "%s %s", chip->specification.vendor, name);
    expect_chip(name, chip);
    expect_chip(with_vendor, chip);
}

Test(bundled_names, every_chip_is_found_by_id_product_name_and_alias)
{
    size_t i, j;
    json_t *document, *alias;
    json_array_foreach(bundle.chips, i, document)
    {
        const struct chip *chip = rules_find_chip(rules, text_of(document, "id"));
        cr_assert_not_null(chip);
        const struct chip_match by_id = names_match_chip(rules, chip->id);
        cr_expect(by_id.how == MATCH_ID && by_id.chip == chip, "%s is not found by its id", chip->id);
        expect_chip(chip->product, chip);
        expect_called(chip->name, chip);
        json_array_foreach(json_object_get(document, "aliases"), j, alias)
            expect_called(json_string_value(alias), chip);
    }
}

static void expect_place(const char *text, const char *code)
{
    const struct place_match match = names_match_place(rules, text);
    cr_expect(match.place && strcmp(match.place->code, code) == 0, "'%s' is %s, not %s", text,
              match.place ? match.place->code : "not found", code);
}

Test(bundled_names, every_place_is_found_by_codes_name_and_alias)
{
    size_t i, j;
    json_t *document, *alias;
    json_array_foreach(bundle.destinations, i, document)
    {
        const char *code = text_of(document, "code");
        static const char *const members[] = {"code", "name", "alpha3", "numeric"};
        for (size_t k = 0; k < sizeof members / sizeof members[0]; k++) {
            if (text_of(document, members[k]))
                expect_place(text_of(document, members[k]), code);
        }
        json_array_foreach(json_object_get(document, "aliases"), j, alias)
            expect_place(json_string_value(alias), code);
    }
}

struct called {
    const char *text;
    const char *product; /* NULL: suggested only */
};

Test(bundled_names, what_people_type)
{
    static const struct called rows[] = {
        {"h20", "nvidia-h20"},
        {"H20", "nvidia-h20"},
        {"nvidia h20", "nvidia-h20"},
        {"NVIDIA-H20", "nvidia-h20"},
        {" rtx  4090 ", "nvidia-rtx-4090"},
        {"mi300x", "amd-mi300x"},
        {"AMD Instinct MI300X", "amd-mi300x"},
        {"gaudi 3", "intel-gaudi3"},
        {"ascend 910b", "huawei-ascend-910b"},
        {"h20 0", NULL},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const struct chip_match match = names_match_chip(rules, rows[i].text);
        if (rows[i].product)
            cr_expect(match.chip && strcmp(match.chip->product, rows[i].product) == 0, "'%s' is %s, not %s",
                      rows[i].text, match.chip ? match.chip->id : "unknown", rows[i].product);
        else
            cr_expect(!match.chip && match.how == MATCH_NONE && match.candidate_count > 0,
                      "'%s' is only suggested", rows[i].text);
    }
}

Test(bundled_names, slips_suggest_what_was_meant)
{
    const struct chip_match match = names_match_chip(rules, "h20 0");
    bool h20 = false, h200 = false;
    for (size_t i = 0; i < match.candidate_count; i++) {
        h20 = h20 || strcmp(match.candidates[i]->product, "nvidia-h20") == 0;
        h200 = h200 || strcmp(match.candidates[i]->product, "nvidia-h200") == 0;
    }
    cr_expect(h20 && h200);
    const struct place_match place = names_match_place(rules, "Germny");
    cr_assert(place.how == MATCH_NONE && place.candidate_count > 0);
    cr_expect_str_eq(place.candidates[0]->code, "DE");
}

Test(bundled_names, marks_and_case_do_not_matter)
{
    expect_place("CÔTE D’IVOIRE", "CI");
    expect_place("cote d'ivoire", "CI");
    expect_place("Türkiye", "TR");
    expect_place("turkiye", "TR");
    expect_place("cn", "CN");
}

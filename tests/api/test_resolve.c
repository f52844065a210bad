/* Names resolved to what they mean, or refused with what they might have meant. */
#include "api/resolve.h"
#include "fixture.h"

#include <criterion/criterion.h>
#include <string.h>

static struct fixture fixture;

static void open_fixture(void)
{
    fixture_open(&fixture);
}

static void close_fixture(void)
{
    fixture_close(&fixture);
}

TestSuite(resolve, .init = open_fixture, .fini = close_fixture);

Test(resolve, chips_by_each_kind_of_name)
{
    static const struct {
        const char *text;
        const char *how;
    } rows[] = {
        {"acme-big", "id"}, {"Big", "id"}, {"acme big", "id"}, {"BIGGIE", "alias"}, {"acme biggie", "alias"}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct chip_match match;
        cr_assert_eq(resolve_chip(&fixture.context, "chip", rows[i].text, &match, &fixture.reply),
                     PROBLEM_NONE, "%s", rows[i].text);
        cr_expect_str_eq(match.chip->id, "acme-big");
        cr_expect_str_eq(match_word(match.how), rows[i].how, "%s", rows[i].text);
    }
}

Test(resolve, an_unknown_chip_is_refused_with_the_nearest)
{
    struct chip_match match;
    cr_assert_eq(resolve_chip(&fixture.context, "chip", "acme-smal", &match, &fixture.reply),
                 PROBLEM_UNKNOWN_CHIP);
    json_t *body = fixture_body(&fixture);
    cr_expect_str_eq(json_string_value(json_object_get(body, "detail")),
                     "chip 'acme-smal' is not known; did you mean 'acme-small'?");
    json_decref(body);
}

Test(resolve, a_place_is_refused_under_the_parameter_that_named_it)
{
    struct place_match match;
    cr_assert_eq(resolve_place(&fixture.context, "hq", "Germny", &match, &fixture.reply),
                 PROBLEM_UNKNOWN_DESTINATION);
    json_t *body = fixture_body(&fixture);
    const json_t *error = json_array_get(json_object_get(body, "errors"), 0);
    cr_expect_str_eq(json_string_value(json_object_get(error, "parameter")), "hq");
    cr_expect_str_eq(json_string_value(json_object_get(error, "value")), "Germny");
    cr_expect_str_eq(json_string_value(json_object_get(error, "suggestion")), "DE");
    json_decref(body);
}

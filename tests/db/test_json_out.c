/* The one JSON writer: canonical numbers, escapes, containers; judged by Jansson and by brute force. */
#include "db/json_out.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

struct number_row {
    double number;
    char text[JSON_NUMBER_SIZE];
};

ParameterizedTestParameters(json_out, numbers_are_the_shortest_decimal)
{
    static struct number_row rows[] = {
        {0, "0"},
        {-0.0, "0"},
        {2.0, "2"},
        {-17, "-17"},
        {0.1, "0.1"},
        {0.1 + 0.2, "0.30000000000000004"},
        {-0.5, "-0.5"},
        {0.0001, "0.0001"},
        {0.00001, "1e-05"},
        {4.35, "4.35"},
        {123456.789, "123456.789"},
        {9007199254740991.0, "9007199254740991"},
        {-9007199254740991.0, "-9007199254740991"},
        {1e22, "1e+22"},
        {1 / 3.0, "0.3333333333333333"},
        {1.7976931348623157e308, "1.7976931348623157e+308"},
        {5e-324, "5e-324"},
        {1999.9999, "1999.9999"},
        {100000000000.0001, "100000000000.0001"},
        {0.07, "0.07"},
    };
    return cr_make_param_array(struct number_row, rows, sizeof rows / sizeof rows[0]);
}

ParameterizedTest(struct number_row *row, json_out, numbers_are_the_shortest_decimal)
{
    char text[JSON_NUMBER_SIZE];
    cr_assert_eq(json_out_format_number(row->number, text), strlen(row->text));
    cr_assert_str_eq(text, row->text);
}

/* The fewest digits that read back equal, found by trying all. */
static size_t fewest_digits(double number)
{
    char text[JSON_NUMBER_SIZE];
    for (int digits = 1; digits < 17; digits++) {
        snprintf(text, sizeof text, "%.*e", digits - 1, number);
        if (memcmp(&(double){strtod(text, NULL)}, &number, sizeof number) == 0)
            return (size_t)digits;
    }
    return 17;
}

static size_t significant_digits(const char *text)
{
    size_t count = 0, zeros = 0;
    for (; *text && *text != 'e'; text++) {
        if (*text == '0' && count > 0)
            zeros++;
        else if (*text > '0' && *text <= '9') {
            count += zeros + 1;
            zeros = 0;
        }
    }
    return count;
}

Test(json_out, random_numbers_read_back_equal_and_are_never_longer_than_need_be)
{
    srandom(7);
    for (int i = 0; i < 200000; i++) {
        char text[JSON_NUMBER_SIZE];
        double number;
        if (i % 2) {
            const uint64_t bits = (uint64_t)random() << 33 ^ (uint64_t)random() << 11 ^ (uint64_t)random();
            memcpy(&number, &bits, sizeof number);
        } else {
            number = (double)(random() % 20000000) /
                     pow(10, (double)(random() % 7)); /* as specifications have them */
        }
        if (!isfinite(number))
            continue;
        json_out_format_number(number, text);
        cr_assert(strtod(text, NULL) == number, "%.17g gave %s", number, text);
        if (number != trunc(number))
            cr_assert_eq(significant_digits(text), fewest_digits(number), "%.17g gave %s", number, text);
    }
}

/* The first of 15, 16 and 17 digits, as printf rounds them, that reads back equal. */
static void print_shortest(double number, char text[static JSON_NUMBER_SIZE])
{
    for (int digits = 15; digits <= 17; digits++) {
        snprintf(text, JSON_NUMBER_SIZE, "%.*g", digits, number);
        if (strtod(text, NULL) == number)
            return;
    }
}

/* Steps of a mantissa away from where digits or steps change their width. */
static double step_away(double number, long steps)
{
    for (; steps > 0; steps--)
        number = nextafter(number, (double)INFINITY);
    for (; steps < 0; steps++)
        number = nextafter(number, 0);
    return number;
}

static double pick_number(int i)
{
    switch (i % 5) {
    case 0: /* any bits, near enough to 1 to be written by integers, and a little beyond */
        return ldexp((double)((uint64_t)random() << 22 ^ (uint64_t)random()), (int)(random() % 70) - 65);
    case 1: /* what divisions come to */
        return (double)(random() % 1000000) / (double)(random() % 5000 + 1);
    case 2: /* halves of the last digit, which are rounded to even */
        return (double)random() / ldexp(1, (int)(random() % 40));
    case 3:
        return step_away(pow(10, (double)(random() % 20) - 4), random() % 17 - 8);
    default:
        return step_away(ldexp(1, (int)(random() % 66) - 14), random() % 9 - 4);
    }
}

Test(json_out, numbers_are_written_as_printf_rounds_them)
{
    srandom(11);
    for (int i = 0; i < 200000; i++) {
        char text[JSON_NUMBER_SIZE], wanted[JSON_NUMBER_SIZE];
        const double number = i % 2 ? pick_number(i / 2) : -pick_number(i / 2);
        if (number == trunc(number))
            continue;
        json_out_format_number(number, text);
        print_shortest(number, wanted);
        cr_assert_str_eq(text, wanted);
    }
}

Test(json_out, text_is_written_as_jansson_writes_it)
{
    char text[300] = "";
    for (int byte = 1; byte < 128; byte++)
        text[byte - 1] = (char)byte;
    strcpy(text + 127, "é 中 \xF0\x9F\x9A\xA2");
    json_t *value = json_string(text);
    char *wanted = json_dumps(value, JSON_ENCODE_ANY);
    struct json_out out = {0};
    json_out_value(&out, value);
    cr_assert(json_out_finish(&out));
    cr_assert_str_eq(out.text, wanted);
    json_out_done(&out);
    free(wanted);
    json_decref(value);
}

Test(json_out, a_byte_of_zero_is_escaped)
{
    struct json_out out = {0};
    json_out_text_n(&out, "a\0b", 3);
    cr_assert(json_out_finish(&out));
    cr_assert_str_eq(out.text, "\"a\\u0000b\"");
    json_out_done(&out);
}

Test(json_out, commas_and_colons_come_by_themselves)
{
    struct json_out out = {0};
    json_out_begin_object(&out);
    json_out_key(&out, "a");
    json_out_begin_array(&out);
    json_out_integer(&out, INT64_MIN);
    json_out_boolean(&out, true);
    json_out_begin_object(&out);
    json_out_end_object(&out);
    json_out_begin_array(&out);
    json_out_end_array(&out);
    json_out_number(&out, (double)NAN);
    json_out_end_array(&out);
    json_out_key(&out, "b");
    json_out_text(&out, NULL);
    json_out_key(&out, "c");
    json_out_raw(&out, "{\"x\":1}", 7);
    json_out_end_object(&out);
    cr_assert(json_out_finish(&out));
    cr_assert_str_eq(out.text, "{\"a\":[-9223372036854775808,true,{},[],null],\"b\":null,\"c\":{\"x\":1}}");
    json_out_done(&out);
}

Test(json_out, keys_of_a_tree_are_sorted_at_every_depth)
{
    json_t *tree =
        json_loads("{\"b\":[{\"z\":1,\"a\":2.0}],\"a\":{\"é\":1,\"z\":2,\"Z\":3},\"B\":1e3}", 0, NULL);
    struct json_out out = {0};
    json_out_value(&out, tree);
    cr_assert(json_out_finish(&out));
    cr_assert_str_eq(out.text, "{\"B\":1000,\"a\":{\"Z\":3,\"z\":2,\"é\":1},\"b\":[{\"a\":2,\"z\":1}]}");
    json_out_done(&out);
    json_decref(tree);
}

Test(json_out, pretty_raw_text_equals_the_pretty_tree)
{
    static const char compact[] = "{\"a\":[1,-2.5,\"x,{}[]:\\\"y\\\\\"],\"b\":{},\"c\":[],\"d\":{\"e\":null,"
                                  "\"f\":[[true]]},\"g\":\"\"}";
    json_t *tree = json_loads(compact, 0, NULL);
    struct json_out raw = {.pretty = true}, whole = {.pretty = true};
    json_out_raw(&raw, compact, strlen(compact));
    json_out_value(&whole, tree);
    cr_assert(json_out_finish(&raw) && json_out_finish(&whole));
    cr_assert_str_eq(raw.text, whole.text);
    cr_assert_not_null(strstr(raw.text, "\n    -2.5,\n"));
    json_t *again = json_loads(raw.text, 0, NULL);
    cr_assert(json_equal(tree, again));
    json_decref(again);
    json_decref(tree);
    json_out_done(&raw);
    json_out_done(&whole);
}

Test(json_out, nesting_past_the_limit_fails_once_and_for_all)
{
    struct json_out out = {0};
    for (int i = 0; i < JSON_OUT_DEPTH_MAX; i++)
        json_out_begin_array(&out);
    cr_assert_not(out.failed);
    json_out_begin_array(&out);
    for (int i = 0; i <= JSON_OUT_DEPTH_MAX; i++)
        json_out_end_array(&out);
    cr_assert_not(json_out_finish(&out));
    json_out_done(&out);
}

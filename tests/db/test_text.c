/* Text from outside is UTF-8 without characters that hide or turn anything. */
#include "db/text.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <string.h>

struct row {
    char text[16];
    enum text_fault fault;
    size_t at;
};

ParameterizedTestParameters(text, only_plain_utf8_is_good)
{
    static struct row rows[] = {
        {"", TEXT_GOOD, 0},
        {"chip h20", TEXT_GOOD, 0},
        {"caf\xc3\xa9", TEXT_GOOD, 0},
        {"\xe4\xb8\xad\xe5\x9b\xbd", TEXT_GOOD, 0},
        {"\xf0\x9f\x98\x80", TEXT_GOOD, 0},
        {"\xf4\x8f\xbf\xbd", TEXT_GOOD, 0},
        {"\xed\x9f\xbf", TEXT_GOOD, 0},
        {"ab\xff", TEXT_NOT_UTF8, 2},
        {"a\x80", TEXT_NOT_UTF8, 1},
        {"\xc3", TEXT_NOT_UTF8, 0},
        {"\xc3(", TEXT_NOT_UTF8, 0},
        {"\xe4\xb8", TEXT_NOT_UTF8, 0},
        {"\xc0\xaf", TEXT_NOT_UTF8, 0},         /* a slash in two bytes */
        {"\xe0\x80\xaf", TEXT_NOT_UTF8, 0},     /* and in three */
        {"\xf0\x80\x80\xaf", TEXT_NOT_UTF8, 0}, /* and in four */
        {"\xed\xa0\x80", TEXT_NOT_UTF8, 0},     /* a surrogate */
        {"\xf4\x90\x80\x80", TEXT_NOT_UTF8, 0}, /* above U+10FFFF */
        {"\xf5\x80\x80\x80", TEXT_NOT_UTF8, 0},
        {"a\n", TEXT_CONTROL, 1},
        {"\x7f", TEXT_CONTROL, 0},
        {"\xc2\x85", TEXT_CONTROL, 0},     /* next line */
        {"\xe2\x80\xa8", TEXT_CONTROL, 0}, /* line separator */
        {"a\xe2\x80\xae", TEXT_BIDI, 1},   /* right-to-left override */
        {"\xe2\x81\xa6", TEXT_BIDI, 0},    /* left-to-right isolate */
        {"\xd8\x9c", TEXT_BIDI, 0},        /* Arabic letter mark */
        {"\xe2\x80\xaa\xff", TEXT_BIDI, 0},
        {"h2\xe2\x80\x8b"
         "0",
         TEXT_INVISIBLE, 2},                     /* zero width space */
        {"\xe2\x80\x8d", TEXT_INVISIBLE, 0},     /* zero width joiner */
        {"\xe2\x81\xa0", TEXT_INVISIBLE, 0},     /* word joiner */
        {"\xef\xbb\xbf", TEXT_INVISIBLE, 0},     /* byte order mark */
        {"\xef\xb7\x90", TEXT_INVISIBLE, 0},     /* U+FDD0, no character */
        {"\xef\xbf\xbf", TEXT_INVISIBLE, 0},     /* U+FFFF, no character */
        {"\xf3\xa0\x81\x81", TEXT_INVISIBLE, 0}, /* tag A */
        {"\xef\xb8\x8f", TEXT_GOOD, 0},          /* a variation selector, of emoji */
        {"\xef\xbf\xbd", TEXT_GOOD, 0},          /* U+FFFD, which says that something is lost */
    };
    return cr_make_param_array(struct row, rows, sizeof rows / sizeof rows[0]);
}

ParameterizedTest(const struct row *row, text, only_plain_utf8_is_good)
{
    size_t at = 99;
    cr_expect_eq(text_check(row->text, strlen(row->text), &at), row->fault, "%s", row->text);
    cr_expect_eq(at, row->fault == TEXT_GOOD ? 99 : row->at, "%s", row->text);
}

Test(text, a_nul_byte_is_a_control_character)
{
    size_t at;
    cr_expect_eq(text_check("a\0b", 3, &at), TEXT_CONTROL);
    cr_expect_eq(at, 1);
}

Test(text, bytes_that_are_no_utf8_are_found_wherever_they_stand)
{
    char text[40];
    for (size_t i = 0; i < sizeof text; i++) {
        size_t at = 99;
        memset(text, 'a', sizeof text);
        memcpy(text + 4, "\xe4\xb8\xad\n\x7f", 5);
        cr_expect(text_is_utf8(text, sizeof text, &at));
        text[i] = (char)0xff;
        cr_expect_not(text_is_utf8(text, sizeof text, &at));
        cr_expect_eq(at, i == 5 || i == 6 ? 4 : i);
    }
}

Test(text, what_was_cut_within_a_character_is_left_out)
{
    char cut[] = "caf\xc3\xa9 \xe4\xb8", broken[] = "\xff"
                                                    "a\x80\xc3\xa9\xed\xa0\x80";
    text_drop_broken(cut);
    cr_expect_str_eq(cut, "caf\xc3\xa9 ");
    text_drop_broken(broken);
    cr_expect_str_eq(broken, "a\xc3\xa9");
}

Test(text, plain_bytes_are_skipped_up_to_the_first_that_is_not)
{
    for (unsigned byte = 0; byte < 256; byte++) {
        const bool is_plain = byte >= ' ' && byte <= '~';
        for (size_t at = 0; at < 20; at++) {
            char text[20];
            memset(text, at % 2 ? '~' : ' ', sizeof text);
            text[at] = (char)byte;
            cr_assert_eq(text_skip_plain(text, sizeof text), is_plain ? sizeof text : at, "%u at %zu", byte,
                         at);
            cr_assert_eq(text_skip_plain(text, at), at);
        }
    }
}

Test(text, a_fault_behind_what_is_plain_is_found_where_it_is)
{
    static const char text[] = "sixteen or more \xc3\xa9 and then again sixteen \xc3\xa9\x7f";
    size_t at = 0;
    cr_assert_eq(text_check(text, sizeof text - 1, &at), TEXT_CONTROL);
    cr_assert_eq(at, sizeof text - 2);
    cr_assert_eq(text_check(text, sizeof text - 2, NULL), TEXT_GOOD);
}

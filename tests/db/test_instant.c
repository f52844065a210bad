/* RFC 3339 instants, in every form that it allows. */
#include "db/instant.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <string.h>

struct instant_row {
    char text[64];
    char normal[32]; /* empty: refused */
};

ParameterizedTestParameters(instant, is_read_and_written_as_utc)
{
    static struct instant_row rows[] = {
        {"2026-10-12T00:00:00Z", "2026-10-12T00:00:00.000Z"},
        {"2026-10-12t01:30:00.1239z", "2026-10-12T01:30:00.123Z"},
        {"2026-10-12 01:30:00.5+02:00", "2026-10-11T23:30:00.500Z"},
        {"2026-12-31T23:59:60Z", "2027-01-01T00:00:00.000Z"},
        {"2024-02-29T12:00:00-05:30", "2024-02-29T17:30:00.000Z"},
        {"1969-12-31T23:59:59.999Z", "1969-12-31T23:59:59.999Z"},
        {"0001-01-01T00:00:00Z", "0001-01-01T00:00:00.000Z"},
        {"9999-12-31T23:59:59.999Z", "9999-12-31T23:59:59.999Z"},
        {"2023-02-29T00:00:00Z", ""},
        {"2026-13-01T00:00:00Z", ""},
        {"2026-10-12T24:00:00Z", ""},
        {"2026-10-12T00:60:00Z", ""},
        {"2026-10-12T00:00:00", ""},
        {"2026-10-12T00:00:00.Z", ""},
        {"2026-10-12", ""},
        {"2026-10-12T00:00:00Zx", ""},
        {"2026-10-12T00:00:00+2:00", ""},
        {"0000-01-01T00:00:00Z", ""},
        {"", ""},
    };
    return cr_make_param_array(struct instant_row, rows, sizeof rows / sizeof rows[0]);
}

ParameterizedTest(struct instant_row *row, instant, is_read_and_written_as_utc)
{
    int64_t ms;
    char text[INSTANT_SIZE];
    const bool read = instant_parse(row->text, &ms);
    cr_assert_eq(read, row->normal[0] != '\0', "%s", row->text);
    if (!read)
        return;
    instant_format(ms, text);
    cr_assert_str_eq(text, row->normal);
}

Test(instant, every_day_of_two_centuries_comes_back)
{
    int64_t before = INT64_MIN;
    for (int64_t day = -36524; day < 36524; day++) {
        char text[INSTANT_SIZE];
        int64_t ms;
        instant_format(day * 86400000 + 1, text);
        cr_assert(instant_parse(text, &ms) && ms == day * 86400000 + 1, "%s", text);
        cr_assert_gt(ms, before);
        before = ms;
    }
}

Test(instant, of_a_process_go_on_whatever_is_done_to_the_clock)
{
    const struct instant_course course = {.wall_ms = 1000000, .boot_ms = 500};
    static const struct {
        int64_t wall_ms, boot_ms, now;
    } rows[] = {
        {1000000, 500, 1000000},    {1000700, 1200, 1000700},
        {1000600, 1200, 1000700},   /* set back a little */
        {0, 1500, 1001000},         /* far back: time goes on by the other clock */
        {99000000, 2500, 99000000}, /* set forward */
        {1003000, 3500, 1003000},   /* and right again */
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        cr_expect_eq(instant_later(&course, rows[i].wall_ms, rows[i].boot_ms), rows[i].now, "row %zu", i);
    struct instant_course now;
    instant_begin(&now);
    const int64_t at = instant_go_on(&now);
    cr_expect(at >= now.wall_ms && at <= instant_now() + 1000);
}

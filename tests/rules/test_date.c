/* Calendar days and half-open intervals. */

#include "rules/date.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <string.h>

struct row {
    char text[16];
    int ymd; /* 0: no day */
};

ParameterizedTestParameters(date, only_days_that_exist_are_read)
{
    static struct row rows[] = {
        {"2025-05-01", 20250501}, {"2024-02-29", 20240229}, {"2000-02-29", 20000229},
        {"0001-01-01", 10101},    {"9999-12-31", 99991231}, {"1900-02-29", 0},
        {"2023-02-29", 0},        {"2025-13-01", 0},        {"2025-00-01", 0},
        {"2025-04-31", 0},        {"2025-01-00", 0},        {"0000-12-31", 0},
        {"2025-5-01", 0},         {"2025-05-01 ", 0},       {"2025-05", 0},
        {"+025-05-01", 0},        {"2025/05/01", 0},        {"", 0},
        {"202/-05-01", 0},        {"2025-05-0:", 0},        {"2025-0A-01", 0},
    };
    return cr_make_param_array(struct row, rows, sizeof rows / sizeof rows[0]);
}

ParameterizedTest(struct row *row, date, only_days_that_exist_are_read)
{
    struct date day = {7};
    cr_expect_eq(date_parse(row->text, &day), row->ymd != 0, "%s", row->text);
    cr_expect_eq(day.ymd, row->ymd ? row->ymd : 7, "untouched on failure");
    if (row->ymd == 0)
        return;
    char text[DATE_TEXT_SIZE];
    memset(text, 'x', sizeof text);
    date_format(day, text);
    cr_expect_str_eq(text, row->text);
}

struct why {
    char text[16];
    char why[40]; /* "": there is nothing to explain */
};

ParameterizedTestParameters(date, what_is_no_day_is_explained)
{
    static struct why rows[] = {
        {"2025-02-30", "2025-02 has 28 days"},
        {"2024-02-30", "2024-02 has 29 days"},
        {"2025-04-00", "2025-04 has 30 days"},
        {"2025-13-01", "there is no month 13"},
        {"2025-00-01", "there is no month 00"},
        {"0000-01-01", "years begin with 0001"},
        {"0001-02-29", "0001-02 has 28 days"},
        {"2025-01-32", "2025-01 has 31 days"},
        {"2025-12-32", "2025-12 has 31 days"},
        {"2025-05-01", ""},
        {"2025-05-31", ""},
        {"2025-13-1x", ""},
        {"1.2.2025", ""},
        {"", ""},
    };
    return cr_make_param_array(struct why, rows, sizeof rows / sizeof rows[0]);
}

ParameterizedTest(struct why *row, date, what_is_no_day_is_explained)
{
    char why[DATE_WHY_SIZE] = "";
    cr_expect_eq(date_explain(row->text, why), row->why[0] != '\0', "%s", row->text);
    cr_expect_str_eq(why, row->why);
}

Test(date, adding_days_crosses_months_years_and_leap_days)
{
    cr_expect_eq(date_add_days((struct date){20240228}, 1).ymd, 20240229);
    cr_expect_eq(date_add_days((struct date){20230228}, 1).ymd, 20230301);
    cr_expect_eq(date_add_days((struct date){20241231}, 1).ymd, 20250101);
    cr_expect_eq(date_add_days((struct date){20250101}, -1).ymd, 20241231);
    cr_expect_eq(date_add_days((struct date){20240101}, 366).ymd, 20250101);
    cr_expect_eq(date_add_days((struct date){19000101}, 0).ymd, 19000101);
    cr_expect_eq(date_add_days((struct date){21000228}, 1).ymd, 21000301, "no leap year");
    cr_expect_eq(date_add_days((struct date){22000228}, 1).ymd, 22000301);
    cr_expect_eq(date_add_days((struct date){20000228}, 1).ymd, 20000229, "one in four hundred is");
    cr_expect_eq(date_add_days((struct date){20000229}, 1).ymd, 20000301);
}

Test(date, a_walk_over_four_centuries_comes_back)
{
    struct date day = {19000101};
    int days = 0;
    for (; day.ymd < 23000101; days++)
        day = date_add_days(day, 1);
    cr_expect_eq(days, 146097);
    cr_expect_eq(date_add_days(day, -days).ymd, 19000101);
}

Test(date, a_month_ends_where_the_next_begins)
{
    struct date day = {20230101};
    while (day.ymd < 20250101) {
        const struct date next = date_add_days(day, 1), same_month = {day.ymd + 1};
        char text[DATE_TEXT_SIZE], why[DATE_WHY_SIZE];
        struct date read = {0};
        date_format(same_month, text);
        cr_expect_eq(date_parse(text, &read), next.ymd == same_month.ymd, "%s", text);
        cr_expect_eq(date_explain(text, why), next.ymd != same_month.ymd, "%s", text);
        day = next;
    }
}

Test(date, intervals_are_half_open_and_may_be_open_ended)
{
    const struct interval year = {{20240101}, {20250101}};
    cr_expect(interval_covers(year, (struct date){20240101}));
    cr_expect(interval_covers(year, (struct date){20241231}));
    cr_expect_not(interval_covers(year, (struct date){20250101}));
    cr_expect_not(interval_covers(year, (struct date){20231231}));
    cr_expect(interval_covers((struct interval){{0}, {0}}, (struct date){19000101}));
}

Test(date, intervals_meet_in_what_both_cover)
{
    const struct interval a = {{20240101}, {0}}, b = {{0}, {20250101}}, c = {{20260101}, {0}};
    const struct interval both = interval_meet(a, b);
    cr_expect(both.from.ymd == 20240101 && both.until.ymd == 20250101);
    cr_expect(interval_is_empty(interval_meet(both, c)));
    const struct interval longer = {{0}, {20260101}};
    cr_expect_eq(interval_meet(b, longer).until.ymd, 20250101);
    cr_expect_eq(interval_meet(longer, b).until.ymd, 20250101);
    cr_expect_not(interval_is_empty(both));
    cr_expect_not(interval_is_empty(a));
}

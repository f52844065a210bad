/* Calendar days as numbers, and half-open intervals of them. */

#include "rules/date.h"

#include <stdio.h>

#define FIRST_YEAR 1
#define LAST_YEAR 9999

static int days_in_month(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : days[month - 1];
}

static bool parse_digits(const char *text, int count, int *number)
{
    int value = 0;
    for (int i = 0; i < count; i++) {
        if (text[i] < '0' || text[i] > '9')
            return false;
        value = value * 10 + (text[i] - '0');
    }
    *number = value;
    return true;
}

static bool parse_form(const char *text, int *year, int *month, int *day)
{
    return parse_digits(text, 4, year) && text[4] == '-' && parse_digits(text + 5, 2, month) &&
           text[7] == '-' && parse_digits(text + 8, 2, day) && text[10] == '\0';
}

bool date_parse(const char *text, struct date *date)
{
    int year, month, day;
    if (!parse_form(text, &year, &month, &day))
        return false;
    if (year < FIRST_YEAR || month < 1 || month > 12 || day < 1 || day > days_in_month(year, month))
        return false;
    date->ymd = (year * 100 + month) * 100 + day;
    return true;
}

bool date_explain(const char *text, char why[static DATE_WHY_SIZE])
{
    int year, month, day;
    if (!parse_form(text, &year, &month, &day))
        return false;
    if (year < FIRST_YEAR)
        snprintf(why, DATE_WHY_SIZE, "years begin with 0001");
    else if (month < 1 || month > 12)
        snprintf(why, DATE_WHY_SIZE, "there is no month %02d", month);
    else if (day < 1 || day > days_in_month(year, month))
        snprintf(why, DATE_WHY_SIZE, "%04d-%02d has %d days", year, month, days_in_month(year, month));
    else
        return false;
    return true;
}

static void format_digits(unsigned number, int count, char *text)
{
    for (int i = count; i > 0; i--) {
        text[i - 1] = (char)('0' + number % 10);
        number /= 10;
    }
}

void date_format(struct date date, char text[static DATE_TEXT_SIZE])
{
    const unsigned ymd = (unsigned)date.ymd;
    format_digits(ymd / 10000, 4, text);
    text[4] = '-';
    format_digits(ymd / 100, 2, text + 5);
    text[7] = '-';
    format_digits(ymd, 2, text + 8);
    text[10] = '\0';
}

/* Days since 1970-01-01 and back, by Howard Hinnant's civil calendar formulas (years begin in March, so leap
 * days come last). */
static long day_number(int year, int month, int day)
{
    const long y = month <= 2 ? year - 1 : year;
    const long era = y / 400;
    const long year_of_era = y - era * 400;
    const long day_of_year = (153L * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719468;
}

static struct date from_day_number(long number)
{
    const long shifted = number + 719468;
    const long era = shifted / 146097;
    const long day_of_era = shifted - era * 146097;
    const long year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    const long day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const long march_month = (5 * day_of_year + 2) / 153;
    const long day = day_of_year - (153 * march_month + 2) / 5 + 1;
    const long month = march_month < 10 ? march_month + 3 : march_month - 9;
    const long year = year_of_era + era * 400 + (month <= 2 ? 1 : 0);
    return (struct date){(int32_t)((year * 100 + month) * 100 + day)};
}

struct date date_add_days(struct date date, int days)
{
    const int year = date.ymd / 10000, month = date.ymd / 100 % 100, day = date.ymd % 100;
    return from_day_number(day_number(year, month, day) + days);
}

struct interval interval_meet(struct interval a, struct interval b)
{
    struct interval meet = a;
    if (b.from.ymd > meet.from.ymd)
        meet.from = b.from;
    if (b.until.ymd != 0 && (meet.until.ymd == 0 || b.until.ymd < meet.until.ymd))
        meet.until = b.until;
    return meet;
}

bool interval_is_empty(struct interval interval)
{
    return interval.until.ymd != 0 && interval.until.ymd <= interval.from.ymd;
}

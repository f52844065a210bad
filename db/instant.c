#include "db/instant.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#define DAY_MS INT64_C(86400000)

/* Days since 1970 in the proleptic Gregorian calendar, counted in eras of 400 years that begin on 1 March. */
static int64_t days_since_1970(int year, int month, int day)
{
    const int64_t shifted = month > 2 ? year : year - 1;
    const int64_t era = shifted / 400;
    const int64_t year_of_era = shifted % 400;
    const int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719468;
}

static int days_of_month(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return month == 2 && leap ? 29 : days[month - 1];
}

/* Exactly `count` digits; moves past them. */
static bool read_digits(const char **at, int count, int *number)
{
    *number = 0;
    for (int i = 0; i < count; i++, (*at)++) {
        if (!isdigit((unsigned char)**at))
            return false;
        *number = *number * 10 + (**at - '0');
    }
    return true;
}

static bool read_letter(const char **at, char letter)
{
    if (tolower((unsigned char)**at) != letter)
        return false;
    (*at)++;
    return true;
}

static bool read_date(const char **at, int64_t *days)
{
    int year, month, day;
    if (!read_digits(at, 4, &year) || !read_letter(at, '-') || !read_digits(at, 2, &month) ||
        !read_letter(at, '-') || !read_digits(at, 2, &day))
        return false;
    if (year < 1 || month < 1 || month > 12 || day < 1 || day > days_of_month(year, month))
        return false;
    *days = days_since_1970(year, month, day);
    return true;
}

static bool read_time(const char **at, int64_t *ms)
{
    int hour, minute, second;
    if (!read_digits(at, 2, &hour) || !read_letter(at, ':') || !read_digits(at, 2, &minute) ||
        !read_letter(at, ':') || !read_digits(at, 2, &second))
        return false;
    if (hour > 23 || minute > 59 || second > 60)
        return false;
    *ms = ((int64_t)hour * 3600 + minute * 60 + second) * 1000;
    if (**at != '.')
        return true;
    (*at)++;
    if (!isdigit((unsigned char)**at))
        return false;
    for (int unit = 100; isdigit((unsigned char)**at); unit /= 10, (*at)++)
        *ms += (int64_t)(**at - '0') * unit;
    return true;
}

static bool read_offset(const char **at, int64_t *ms)
{
    *ms = 0;
    if (read_letter(at, 'z'))
        return true;
    const bool west = **at == '-';
    int hour, minute;
    if (!west && **at != '+')
        return false;
    (*at)++;
    if (!read_digits(at, 2, &hour) || !read_letter(at, ':') || !read_digits(at, 2, &minute) || hour > 23 ||
        minute > 59)
        return false;
    *ms = ((int64_t)hour * 60 + minute) * (west ? -60000 : 60000);
    return true;
}

bool instant_parse(const char *text, int64_t *ms)
{
    const char *at = text;
    int64_t days, time_of_day, offset;
    if (!read_date(&at, &days) || (!read_letter(&at, 't') && !read_letter(&at, ' ')) ||
        !read_time(&at, &time_of_day) || !read_offset(&at, &offset) || *at != '\0')
        return false;
    *ms = days * DAY_MS + time_of_day - offset;
    return true;
}

void instant_format(int64_t ms, char text[static INSTANT_SIZE])
{
    const int64_t within = ((ms % 1000) + 1000) % 1000;
    const time_t seconds = (time_t)((ms - within) / 1000);
    struct tm utc;
    char whole[96];
    gmtime_r(&seconds, &utc);
    const int size = snprintf(whole, sizeof whole, "%04d-%02d-%02dT%02d:%02d:%02d.%03dZ", utc.tm_year + 1900,
                              utc.tm_mon + 1, utc.tm_mday, utc.tm_hour, utc.tm_min, utc.tm_sec, (int)within);
    /* An offset may carry the last day of year 9999 over the edge: it is then the last instant that has this
     * form. */
    memcpy(text, size == INSTANT_SIZE - 1 ? whole : "9999-12-31T23:59:59.999Z", INSTANT_SIZE);
}

int64_t instant_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static int64_t boot_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_BOOTTIME, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

void instant_begin(struct instant_course *course)
{
    *course = (struct instant_course){.wall_ms = instant_now(), .boot_ms = boot_now()};
}

int64_t instant_later(const struct instant_course *course, int64_t wall_ms, int64_t boot_ms)
{
    const int64_t gone_on_ms = course->wall_ms + (boot_ms - course->boot_ms);
    return wall_ms > gone_on_ms ? wall_ms : gone_on_ms;
}

int64_t instant_go_on(const struct instant_course *course)
{
    return instant_later(course, instant_now(), boot_now());
}

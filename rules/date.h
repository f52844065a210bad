#pragma once
/* Calendar days of the law's clock, and half-open intervals of them. */

#include <stdbool.h>
#include <stdint.h>

/* A day as the number yyyymmdd; 0 is an open end of an interval. */
struct date {
    int32_t ymd;
};

/* from <= day < until. */
struct interval {
    struct date from;
    struct date until;
};

#define DATE_TEXT_SIZE sizeof "2025-05-01"

/* Strictly YYYY-MM-DD, a day that exists, years 1 to 9999. */
bool date_parse(const char *text, struct date *date);
/* Why a text that has the form is no day, to end a sentence such as "since that month has 28 days"; false: it
 * has not even the form, or it is one. */
#define DATE_WHY_SIZE 48
bool date_explain(const char *text, char why[static DATE_WHY_SIZE]);
void date_format(struct date date, char text[static DATE_TEXT_SIZE]);
struct date date_add_days(struct date date, int days);

static inline bool interval_covers(struct interval interval, struct date day)
{
    return interval.from.ymd <= day.ymd && (interval.until.ymd == 0 || day.ymd < interval.until.ymd);
}
struct interval interval_meet(struct interval a, struct interval b);
/* No day lies in it. */
bool interval_is_empty(struct interval interval);

/* Numbers as text: the shortest decimal that reads back equal, the same for the log and for every reply. */

#include "db/json_out.h"

#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Beyond 2^53 not every integer is a double, and the shortest decimal is no longer all its digits. */
#define EXACT_INTEGER 9007199254740992.0
/* Decimals of up to 15 digits survive a double and back: within them, fewest places means shortest. */
#define EXACT_DECIMAL 1e15
#define PLACES_MAX 4
#define DIGITS_MAX 20
/* From there on, 17 digits have at most 19 places. */
#define LONG_DECIMAL_MIN 0.001

__extension__ typedef unsigned __int128 uint128;

static const uint64_t tens[] = {
    1,
    10,
    100,
    1000,
    10000,
    100000,
    1000000,
    10000000,
    100000000,
    1000000000,
    10000000000,
    100000000000,
    1000000000000,
    10000000000000,
    100000000000000,
    1000000000000000,
    10000000000000000,
    100000000000000000,
    1000000000000000000,
    10000000000000000000u,
};

size_t json_out_format_integer(int64_t number, char text[static JSON_NUMBER_SIZE])
{
    char digits[DIGITS_MAX];
    size_t count = 0;
    uint64_t rest = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
    do {
        digits[count++] = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest);
    size_t size = 0;
    if (number < 0)
        text[size++] = '-';
    while (count)
        text[size++] = digits[--count];
    return size;
}

static size_t write_decimal(bool negative, uint64_t all, unsigned places, char *text)
{
    size_t size = 0;
    if (negative)
        text[size++] = '-';
    size += json_out_format_integer((int64_t)(all / tens[places]), text + size);
    text[size++] = '.';
    uint64_t fraction = all % tens[places];
    for (unsigned place = places; place > 0; place--) {
        text[size + place - 1] = (char)('0' + fraction % 10);
        fraction /= 10;
    }
    return size + places;
}

/* The common case, measured to be ten times as fast as printf: at most four decimal places. 0 when it does
 * not apply. */
static size_t write_short_decimal(double number, char *text)
{
    double scale = 1;
    for (unsigned places = 1; places <= PLACES_MAX; places++) {
        scale *= 10;
        const double scaled = nearbyint(number * scale);
        if (fabs(scaled) >= EXACT_DECIMAL)
            return 0;
        /* Both are exact integers, so the quotient is the double nearest to that decimal: it reads back
         * equal. */
        if (scaled == 0 || scaled / scale < number || scaled / scale > number)
            continue;
        return write_decimal(number < 0, (uint64_t)fabs(scaled), places, text);
    }
    return 0;
}

/* A number that is mantissa / 2^shift, its leading digit so many places before the point (1: the units). */
struct parts {
    uint64_t mantissa;
    int shift;
    int leading;
};

static struct parts take_apart(double size)
{
    int exponent;
    const double fraction = frexp(size, &exponent);
    struct parts parts = {
        .mantissa = (uint64_t)ldexp(fraction, DBL_MANT_DIG), .shift = DBL_MANT_DIG - exponent, .leading = 1};
    while (size >= (double)tens[parts.leading])
        parts.leading++;
    while (size < 1) {
        size *= 10;
        parts.leading--;
    }
    return parts;
}

/* The number to so many places, rounded as printf does, in units of the last one; 0 unless that reads back
 * equal: it is less than half a step of the mantissa away. */
static uint64_t round_exactly(const struct parts *parts, unsigned places)
{
    const uint128 scaled = (uint128)parts->mantissa * tens[places];
    const uint128 unit = (uint128)1 << parts->shift, rest = scaled & (unit - 1);
    const uint64_t below = (uint64_t)(scaled >> parts->shift);
    const bool up = rest > unit / 2 || (rest == unit / 2 && below % 2 == 1);
    const uint128 off = up ? unit - rest : rest;
    return 2 * off < tens[places] ? below + up : 0;
}

/* Numbers of 15 to 17 digits near enough to 1, by integers alone. 0 when that does not apply. Powers of two,
 * below which the steps are half as wide, need fewer digits there and are exact. */
static size_t write_long_decimal(double number, char *text)
{
    const double size = fabs(number);
    if (size < LONG_DECIMAL_MIN || size >= EXACT_DECIMAL)
        return 0;
    const struct parts parts = take_apart(size);
    for (int digits = 15; digits <= 17; digits++) {
        unsigned places = (unsigned)(digits - parts.leading);
        uint64_t all = round_exactly(&parts, places);
        if (all == 0)
            continue;
        for (; places > 1 && all % 10 == 0; places--)
            all /= 10;
        return write_decimal(number < 0, all, places, text);
    }
    return 0;
}

static size_t write_any(double number, char text[static JSON_NUMBER_SIZE])
{
    char wide[512] = ""; /* more than any double takes, even written out */
    /* Fifteen digits always survive, so no shorter text is missed; numbers below DBL_MIN carry fewer. */
    for (int digits = fabs(number) < DBL_MIN ? 1 : 15; digits <= 17; digits++) {
        snprintf(wide, sizeof wide, "%.*g", digits, number);
        const double again = strtod(wide, NULL);
        if (!(again < number) && !(again > number))
            break;
    }
    const size_t size = strlen(wide);
    memcpy(text, wide, size + 1);
    return size;
}

size_t json_out_format_number(double number, char text[static JSON_NUMBER_SIZE])
{
    size_t size = 0;
    if (fabs(number) < EXACT_INTEGER && !(number < trunc(number)) && !(number > trunc(number)))
        size = json_out_format_integer((int64_t)number, text);
    else
        size = write_short_decimal(number, text);
    if (size == 0)
        size = write_long_decimal(number, text);
    if (size == 0)
        return write_any(number, text);
    text[size] = '\0';
    return size;
}

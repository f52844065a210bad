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

/* The common case, measured to be ten times as fast as printf: at most four decimal places. 0 when it does
 * not apply. */
static size_t write_short_decimal(double number, char *text)
{
    double scale = 1;
    for (int places = 1; places <= PLACES_MAX; places++) {
        scale *= 10;
        const double scaled = nearbyint(number * scale);
        if (fabs(scaled) >= EXACT_DECIMAL)
            return 0;
        /* Both are exact integers, so the quotient is the double nearest to that decimal: it reads back
         * equal. */
        if (scaled == 0 || scaled / scale < number || scaled / scale > number)
            continue;
        const int64_t all = (int64_t)fabs(scaled);
        const int64_t unit = (int64_t)scale;
        size_t size = 0;
        if (number < 0)
            text[size++] = '-';
        size += json_out_format_integer(all / unit, text + size);
        text[size++] = '.';
        int64_t fraction = all % unit;
        for (int64_t place = unit / 10; place; place /= 10) {
            text[size++] = (char)('0' + fraction / place);
            fraction %= place;
        }
        return size;
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
        return write_any(number, text);
    text[size] = '\0';
    return size;
}

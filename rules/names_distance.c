/* Edit distance, for suggestions. */

#include "rules/names_index.h"

#include <string.h>

static unsigned least(unsigned a, unsigned b)
{
    return a < b ? a : b;
}

struct rows {
    unsigned before_last[NAME_TEXT_SIZE];
    unsigned last[NAME_TEXT_SIZE];
    unsigned now[NAME_TEXT_SIZE];
};

/* Fills the row of a's character `i`, counted from 1. */
static void fill_row(struct rows *rows, const char *a, const char *b, size_t i, size_t length)
{
    rows->now[0] = (unsigned)i;
    for (size_t j = 1; j <= length; j++) {
        const unsigned replace = rows->last[j - 1] + (a[i - 1] != b[j - 1]);
        unsigned best = least(replace, least(rows->last[j], rows->now[j - 1]) + 1);
        if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
            best = least(best, rows->before_last[j - 2] + 1);
        rows->now[j] = best;
    }
}

unsigned names_distance(const char *a, const char *b, unsigned limit)
{
    const size_t length_a = strlen(a), length_b = strlen(b);
    const size_t apart = length_a > length_b ? length_a - length_b : length_b - length_a;
    if (length_a >= NAME_TEXT_SIZE || length_b >= NAME_TEXT_SIZE || apart > limit)
        return strcmp(a, b) == 0 ? 0 : limit + 1;
    struct rows rows = {0};
    for (size_t j = 0; j <= length_b; j++)
        rows.now[j] = (unsigned)j;
    for (size_t i = 1; i <= length_a; i++) {
        memcpy(rows.before_last, rows.last, sizeof rows.last);
        memcpy(rows.last, rows.now, sizeof rows.now);
        fill_row(&rows, a, b, i, length_b);
    }
    return least(rows.now[length_b], limit + 1);
}

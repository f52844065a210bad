/* Edit distance, for suggestions. */

#include "rules/names_index.h"

#include <stdint.h>
#include <string.h>

static unsigned least(unsigned a, unsigned b)
{
    return a < b ? a : b;
}

/* Where a way of at most `limit` edits can still lead through: so far from the diagonal, and no farther. */
struct band {
    const char *a;
    const char *b;
    size_t length_b;
    unsigned limit;
};

/* The row of a's character `i`, counted from 1, out of the two before it. Returns the least of it. */
static unsigned fill_row(const struct band *band, size_t i, const unsigned *before_last, const unsigned *last,
                         unsigned *now)
{
    const char *a = band->a, *b = band->b;
    const unsigned far = band->limit + 1;
    const size_t first = i > band->limit ? i - band->limit : 1;
    const size_t reach = i + band->limit;
    const size_t end = reach < band->length_b ? reach : band->length_b;
    now[first - 1] = first == 1 ? (unsigned)i : far;
    unsigned lowest = now[first - 1];
    for (size_t j = first; j <= end; j++) {
        const unsigned replace = last[j - 1] + (a[i - 1] != b[j - 1]);
        unsigned best = least(replace, least(last[j], now[j - 1]) + 1);
        if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
            best = least(best, before_last[j - 2] + 1);
        now[j] = best;
        lowest = least(lowest, best);
    }
    if (end < band->length_b)
        now[end + 1] = far;
    return lowest;
}

/* Each character that only one of them has takes an edit; those that share a bit are not told apart. */
static unsigned count_strange(const char *a, const char *b)
{
    uint64_t in_a = 0, in_b = 0;
    for (; *a; a++)
        in_a |= UINT64_C(1) << (*a & 63);
    for (; *b; b++)
        in_b |= UINT64_C(1) << (*b & 63);
    const unsigned here = (unsigned)__builtin_popcountll(in_a & ~in_b);
    const unsigned there = (unsigned)__builtin_popcountll(in_b & ~in_a);
    return here > there ? here : there;
}

/* What they begin and end with alike takes no edit: it is left out. */
static void trim(const char **a, size_t *length_a, const char **b, size_t *length_b)
{
    for (; *length_a > 0 && *length_b > 0 && **a == **b; (*length_a)--, (*length_b)--) {
        ++*a;
        ++*b;
    }
    for (; *length_a > 0 && *length_b > 0 && (*a)[*length_a - 1] == (*b)[*length_b - 1]; --*length_a)
        --*length_b;
}

unsigned names_distance(const char *a, const char *b, unsigned limit)
{
    size_t length_a = strlen(a), length_b = strlen(b);
    const size_t apart = length_a > length_b ? length_a - length_b : length_b - length_a;
    if (length_a >= NAME_TEXT_SIZE || length_b >= NAME_TEXT_SIZE || apart > limit)
        return strcmp(a, b) == 0 ? 0 : limit + 1;
    if (count_strange(a, b) > limit)
        return limit + 1;
    trim(&a, &length_a, &b, &length_b);
    unsigned rows[3][NAME_TEXT_SIZE + 1] = {{0}};
    const struct band band = {a, b, length_b, limit};
    for (size_t j = 0; j <= length_b; j++)
        rows[0][j] = (unsigned)j;
    unsigned before = 0;
    for (size_t i = 1; i <= length_a; i++) {
        const unsigned lowest = fill_row(&band, i, rows[(i + 1) % 3], rows[(i + 2) % 3], rows[i % 3]);
        /* Two rows, because swapped neighbours lead from the one before the last. */
        if (lowest > limit && before > limit)
            return limit + 1;
        before = lowest;
    }
    return least(rows[length_a % 3][length_b], limit + 1);
}

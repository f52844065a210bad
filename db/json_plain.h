#pragma once
/* Private to db/json_out.c: text that stands in JSON as it is, eight bytes at a time. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* Whether one of eight bytes has to be escaped: a quote, a backslash, or what is below a space. Each test
 * sets the high bit of a byte that is zero, or below; the last term leaves out those that are above 127. */
static inline bool any_to_escape(uint64_t eight)
{
    const uint64_t ones = UINT64_C(0x0101010101010101), high = ones << 7;
    const uint64_t quote = eight ^ ones * '"', backslash = eight ^ ones * '\\';
    return (((quote - ones) | (backslash - ones) | (eight - ones * 0x20)) & ~eight & high) != 0;
}

static inline bool any_of_eight(const char *text)
{
    uint64_t eight;
    memcpy(&eight, text, sizeof eight);
    return any_to_escape(eight);
}

/* How many bytes at the beginning stand as they are. */
static inline size_t json_count_plain(const char *text, size_t size)
{
    size_t i = 0;
    while (size - i >= 8 && !any_of_eight(text + i))
        i += 8;
    if (size >= 8 && size - i < 8 && !any_of_eight(text + size - 8))
        return size;
    while (i < size && (unsigned char)text[i] >= 0x20 && text[i] != '"' && text[i] != '\\')
        i++;
    return i;
}

/* Eight bytes when none of them has to be escaped. */
static inline bool copy_eight(char *to, const char *from)
{
    uint64_t eight;
    memcpy(&eight, from, sizeof eight);
    memcpy(to, &eight, sizeof eight);
    return !any_to_escape(eight);
}

/* Whether all bytes could be copied as they are; the last eight overlap those before. */
static inline bool json_copy_plain(char *to, const char *from, size_t size)
{
    if (size < 8) {
        for (size_t i = 0; i < size; i++) {
            if ((unsigned char)from[i] < 0x20 || from[i] == '"' || from[i] == '\\')
                return false;
            to[i] = from[i];
        }
        return true;
    }
    for (size_t i = 0; i < size - 8; i += 8) {
        if (!copy_eight(to + i, from + i))
            return false;
    }
    return copy_eight(to + size - 8, from + size - 8);
}

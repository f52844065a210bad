/* Whether text from outside is text that we let in. */
#include "server/text.h"

#include <stdbool.h>
#include <stdint.h>

struct character {
    uint32_t code;
    size_t size; /* 0: not UTF-8 */
};

/* The shortest form only, no surrogates, nothing above U+10FFFF (RFC 3629). */
static struct character decode(const unsigned char *bytes, size_t left)
{
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    const unsigned char lead = bytes[0];
    if (lead < 0x80)
        return (struct character){lead, 1};

    const size_t size = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 0;
    if (size == 0 || size > left || lead > 0xf4)
        return (struct character){0, 0};

    uint32_t code = lead & (0x7fu >> size);
    for (size_t i = 1; i < size; i++) {
        if ((bytes[i] & 0xc0) != 0x80)
            return (struct character){0, 0};
        code = code << 6 | (bytes[i] & 0x3fu);
    }
    if (code < least[size] || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff))
        return (struct character){0, 0};
    return (struct character){code, size};
}

/* Unicode's Bidi_Control: they make a text read otherwise than it is. */
static bool is_bidi_control(uint32_t code)
{
    return code == 0x061c || code == 0x200e || code == 0x200f || (code >= 0x202a && code <= 0x202e) ||
           (code >= 0x2066 && code <= 0x2069);
}

static bool is_control(uint32_t code)
{
    return code < 0x20 || (code >= 0x7f && code < 0xa0) || code == 0x2028 || code == 0x2029;
}

/* Nearly all there ever is. */
static bool is_plain(unsigned char byte)
{
    return byte >= 0x20 && byte < 0x7f;
}

enum text_fault text_check(const char *text, size_t size, size_t *at)
{
    const unsigned char *bytes = (const unsigned char *)text;
    size_t i = 0;
    enum text_fault fault = TEXT_GOOD;
    while (i < size && fault == TEXT_GOOD) {
        if (is_plain(bytes[i])) {
            i++;
            continue;
        }
        const struct character next = decode(bytes + i, size - i);
        if (next.size == 0)
            fault = TEXT_NOT_UTF8;
        else if (is_control(next.code))
            fault = TEXT_CONTROL;
        else if (is_bidi_control(next.code))
            fault = TEXT_BIDI;
        else
            i += next.size;
    }
    if (fault != TEXT_GOOD && at)
        *at = i;
    return fault;
}

const char *text_describe_fault(enum text_fault fault)
{
    switch (fault) {
    case TEXT_GOOD:
        return "contains nothing wrong";
    case TEXT_NOT_UTF8:
        return "is not valid UTF-8";
    case TEXT_CONTROL:
        return "contains a control character";
    case TEXT_BIDI:
        return "contains a character that changes the direction of text";
    }
    return "is not text";
}

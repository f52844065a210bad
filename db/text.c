/* Whether text from outside is text that we let in. */
#include "db/text.h"

#include <string.h>

/* The shortest form only, no surrogates, nothing above U+10FFFF (RFC 3629). */
size_t text_decode(const char *text, size_t left, uint32_t *character)
{
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    const unsigned char *bytes = (const unsigned char *)text;
    const unsigned char lead = bytes[0];
    if (lead < 0x80)
        return *character = lead, 1;

    const size_t size = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 0;
    if (size == 0 || size > left || lead > 0xf4)
        return 0;

    uint32_t code = lead & (0x7fu >> size);
    for (size_t i = 1; i < size; i++) {
        if ((bytes[i] & 0xc0) != 0x80)
            return 0;
        code = code << 6 | (bytes[i] & 0x3fu);
    }
    if (code < least[size] || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff))
        return 0;
    return *character = code, size;
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

/* Of no width: two texts that look alike would be two; and what Unicode says is no character at all. */
static bool is_invisible(uint32_t code)
{
    return code == 0x180e || (code >= 0x200b && code <= 0x200d) || (code >= 0x2060 && code <= 0x206f) ||
           code == 0xfeff || (code >= 0xfff9 && code <= 0xfffb) || (code >= 0xfdd0 && code <= 0xfdef) ||
           (code & 0xfffe) == 0xfffe || (code >= 0xe0000 && code <= 0xe007f);
}

enum text_fault text_judge(uint32_t character)
{
    if (is_control(character))
        return TEXT_CONTROL;
    if (is_bidi_control(character))
        return TEXT_BIDI;
    return is_invisible(character) ? TEXT_INVISIBLE : TEXT_GOOD;
}

static bool is_plain(char byte)
{
    return byte >= 0x20 && byte < 0x7f;
}

#define EACH UINT64_C(0x0101010101010101)

/* Eight bytes at once: the high bit of a byte is set where it is above 127, where adding one makes it so
 * (127), or where it is below 32. */
static bool is_plain_word(const char *bytes)
{
    uint64_t word;
    memcpy(&word, bytes, sizeof word);
    const uint64_t low_bits = word & 0x7f * EACH;
    const uint64_t at_least_space = low_bits + (0x80 - 0x20) * EACH;
    return ((word | (low_bits + EACH) | ~at_least_space) & 0x80 * EACH) == 0;
}

size_t text_skip_plain(const char *text, size_t size)
{
    size_t i = 0;
    while (size - i >= sizeof(uint64_t) && is_plain_word(text + i))
        i += sizeof(uint64_t);
    while (i < size && is_plain(text[i]))
        i++;
    return i;
}

enum text_fault text_check(const char *text, size_t size, size_t *at)
{
    size_t i = text_skip_plain(text, size);
    enum text_fault fault = TEXT_GOOD;
    while (i < size && fault == TEXT_GOOD) {
        uint32_t character = 0;
        const size_t length = text_decode(text + i, size - i, &character);
        fault = length == 0 ? TEXT_NOT_UTF8 : text_judge(character);
        i += fault == TEXT_GOOD ? length + text_skip_plain(text + i + length, size - i - length) : 0;
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
    case TEXT_INVISIBLE:
        return "contains a character that cannot be seen";
    }
    return "is not text";
}

/* Eight bytes of which none is above 127. */
static bool is_ascii(const char *bytes)
{
    uint64_t word;
    memcpy(&word, bytes, sizeof word);
    return (word & UINT64_C(0x8080808080808080)) == 0;
}

bool text_is_utf8(const char *text, size_t size, size_t *at)
{
    for (size_t i = 0; i < size;) {
        uint32_t character;
        if (size - i >= sizeof(uint64_t) && is_ascii(text + i)) {
            i += sizeof(uint64_t);
            continue;
        }
        const size_t length = text_decode(text + i, size - i, &character);
        if (length == 0)
            return *at = i, false;
        i += length;
    }
    return true;
}

void text_drop_broken(char *text)
{
    const size_t whole = strlen(text);
    size_t good;
    if (text_is_utf8(text, whole, &good))
        return;
    const char *from = text + good;
    char *to = text + good;
    for (size_t left = whole - good; left > 0;) {
        uint32_t character;
        const size_t size = text_decode(from, left, &character);
        memmove(to, from, size);
        to += size;
        from += size ? size : 1;
        left -= size ? size : 1;
    }
    *to = '\0';
}

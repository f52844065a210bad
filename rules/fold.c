/* Folds names. */

#include "rules/fold.h"

#include <string.h>

/* The base letters of U+00C0 to U+017F: Latin letters with their marks taken off. */
#define LATIN_FIRST 0xC0u
#define LATIN_LAST 0x17Fu
static const char *const latin[LATIN_LAST - LATIN_FIRST + 1] = {
    "a", "a", "a",  "a",  "a", "a", "ae", "c",  "e",  "e", "e", "e", "i",  "i",  "i", "i", "d", "n",
    "o", "o", "o",  "o",  "o", "x", "o",  "u",  "u",  "u", "u", "y", "th", "ss", "a", "a", "a", "a",
    "a", "a", "ae", "c",  "e", "e", "e",  "e",  "i",  "i", "i", "i", "d",  "n",  "o", "o", "o", "o",
    "o", "-", "o",  "u",  "u", "u", "u",  "y",  "th", "y", "a", "a", "a",  "a",  "a", "a", "c", "c",
    "c", "c", "c",  "c",  "c", "c", "d",  "d",  "d",  "d", "e", "e", "e",  "e",  "e", "e", "e", "e",
    "e", "e", "g",  "g",  "g", "g", "g",  "g",  "g",  "g", "h", "h", "h",  "h",  "i", "i", "i", "i",
    "i", "i", "i",  "i",  "i", "i", "ij", "ij", "j",  "j", "k", "k", "k",  "l",  "l", "l", "l", "l",
    "l", "l", "l",  "l",  "l", "n", "n",  "n",  "n",  "n", "n", "n", "n",  "n",  "o", "o", "o", "o",
    "o", "o", "oe", "oe", "r", "r", "r",  "r",  "r",  "r", "s", "s", "s",  "s",  "s", "s", "s", "s",
    "t", "t", "t",  "t",  "t", "t", "u",  "u",  "u",  "u", "u", "u", "u",  "u",  "u", "u", "u", "u",
    "w", "w", "y",  "y",  "y", "z", "z",  "z",  "z",  "z", "z", "s",
};

struct folding {
    char *text;
    size_t size;
    size_t length;
    bool gap; /* a separator was read since the last letter */
};

static bool put(struct folding *folding, const char *bytes, size_t count)
{
    const size_t gap = folding->gap && folding->length > 0 ? 1 : 0;
    if (folding->length + gap + count >= folding->size)
        return false;
    if (gap)
        folding->text[folding->length++] = '-';
    memcpy(folding->text + folding->length, bytes, count);
    folding->length += count;
    folding->gap = false;
    return true;
}

static bool is_separator(unsigned char byte)
{
    return byte == ' ' || byte == '-' || byte == '_' || (byte >= '\t' && byte <= '\r');
}

static bool fold_ascii(struct folding *folding, unsigned char byte)
{
    if (is_separator(byte)) {
        folding->gap = true;
        return true;
    }
    const char small = (char)(byte >= 'A' && byte <= 'Z' ? byte - 'A' + 'a' : byte);
    return put(folding, &small, 1);
}

static bool is_continuation(const char *text)
{
    return ((unsigned char)*text & 0xC0) == 0x80;
}

/* One character of two bytes; letters outside the table stay as they are. */
static bool fold_two_bytes(struct folding *folding, const char *text)
{
    const unsigned point = ((unsigned char)text[0] & 0x1Fu) << 6 | ((unsigned char)text[1] & 0x3Fu);
    const unsigned no_break_space = 0xA0;
    if (point == no_break_space) {
        folding->gap = true;
        return true;
    }
    if (point < LATIN_FIRST || point > LATIN_LAST)
        return put(folding, text, 2);
    const char *base = latin[point - LATIN_FIRST];
    return put(folding, base, strlen(base));
}

bool fold_name(const char *name, char *text, size_t size)
{
    static const char curly_apostrophe[] = "\xE2\x80\x99";
    struct folding folding = {.text = text, .size = size};
    bool fits = size > 0;
    while (fits && *name) {
        const unsigned char byte = (unsigned char)*name;
        size_t length = 1;
        if (byte < 0x80) {
            fits = fold_ascii(&folding, byte);
        } else if ((byte & 0xE0) == 0xC0 && is_continuation(name + 1)) {
            length = 2;
            fits = fold_two_bytes(&folding, name);
        } else if (strncmp(name, curly_apostrophe, 3) == 0) {
            length = 3;
            fits = put(&folding, "'", 1);
        } else {
            fits = put(&folding, name, 1);
        }
        name += length;
    }
    if (fits)
        text[folding.length] = '\0';
    return fits;
}

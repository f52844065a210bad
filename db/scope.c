/* What a token may do. */
#include "db/scope.h"

#include <string.h>

static const struct {
    const char *word;
    unsigned scope;
} words[] = {
    {"write:chips", SCOPE_WRITE_CHIPS},
    {"write:rulings", SCOPE_WRITE_RULINGS},
    {"write:events", SCOPE_WRITE_EVENTS},
    {"admin", SCOPE_ADMIN},
};
#define COUNT (sizeof words / sizeof words[0])
_Static_assert(sizeof "write:chips write:rulings write:events admin" <= SCOPES_TEXT_SIZE, "all fit");

unsigned scope_of_kind(enum kind kind)
{
    static const unsigned scopes[KIND_COUNT] = {
        [KIND_CHIP] = SCOPE_WRITE_CHIPS,
        [KIND_RULING] = SCOPE_WRITE_RULINGS,
        [KIND_EVENT] = SCOPE_WRITE_EVENTS,
    };
    return scopes[kind] ? scopes[kind] : SCOPE_ADMIN;
}

bool scopes_allow(unsigned held, unsigned wanted)
{
    return (held & (wanted | SCOPE_ADMIN)) != 0;
}

void scopes_format(unsigned scopes, char separator, char text[static SCOPES_TEXT_SIZE])
{
    size_t used = 0;
    for (size_t i = 0; i < COUNT; i++) {
        if (!(scopes & words[i].scope))
            continue;
        const size_t size = strlen(words[i].word);
        if (used > 0)
            text[used++] = separator;
        memcpy(text + used, words[i].word, size);
        used += size;
    }
    text[used] = '\0';
}

static unsigned find(const char *text, size_t size)
{
    for (size_t i = 0; i < COUNT; i++) {
        if (strlen(words[i].word) == size && memcmp(words[i].word, text, size) == 0)
            return words[i].scope;
    }
    return 0;
}

bool scopes_parse(const char *text, unsigned *scopes)
{
    static const char between[] = ", ";
    unsigned parsed = 0;
    for (const char *at = text + strspn(text, between); *at; at += strspn(at, between)) {
        const size_t size = strcspn(at, between);
        const unsigned scope = find(at, size);
        if (!scope)
            return false;
        parsed |= scope;
        at += size;
    }
    if (parsed)
        *scopes = parsed;
    return parsed != 0;
}

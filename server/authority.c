/* Which server a request says it is for. */
#include "server/authority.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

static bool is_of(const char *text, size_t size, const char *bytes)
{
    for (size_t i = 0; i < size; i++) {
        if (text[i] == '\0' || !strchr(bytes, text[i]))
            return false;
    }
    return true;
}

static bool is_name(const char *text, size_t size)
{
    for (size_t i = 0; i < size; i++) {
        const char lower = (char)(text[i] | 0x20);
        const bool alphanumeric = (lower >= 'a' && lower <= 'z') || (text[i] >= '0' && text[i] <= '9');
        if (!alphanumeric && text[i] != '.' && !is_of(text + i, 1, "-_~%"))
            return false;
    }
    return size > 0;
}

/* ":8080", ":" or nothing. */
static bool is_port(const char *text, size_t size)
{
    if (size == 0)
        return true;
    return *text == ':' && size <= 6 && is_of(text + 1, size - 1, "0123456789") &&
           (size == 1 || strtoul(text + 1, NULL, 10) <= 65535);
}

bool authority_is_valid(const char *text, size_t size)
{
    if (size == 0)
        return true;
    if (*text == '[') {
        const char *end = memchr(text, ']', size);
        const size_t inner = end ? (size_t)(end - text) - 1 : 0;
        return inner > 0 && is_of(text + 1, inner, "0123456789abcdefABCDEF:.") &&
               is_port(end + 1, size - inner - 2);
    }
    const char *colon = memchr(text, ':', size);
    const size_t host = colon ? (size_t)(colon - text) : size;
    return is_name(text, host) && is_port(text + host, size - host);
}

/* Without a port that goes without saying. */
static size_t strip_port(const char *text, size_t size, const char *port)
{
    const size_t length = strlen(port);
    if (size > length && memcmp(text + size - length, port, length) == 0)
        return size - length;
    return size > 0 && text[size - 1] == ':' ? size - 1 : size;
}

bool authority_agrees(const char *target, const char *host, size_t size)
{
    const bool plain = strncasecmp(target, "http://", 7) == 0;
    if (!plain && strncasecmp(target, "https://", 8) != 0)
        return true;
    const char *authority = target + (plain ? 7 : 8);
    const char *port = plain ? ":80" : ":443";
    const size_t named = strip_port(authority, strcspn(authority, "/?#"), port);
    return named == strip_port(host, size, port) && strncasecmp(authority, host, named) == 0;
}

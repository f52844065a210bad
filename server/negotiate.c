/* What the client's headers ask for. Malformed parts of these headers are passed over: they only cost the
 * client the saving. */
#include "server/negotiate.h"

#include <stddef.h>
#include <string.h>
#include <strings.h>

struct slice {
    const char *text;
    size_t size;
};

static struct slice trim(struct slice slice)
{
    while (slice.size > 0 && (*slice.text == ' ' || *slice.text == '\t')) {
        slice.text++;
        slice.size--;
    }
    while (slice.size > 0 && (slice.text[slice.size - 1] == ' ' || slice.text[slice.size - 1] == '\t'))
        slice.size--;
    return slice;
}

/* Steps through the parts of a list; `*rest` becomes NULL after the last. */
static struct slice next_part(const char **rest, char separator)
{
    const char *begin = *rest;
    const char *end = strchr(begin, separator);
    *rest = end ? end + 1 : NULL;
    return trim((struct slice){begin, end ? (size_t)(end - begin) : strlen(begin)});
}

static bool equals(struct slice slice, const char *text)
{
    return slice.size == strlen(text) && strncasecmp(slice.text, text, slice.size) == 0;
}

/* A weight in thousandths: "1", "0.8", "0.125"; anything else counts as 0. */
static int parse_weight(struct slice text)
{
    if (text.size == 0 || text.size > 5 || (text.text[0] != '0' && text.text[0] != '1'))
        return 0;
    int weight = (text.text[0] - '0') * 1000;
    int unit = 100;
    for (size_t i = 1; i < text.size; i++) {
        if (i == 1 ? text.text[i] != '.' : text.text[i] < '0' || text.text[i] > '9')
            return 0;
        if (i > 1) {
            weight += (text.text[i] - '0') * unit;
            unit /= 10;
        }
    }
    return weight > 1000 ? 0 : weight;
}

static int weight_of(struct slice item, struct slice *coding)
{
    const char *semicolon = memchr(item.text, ';', item.size);
    if (!semicolon) {
        *coding = item;
        return 1000;
    }
    *coding = trim((struct slice){item.text, (size_t)(semicolon - item.text)});
    const struct slice parameter =
        trim((struct slice){semicolon + 1, item.size - (size_t)(semicolon - item.text) - 1});
    if (parameter.size < 2 || strncasecmp(parameter.text, "q=", 2) != 0)
        return 0;
    return parse_weight((struct slice){parameter.text + 2, parameter.size - 2});
}

bool negotiate_gzip(const char *accept_encoding)
{
    int gzip = -1;
    int identity = -1;
    int any = -1;
    for (const char *rest = accept_encoding; rest;) {
        struct slice coding;
        const int weight = weight_of(next_part(&rest, ','), &coding);
        if (equals(coding, "gzip") || equals(coding, "x-gzip"))
            gzip = weight;
        else if (equals(coding, "identity"))
            identity = weight;
        else if (equals(coding, "*"))
            any = weight;
    }
    if (gzip < 0)
        gzip = any < 0 ? 0 : any;
    return gzip > 0 && gzip >= identity;
}

/* 0: it is not named, or refused. */
static int weight_of_type(const char *accept, const char *type)
{
    int weight = 0;
    for (const char *rest = accept; rest;) {
        struct slice item;
        const int own = weight_of(next_part(&rest, ','), &item);
        if (own > weight && equals(item, type))
            weight = own;
    }
    return weight;
}

bool negotiate_prefers(const char *accept, const char *type, const char *other)
{
    const int weight = weight_of_type(accept, type);
    return weight > 0 && weight >= weight_of_type(accept, other);
}

static bool same_tag(struct slice item, const char *etag)
{
    if (item.size >= 2 && item.text[0] == 'W' && item.text[1] == '/') {
        item.text += 2;
        item.size -= 2;
    }
    const size_t suffix = sizeof ETAG_GZIP_SUFFIX - 1;
    const size_t size = strlen(etag);
    if (item.size == size)
        return memcmp(item.text, etag, size) == 0;
    return item.size == size + suffix && memcmp(item.text, etag, size - 1) == 0 &&
           memcmp(item.text + size - 1, ETAG_GZIP_SUFFIX "\"", suffix + 1) == 0;
}

bool negotiate_etag_known(const char *if_none_match, const char *etag)
{
    for (const char *rest = if_none_match; rest;) {
        const struct slice item = next_part(&rest, ',');
        if (equals(item, "*") || same_tag(item, etag))
            return true;
    }
    return false;
}

bool negotiate_origin(const char *allowed, const char *origin)
{
    for (const char *rest = allowed; rest;) {
        const struct slice item = next_part(&rest, ',');
        if (item.size == strlen(origin) && memcmp(item.text, origin, item.size) == 0)
            return true;
    }
    return false;
}

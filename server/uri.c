/* From the raw request target to a decoded path and decoded pairs. libmicrohttpd's own decoding cuts a path
 * at %00 and lets broken escapes through, hence this one. */
#include "server/uri.h"
#include "db/text.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

/* Where decoding stands: `next` is the byte of the target to read, `out` where the decoded one goes. */
struct reader {
    const char *target;
    const char *next;
    char *out;
};

static bool refuse(struct uri *uri, const struct reader *reader, const char *at, const char *what)
{
    snprintf(uri->fault, sizeof uri->fault, "the request target %s at byte %zu", what,
             (size_t)(at - reader->target) + 1);
    return false;
}

/* Past so many bytes as they were before decoding. */
static const char *skip_encoded(const char *in, size_t decoded)
{
    for (; decoded > 0; decoded--)
        in += *in == '%' ? 3 : 1;
    return in;
}

static int hex_value(char digit)
{
    if (digit >= '0' && digit <= '9')
        return digit - '0';
    const char lower = (char)(digit | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/* One piece up to one of the two bytes of `ends` or the end of the target: decoded, terminated, checked. NULL
 * when refused.
 */
static const char *decode_piece(struct reader *reader, struct uri *uri, const char *ends, bool plus_is_space)
{
    const char *begin = reader->next;
    char *piece = reader->out;
    char *out = piece;
    const char *in = begin;
    while (*in != '\0' && *in != ends[0] && *in != ends[1]) {
        char byte = *in++;
        if (byte == '%') {
            const int high = hex_value(in[0]);
            const int low = high < 0 ? -1 : hex_value(in[1]);
            if (low < 0)
                return refuse(uri, reader, in - 1, "has a malformed percent escape"), NULL;
            byte = (char)(high * 16 + low);
            in += 2;
        } else if (byte == '+' && plus_is_space) {
            byte = ' ';
        } else if (byte == ' ' || byte == '#') {
            return refuse(uri, reader, in - 1, byte == ' ' ? "contains a space" : "contains a fragment"),
                   NULL;
        }
        *out++ = byte;
    }
    size_t decoded = 0;
    const enum text_fault fault = text_check(piece, (size_t)(out - piece), &decoded);
    if (fault != TEXT_GOOD)
        return refuse(uri, reader, skip_encoded(begin, decoded), text_describe_fault(fault)), NULL;

    *out = '\0';
    reader->out = out + 1;
    reader->next = in;
    return piece;
}

static bool parse_pair(struct reader *reader, struct uri *uri)
{
    const char *begin = reader->next;
    if (uri->pair_count == LIMIT_PAIRS) {
        snprintf(uri->fault, sizeof uri->fault, "the query has more than %d parameters", LIMIT_PAIRS);
        return false;
    }
    const char *name = decode_piece(reader, uri, "=&", true);
    if (!name)
        return false;
    if (*name == '\0')
        return refuse(uri, reader, begin, "has a parameter without a name");

    const char *value = "";
    if (*reader->next == '=') {
        reader->next++;
        value = decode_piece(reader, uri, "&", true);
        if (!value)
            return false;
    }
    uri->pairs[uri->pair_count++] = (struct pair){name, value};
    return true;
}

static bool parse_query(struct reader *reader, struct uri *uri)
{
    while (*reader->next != '\0') {
        if (*reader->next == '&')
            reader->next++;
        else if (!parse_pair(reader, uri))
            return false;
    }
    return true;
}

/* RFC 9112 section 3.2.2: a server must accept the absolute form, as a proxy sends it. */
static const char *skip_authority(const char *target)
{
    const size_t scheme = strncasecmp(target, "http://", 7) == 0    ? 7
                          : strncasecmp(target, "https://", 8) == 0 ? 8
                                                                    : 0;
    if (scheme == 0)
        return target;
    const char *origin = target + scheme + strcspn(target + scheme, "/?#");
    return origin == target + scheme || *origin != '/' ? target : origin;
}

bool uri_parse(const char *target, char *room, struct uri *uri)
{
    struct reader reader = {.target = target, .next = skip_authority(target), .out = room};
    uri->target = reader.next;
    uri->path = NULL;
    uri->pair_count = 0;
    uri->fault[0] = '\0';
    if (*reader.next != '/') {
        snprintf(uri->fault, sizeof uri->fault, "the request target must be a path that begins with '/'");
        return false;
    }
    uri->path = decode_piece(&reader, uri, "?", false);
    if (!uri->path)
        return false;
    if (*reader.next == '?')
        reader.next++;
    return parse_query(&reader, uri);
}

/* Builds addresses: in a text of their own, or where they are told. */
#include "api/link.h"

#include "api/circumstances.h"
#include "api/value.h"

#include <stdio.h>
#include <string.h>

/* Unreserved characters stay, and those that are readable and harmless in a query: a colon, a comma, a slash.
 */
static inline bool is_plain(char byte)
{
    const char lower = (char)(byte | 0x20);
    return (lower >= 'a' && lower <= 'z') || (byte >= ',' && byte <= ':') || byte == '_' || byte == '~';
}

static void add_encoded(struct json_out *text, const char *value)
{
    static const char digits[] = "0123456789ABCDEF";
    while (*value) {
        size_t plain = 0;
        while (is_plain(value[plain]))
            plain++;
        json_out_bytes(text, value, plain);
        value += plain;
        if (*value) {
            const unsigned char byte = (unsigned char)*value++;
            json_out_bytes(text, (char[]){'%', digits[byte >> 4], digits[byte & 15]}, 3);
        }
    }
}

struct address {
    struct json_out *text;
    bool asks; /* has a query by now */
};

static void add_pair(struct address *address, const char *name, const char *value)
{
    json_out_bytes(address->text, address->asks ? "&" : "?", 1);
    address->asks = true;
    add_encoded(address->text, name);
    if (*value == '\0')
        return;
    json_out_bytes(address->text, "=", 1);
    add_encoded(address->text, value);
}

static void add_day(struct address *address, const char *name, struct date day)
{
    if (day.ymd == 0)
        return;
    char value[DATE_TEXT_SIZE];
    date_format(day, value);
    add_pair(address, name, value);
}

#define LINK_VERSION_SIZE (JSON_NUMBER_SIZE + 1)

static void format_version(int64_t version, char text[static LINK_VERSION_SIZE])
{
    text[json_out_format_integer(version, text)] = '\0';
}

static void add_version(struct address *address, int64_t version)
{
    char value[LINK_VERSION_SIZE];
    format_version(version, value);
    add_pair(address, "known_at", value);
}

/* In the words in which it was asked: the answer repeats them, and at that data version they mean the same
 * for ever. */
static void add_question(struct address *address, const struct asked *asked)
{
    add_pair(address, "chip", asked->chip_text);
    add_pair(address, "destination", asked->destination_text);
    if (asked->hq_text)
        add_pair(address, "hq", asked->hq_text);
    if (asked->export_from_given)
        add_pair(address, "export_from", asked->export_from_text);
}

static void add_circumstance(const struct field *field, const struct value *value, void *context)
{
    char name[sizeof CIRCUMSTANCE_PREFIX + 96];
    char text[VALUE_TEXT_SIZE];
    snprintf(name, sizeof name, CIRCUMSTANCE_PREFIX "%.95s", field->name);
    value_format(*value, text);
    add_pair(context, name, text);
}

/* As a text of the document: nothing in an address has to be escaped. */
static struct address begin_link(struct json_out *out, const char *path)
{
    json_out_raw(out, "\"", 1);
    json_out_bytes(out, path, strlen(path));
    return (struct address){.text = out};
}

static void end_link(const struct address *address)
{
    json_out_bytes(address->text, "\"", 1);
}

void link_decision(struct json_out *out, const struct answer *answer)
{
    static const char *const explain[] = {[EXPLAIN_NONE] = "none", [EXPLAIN_FULL] = "full"};
    if (answer->asked->supposed || answer->asked->assumption) {
        json_out_null(out);
        return;
    }
    struct address address = begin_link(out, "/v1/eligibility");
    add_question(&address, answer->asked);
    add_day(&address, "date", answer->asked->question.date);
    circumstances_each(answer->context->rules, answer->asked->question.circumstances, add_circumstance,
                       &address);
    add_version(&address, answer->context->at);
    if (answer->explain != EXPLAIN_SUMMARY)
        add_pair(&address, "explain", explain[answer->explain]);
    end_link(&address);
}

void link_history(struct json_out *out, const struct answer *answer)
{
    struct address address = begin_link(out, "/v1/history");
    add_question(&address, answer->asked);
    add_day(&address, "from", answer->span.from);
    add_day(&address, "to", answer->span.until);
    circumstances_each(answer->context->rules, answer->asked->question.circumstances, add_circumstance,
                       &address);
    add_version(&address, answer->context->at);
    end_link(&address);
}

static char *finish(struct json_out *text)
{
    if (json_out_finish(text))
        return text->text;
    json_out_done(text);
    return NULL;
}

static bool is_among(const char *name, const char *const *names)
{
    for (; *names; names++)
        if (strcmp(*names, name) == 0)
            return true;
    return false;
}

/* The request's own address without the parameters of those names. */
static void add_request(struct address *address, const struct request *request, const char *const *without)
{
    add_encoded(address->text, request->path);
    for (size_t i = 0; i < request->query_count; i++)
        if (!is_among(request->query[i].name, without))
            add_pair(address, request->query[i].name, request->query[i].value);
}

char *link_version(enum kind kind, const char *id, int64_t version)
{
    struct json_out text = {0};
    struct address address = {.text = &text};
    json_out_bytes(&text, "/v1", strlen("/v1"));
    /* The document about the data set is told by the service. */
    if (kind != KIND_DATASET) {
        json_out_bytes(&text, "/", 1);
        json_out_bytes(&text, kinds[kind].plural, strlen(kinds[kind].plural));
        json_out_bytes(&text, "/", 1);
        add_encoded(&text, id);
    }
    if (version > 0)
        add_version(&address, version);
    return finish(&text);
}

char *link_feed(const struct request *request)
{
    static const char *const without[] = {"format", "wait", NULL};
    struct json_out text = {0};
    struct address address = {.text = &text};
    add_request(&address, request, without);
    add_pair(&address, "format", "atom");
    return finish(&text);
}

char *link_list(const struct request *request)
{
    static const char *const without[] = {"format", "cursor", "wait", NULL};
    struct json_out text = {0};
    struct address address = {.text = &text};
    add_request(&address, request, without);
    return finish(&text);
}

static const char *const not_selecting[] = {"cursor",   "limit",  "sort",   "format", "pretty",
                                            "known_at", "fields", "facets", "wait",   NULL};

bool link_selects(const char *parameter)
{
    return !is_among(parameter, not_selecting);
}

char *link_selection(const struct request *request)
{
    struct json_out text = {0};
    struct address address = {.text = &text};
    add_request(&address, request, not_selecting);
    return finish(&text);
}

char *link_next(const struct request *request, const char *cursor, int64_t at, struct date day)
{
    /* What comes next is there: nobody waits for it. */
    const char *const without[] = {"cursor", "known_at", "wait", day.ymd != 0 ? "date" : NULL, NULL};
    struct json_out text = {0};
    struct address address = {.text = &text};
    add_request(&address, request, without);
    add_day(&address, "date", day);
    add_version(&address, at);
    add_pair(&address, "cursor", cursor);
    return finish(&text);
}

char *link_next_compared(const struct request *request, const char *cursor, const struct link_states *states)
{
    static const char *const without[] = {"cursor", "from", "to", "known_from", "known_at", NULL};
    char known_from[LINK_VERSION_SIZE];
    struct json_out text = {0};
    struct address address = {.text = &text};
    add_request(&address, request, without);
    add_day(&address, "from", states->from);
    add_day(&address, "to", states->to);
    format_version(states->known_from, known_from);
    add_pair(&address, "known_from", known_from);
    add_version(&address, states->known_at);
    add_pair(&address, "cursor", cursor);
    return finish(&text);
}

/* Builds addresses in a small growing text. */
#include "api/link.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

/* Unreserved characters stay, and those that are readable and harmless in a query: a colon, a comma, a slash.
 */
static void add_encoded(struct json_out *text, const char *value)
{
    static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:,/";
    for (; *value; value++) {
        if (strchr(plain, *value)) {
            json_out_bytes(text, value, 1);
        } else {
            char escape[sizeof "%00"];
            snprintf(escape, sizeof escape, "%%%02X", (unsigned)(unsigned char)*value);
            json_out_bytes(text, escape, 3);
        }
    }
}

static void add_pair(struct json_out *text, const char *name, const char *value)
{
    const bool first = text->size > 0 && !memchr(text->text, '?', text->size);
    json_out_bytes(text, first ? "?" : "&", 1);
    add_encoded(text, name);
    if (*value == '\0')
        return;
    json_out_bytes(text, "=", 1);
    add_encoded(text, value);
}

static void add_day(struct json_out *text, const char *name, struct date day)
{
    if (day.ymd == 0)
        return;
    char value[DATE_TEXT_SIZE];
    date_format(day, value);
    add_pair(text, name, value);
}

void link_format_version(int64_t version, char text[static LINK_VERSION_SIZE])
{
    snprintf(text, LINK_VERSION_SIZE, "%" PRId64, version);
}

static void add_version(struct json_out *text, int64_t version)
{
    char value[LINK_VERSION_SIZE];
    link_format_version(version, value);
    add_pair(text, "known_at", value);
}

/* In the words in which it was asked: the answer repeats them, and at that data version they mean the same
 * for ever. */
static void add_question(struct json_out *text, const struct asked *asked)
{
    add_pair(text, "chip", asked->chip_text);
    add_pair(text, "destination", asked->destination_text);
    if (asked->hq_text)
        add_pair(text, "hq", asked->hq_text);
    if (asked->export_from_given)
        add_pair(text, "export_from", asked->export_from_text);
}

static void write_link(struct json_out *out, struct json_out *text)
{
    if (text->failed)
        out->failed = true;
    else
        json_out_text_n(out, text->text, text->size);
    json_out_done(text);
}

void link_decision(struct json_out *out, const struct answer *answer)
{
    static const char *const explain[] = {[EXPLAIN_NONE] = "none", [EXPLAIN_FULL] = "full"};
    struct json_out text = {0};
    json_out_bytes(&text, "/v1/eligibility", strlen("/v1/eligibility"));
    add_question(&text, answer->asked);
    add_day(&text, "date", answer->asked->question.date);
    add_version(&text, answer->context->at);
    if (answer->explain != EXPLAIN_SUMMARY)
        add_pair(&text, "explain", explain[answer->explain]);
    write_link(out, &text);
}

void link_history(struct json_out *out, const struct answer *answer)
{
    struct json_out text = {0};
    json_out_bytes(&text, "/v1/history", strlen("/v1/history"));
    add_question(&text, answer->asked);
    add_day(&text, "from", answer->span.from);
    add_day(&text, "to", answer->span.until);
    add_version(&text, answer->context->at);
    write_link(out, &text);
}

static bool is_pinned(const char *name, const struct pair *pins, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (strcmp(pins[i].name, name) == 0)
            return true;
    }
    return strcmp(name, "cursor") == 0;
}

char *link_next_pinned(const struct request *request, const char *cursor, const struct pair *pins,
                       size_t pin_count)
{
    struct json_out text = {0};
    add_encoded(&text, request->path);
    for (size_t i = 0; i < request->query_count; i++) {
        const struct pair *pair = &request->query[i];
        if (!is_pinned(pair->name, pins, pin_count))
            add_pair(&text, pair->name, pair->value);
    }
    for (size_t i = 0; i < pin_count; i++)
        add_pair(&text, pins[i].name, pins[i].value);
    add_pair(&text, "cursor", cursor);
    if (json_out_finish(&text))
        return text.text;
    json_out_done(&text);
    return NULL;
}

char *link_next(const struct request *request, const char *cursor, int64_t at, struct date day)
{
    char version[LINK_VERSION_SIZE], date[DATE_TEXT_SIZE];
    link_format_version(at, version);
    date_format(day, date);
    const struct pair pins[] = {{"date", date}, {"known_at", version}};
    const size_t unused = day.ymd == 0;
    return link_next_pinned(request, cursor, pins + unused, 2 - unused);
}

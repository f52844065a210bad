#include "api/body.h"

#include "api/document.h"
#include "api/params.h"
#include "db/json_read.h"

#include <math.h>
#include <string.h>
#include <strings.h>

bool body_is_utf8(const char *content_type)
{
    static const char charset[] = "charset=";
    const char *at = content_type ? strcasestr(content_type, charset) : NULL;
    if (!at)
        return true;
    at += sizeof charset - 1;
    at += *at == '"';
    const size_t size = strcspn(at, "\"; \t");
    static const char *const good[] = {"utf-8", "utf8", "us-ascii"};
    for (size_t i = 0; i < sizeof good / sizeof good[0]; i++) {
        if (strlen(good[i]) == size && strncasecmp(at, good[i], size) == 0)
            return true;
    }
    return false;
}

/* "application/json" or "application/…+json", whatever parameters follow; nothing said is taken as JSON. */
static bool is_json(const char *content_type)
{
    if (!content_type)
        return true;
    const size_t size = strcspn(content_type, "; \t");
    static const char json[] = "application/json", suffix[] = "+json";
    if (size == sizeof json - 1 && strncasecmp(content_type, json, size) == 0)
        return true;
    return size > sizeof suffix - 1 && strncasecmp(content_type, "application/", 12) == 0 &&
           strncasecmp(content_type + size - (sizeof suffix - 1), suffix, sizeof suffix - 1) == 0;
}

/* Of objects and arrays within each other; brackets inside texts do not count. */
static bool is_too_deep(const char *text, size_t size)
{
    unsigned depth = 0;
    bool in_text = false;
    for (size_t i = 0; i < size; i++) {
        if (in_text && text[i] == '\\')
            i++;
        else if (text[i] == '"')
            in_text = !in_text;
        else if (!in_text && (text[i] == '{' || text[i] == '[') && ++depth > BODY_DEPTH_MAX)
            return true;
        else if (!in_text && (text[i] == '}' || text[i] == ']') && depth > 0)
            depth--;
    }
    return false;
}

/* What the reader says, without the piece of the input that it quotes, which may be cut inside a character.
 */
static void fail_malformed(const json_error_t *error, struct reply *reply)
{
    const char *quoted = strstr(error->text, " near '");
    const int length = quoted ? (int)(quoted - error->text) : (int)strlen(error->text);
    reply_fail(reply, PROBLEM_MALFORMED_JSON, "Line %d, column %d of the body: %.*s.", error->line,
               error->column, length, error->text);
}

/* The number as an integer where it is one; NULL: it is not, or no number. */
static json_t *whole_of(json_t *value)
{
    static const double whole_max = 9007199254740992.0;
    const double number = json_real_value(value);
    const bool whole =
        json_is_real(value) && number >= -whole_max && number <= whole_max && floor(number) >= number;
    return whole ? json_integer((json_int_t)number) : NULL;
}

/* To a schema 1.0 and 1e0 are whole numbers as 1 is: behind this there is one way to write each, and -0 is 0.
 * False when memory is short. */
static bool make_whole(json_t *tree)
{
    const char *name;
    void *next;
    json_t *inner;
    size_t i;
    bool made = true;
    json_object_foreach_safe(tree, next, name, inner)
    {
        json_t *integer = whole_of(inner);
        made = (integer ? json_object_set_new(tree, name, integer) == 0 : make_whole(inner)) && made;
    }
    json_array_foreach(tree, i, inner)
    {
        json_t *integer = whole_of(inner);
        made = (integer ? json_array_set_new(tree, i, integer) == 0 : make_whole(inner)) && made;
    }
    return made;
}

static json_t *parse(const struct request *request, struct reply *reply)
{
    if (!is_json(request->content_type)) {
        reply_fail(reply, PROBLEM_UNSUPPORTED_MEDIA_TYPE,
                   "The body is sent as '%.100s'; send it as application/json (curl --json does).",
                   request->content_type);
        return NULL;
    }
    if (!body_is_utf8(request->content_type)) {
        reply_fail(
            reply, PROBLEM_UNSUPPORTED_MEDIA_TYPE,
            "The body is sent as '%.100s'; only UTF-8 is understood: convert it, and say charset=utf-8 or "
            "nothing of it.",
            request->content_type);
        return NULL;
    }
    if (request->body_size == 0) {
        reply_fail(reply, PROBLEM_MALFORMED_JSON, "There is no body; send a JSON document.");
        return NULL;
    }
    if (is_too_deep(request->body, request->body_size)) {
        reply_fail(reply, PROBLEM_MALFORMED_JSON, "The body is nested deeper than %d levels.",
                   BODY_DEPTH_MAX);
        return NULL;
    }
    json_error_t error;
    json_t *body = json_read(request->body, request->body_size, JSON_REJECT_DUPLICATES, &error);
    if (!body && !json_read_was_short(&error)) {
        fail_malformed(&error, reply);
    } else if (!body || !make_whole(body)) {
        reply_fail(reply, PROBLEM_OVERLOADED, "Out of memory.");
        json_decref(body);
        body = NULL;
    }
    return body;
}

bool body_read_moment(const json_t *body, struct moment *moment, struct reply *reply)
{
    const json_t *member = json_object_get(body, "known_at");
    *moment = (struct moment){0};
    if (!member || json_is_null(member))
        return true;
    if (json_is_integer(member)) {
        moment->version = json_integer_value(member);
        return true;
    }
    if (json_is_string(member) && param_parse_moment(json_string_value(member), moment))
        return true;
    const struct parameter_fault fault = {
        .parameter = "/known_at",
        .value = json_string_value(member),
        .detail = "known_at must be a data version such as 1, or an instant such as 2026-10-12T00:00:00Z.",
    };
    reply_fail_parameters(reply, PROBLEM_INVALID_CONTENT, &fault, 1);
    return false;
}

json_t *body_read(const struct operation *operation, const struct request *request, struct reply *reply)
{
    json_t *body = parse(request, reply);
    if (!body)
        return NULL;
    struct faults faults = {0};
    schema_check(operation->body, body, "", &faults);
    const bool valid = faults.total == 0 && !faults.short_of_memory;
    if (!valid) {
        reply_fail_faults(reply, PROBLEM_INVALID_CONTENT, &faults);
        json_decref(body);
        body = NULL;
    }
    faults_done(&faults);
    return body;
}

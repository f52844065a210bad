/* What must hold of every answer. */
#include "tests/fuzz/judge.h"
#include "tests/fuzz/target.h"

#include <stdlib.h>
#include <string.h>

bool judge_status(unsigned status)
{
    return (status >= 200 && status < 500) || status == 501 || status == 503 || status == 505;
}

static void judge_json(const char *text, size_t size)
{
    json_error_t error;
    json_t *json = json_loadb(text, size, JSON_REJECT_DUPLICATES | JSON_DECODE_ANY, &error);
    MUST(json, "%s: %.*s", error.text, (int)(size > 2000 ? 2000 : size), text);
    json_decref(json);
}

/* Jansson's own check of a text. */
static void judge_utf8(const char *text, size_t size)
{
    json_t *string = json_stringn(text, size);
    MUST(string, "not UTF-8: %.*s", (int)(size > 2000 ? 2000 : size), text);
    json_decref(string);
}

void judge_body(const char *content_type, const char *body, size_t size)
{
    judge_utf8(body, size);
    if (size == 0)
        return;
    if (strstr(content_type, "ndjson")) {
        for (const char *at = body, *end; at < body + size; at = end + 1) {
            end = memchr(at, '\n', (size_t)(body + size - at));
            MUST(end, "the last line has no end");
            judge_json(at, (size_t)(end - at));
        }
    } else if (strstr(content_type, "json")) {
        judge_json(body, size);
    }
}

/* The step of a pointer with its escapes undone. */
static const char *take_step(const char *pointer, char step[static 512])
{
    size_t used = 0;
    for (pointer++; *pointer && *pointer != '/' && used + 1 < 512; pointer++) {
        if (*pointer == '~') {
            pointer++;
            MUST(*pointer == '0' || *pointer == '1', "an escape of a pointer");
            step[used++] = *pointer == '0' ? '~' : '/';
        } else {
            step[used++] = *pointer;
        }
    }
    step[used] = '\0';
    return pointer;
}

bool judge_points(const json_t *document, const char *pointer)
{
    while (document && *pointer) {
        char step[512];
        MUST(*pointer == '/', "a pointer begins with a slash, not as %s", pointer);
        pointer = take_step(pointer, step);
        document = json_is_array(document) ? json_array_get(document, strtoul(step, NULL, 10))
                                           : json_object_get(document, step);
    }
    return document != NULL;
}

static bool is_text(const json_t *object, const char *member)
{
    return json_string_length(json_object_get(object, member)) > 0;
}

static void judge_error(const json_t *error, const json_t *sent)
{
    const json_t *pointer = json_object_get(error, "pointer");
    MUST(pointer || is_text(error, "parameter"), "an error without a place");
    MUST(is_text(error, "detail") || is_text(error, "suggestion"), "an error that says nothing");
    if (pointer && sent)
        MUST(judge_points(sent, json_string_value(pointer)), "%s leads nowhere", json_string_value(pointer));
}

void judge_problem(const json_t *problem, unsigned status, const json_t *sent)
{
    static const char *const members[] = {"type", "title", "code", "detail"};
    MUST(json_is_object(problem), "a problem is an object");
    for (size_t i = 0; i < sizeof members / sizeof members[0]; i++)
        MUST(is_text(problem, members[i]), "a problem of status %u without %s", status, members[i]);
    MUST(json_integer_value(json_object_get(problem, "status")) == (json_int_t)status, "the status twice");
    size_t i;
    const json_t *error;
    json_array_foreach(json_object_get(problem, "errors"), i, error) judge_error(error, sent);
}

static void judge_source(struct reply *reply)
{
    char *body = NULL;
    size_t used = 0, got;
    do {
        body = realloc(body, used + 65536);
        MUST(body, "memory");
        got = reply->source->read(reply->source, body + used, 65536);
        used += got;
    } while (got > 0);
    MUST(reply->source->size == SOURCE_SIZE_UNKNOWN || reply->source->size == used, "the size was announced");
    judge_body(reply->content_type, body, used);
    free(body);
}

void judge_reply(struct reply *reply, const json_t *sent)
{
    MUST(judge_status(reply->status), "status %u: %.*s", reply->status, (int)reply->out.size,
         reply->out.text ? reply->out.text : "");
    const char *body = reply->constant ? reply->constant : reply->out.text;
    const size_t size = reply->constant ? reply->constant_size : reply->out.size;
    if (reply->source)
        judge_source(reply);
    else if (size > 0)
        judge_body(reply->content_type, body, size);
    if (reply->status >= 400) {
        MUST(strcmp(reply->content_type, "application/problem+json") == 0, "a problem is sent as one");
        json_t *problem = json_loadb(body, size, 0, NULL);
        judge_problem(problem, reply->status, sent);
        json_decref(problem);
    }
    reply_done(reply);
}

/* A body for each operation that has one: refused naming what is in it, or of the schema, and then with a
 * meaning or without. */
#include "tests/fuzz/judge.h"
#include "tests/fuzz/target.h"
#include "tests/fuzz/world.h"

#include "api/body.h"
#include "api/document.h"

#include <stdlib.h>
#include <string.h>

static const struct body_of {
    const char *operation;
    enum kind kind; /* KIND_COUNT: the body is no document */
} bodies[] = {{"post_eligibility", KIND_COUNT},
              {"post_changes", KIND_COUNT},
              {"put_chip", KIND_CHIP},
              {"put_ruling", KIND_RULING},
              {"put_event", KIND_EVENT}};

static const struct operation *find(const char *id)
{
    for (size_t i = 0; i < operation_count; i++) {
        if (strcmp(operations[i].id, id) == 0)
            return &operations[i];
    }
    target_fail(__FILE__, __LINE__, "there is no operation %s", id);
}

static void judge_faults(struct faults *faults, const json_t *document)
{
    for (size_t i = 0; i < faults->count; i++) {
        MUST(faults->items[i].detail[0], "a fault without a sentence");
        MUST(judge_points(document, faults->items[i].pointer), "%s leads nowhere: %s",
             faults->items[i].pointer, faults->items[i].detail);
    }
    MUST(!faults->short_of_memory, "memory");
    faults_done(faults);
    *faults = (struct faults){0};
}

/* What is good is so still when it was written and read. */
static void judge_round_trip(enum kind kind, const json_t *document)
{
    struct faults faults = {0};
    char *text = json_dumps(document, JSON_COMPACT | JSON_SORT_KEYS);
    MUST(text, "what was read can be written");
    json_t *again = json_loads(text, JSON_REJECT_DUPLICATES, NULL);
    MUST(again, "what was written can be read: %s", text);
    document_check_shape(kind, again, "", &faults);
    MUST(faults.total == 0, "was good, and is not when read again: %s", text);
    json_decref(again);
    free(text);
}

static void judge_document(enum kind kind, json_t *document)
{
    struct faults faults = {0};
    json_object_del(document, "note");
    document_remove_derived(kind, document);
    document_check_shape(kind, document, "", &faults);
    const bool shaped = faults.total == 0;
    judge_faults(&faults, document);
    const char *id = json_string_value(json_object_get(document, kinds[kind].id_key));
    if (!shaped || !id)
        return;
    const struct change change = {CHANGE_PUT, kind, id, document};
    static const char *const pointers[] = {""};
    MUST(document_check_meaning(world()->store, &change, 1, pointers, &faults), "the store can be read");
    judge_faults(&faults, document);
    judge_round_trip(kind, document);
}

static void ask(const struct operation *operation, struct request *request, const json_t *sent)
{
    struct uri uri;
    char room[64];
    struct reply reply;
    MUST(uri_parse(operation->path, room, &uri), "its path is one");
    world_ask(request, &uri, &reply);
    judge_reply(&reply, sent);
}

void target_body(const uint8_t *data, size_t size)
{
    struct choices choices = {data, size};
    const struct body_of *body_of = &bodies[choices_take(&choices, sizeof bodies / sizeof bodies[0])];
    const struct operation *operation = find(body_of->operation);
    char *text = choices_text(&choices);
    struct request request = {.method = operation->method,
                              .content_type = "application/json",
                              .id = "FUZZ",
                              .body = text,
                              .body_size = choices.size};
    struct reply reply;
    reply_init(&reply, &request);
    json_t *sent = json_loadb(text, choices.size, 0, NULL);
    json_t *body = body_read(operation, &request, &reply);
    if (!body) {
        MUST(json_out_finish(&reply.out), "memory");
        judge_reply(&reply, sent);
    } else {
        MUST(sent, "what is no JSON is refused");
        reply_done(&reply);
        if (body_of->kind != KIND_COUNT)
            judge_document(body_of->kind, body);
        else if (strcmp(operation->id, "post_eligibility") == 0)
            ask(operation, &request, sent);
    }
    json_decref(body);
    json_decref(sent);
    free(text);
}

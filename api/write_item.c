#include "api/write_item.h"

#include "api/label.h"
#include "api/precondition.h"

#include <stdio.h>
#include <string.h>

static enum problem open_write(const struct context *context, bool deleting, const char *note,
                               struct write **write, struct expectation *expected, struct reply *reply)
{
    const enum problem problem = precondition_read(context->request, deleting, expected, reply);
    if (problem != PROBLEM_NONE)
        return problem;
    *write = write_open(context, note);
    return *write ? PROBLEM_NONE : reply_fail(reply, PROBLEM_OVERLOADED, "Out of memory.");
}

static enum problem begin_put(const char *id, enum kind kind, const struct context *context,
                              struct reply *reply)
{
    struct write *write;
    struct expectation expected;
    const char *note = json_string_value(json_object_get(context->body, "note"));
    const enum problem problem = open_write(context, false, note, &write, &expected, reply);
    if (problem != PROBLEM_NONE)
        return problem;
    json_t *document = json_copy((json_t *)(uintptr_t)context->body);
    if (document) {
        json_object_del(document, "note");
        write_add(write, &(struct change){CHANGE_PUT, kind, id, document}, &expected, "");
        json_decref(document);
    } else {
        write->short_of_memory = true;
    }
    return write_submit(context, write, reply);
}

enum problem item_put(const char *id, const struct shape *shape, const struct context *context,
                      struct reply *reply)
{
    const enum kind kind = shape->info->kind;
    const struct write *write = write_finished(context);
    if (!write)
        return begin_put(id, kind, context, reply);
    enum problem problem = write_refusal(write, context, reply);
    if (problem == PROBLEM_NONE)
        problem = item_reply(id, shape, PROBLEM_NOT_FOUND, context, reply);
    if (problem != PROBLEM_NONE)
        return problem;
    label_etag(context, true, reply);
    if (!write->created || !write->recorded)
        return problem;
    reply->status = 201;
    if (asprintf(&reply->location, "/v1/%s/%s", kinds[kind].plural, id) < 0)
        reply->location = NULL;
    return problem;
}

/* What was to be deleted is not in the state expected: because it is no more, or never was, or has changed.
 */
static enum problem refuse_absent(const char *id, const struct shape *shape, const struct context *context,
                                  struct reply *reply)
{
    const enum kind kind = shape->info->kind;
    int64_t since;
    if (catalogue_find(context->store, kind, id, context->at, NULL, NULL, &since) == FIND_NONE)
        return id_unknown(id, kind, PROBLEM_NOT_FOUND, context, reply);
    return item_gone(id, shape, PROBLEM_PRECONDITION_FAILED, context, reply);
}

enum problem item_delete(const char *id, const char *note, const struct shape *shape,
                         const struct context *context, struct reply *reply)
{
    const enum kind kind = shape->info->kind;
    const struct write *finished = write_finished(context);
    if (finished) {
        const enum problem problem = write_refusal(finished, context, reply);
        if (problem == PROBLEM_NONE && finished->recorded)
            return write_receipt(finished, context, reply);
        if (problem != PROBLEM_NONE && problem != PROBLEM_PRECONDITION_FAILED)
            return problem;
        return refuse_absent(id, shape, context, reply);
    }
    struct write *write;
    struct expectation expected;
    const enum problem problem = open_write(context, true, note, &write, &expected, reply);
    if (problem != PROBLEM_NONE)
        return problem;
    write_add(write, &(struct change){CHANGE_DELETE, kind, id, NULL}, &expected, "");
    return write_submit(context, write, reply);
}

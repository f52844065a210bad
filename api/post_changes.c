/* POST /v1/changes: a change set of many puts and deletes, recorded in one revision or not at all. */
#include "operations.h"

#include "api/authorize.h"
#include "api/write.h"

#include <stdio.h>
#include <string.h>

/* What the schema leaves open: a put has a document, a deletion has none and names what it deletes. */
static void check_form(const json_t *item, enum change_op op, const char *pointer, struct faults *faults)
{
    const bool has_document = json_object_get(item, "document") != NULL;
    if (op == CHANGE_PUT && !has_document)
        faults_add(faults, pointer, "The member 'document' is missing: a put says what is to stand.");
    if (op == CHANGE_DELETE && has_document)
        faults_add(faults, pointer, "A deletion has no 'document'.");
    if (op == CHANGE_DELETE && json_is_null(json_object_get(item, "replaces")))
        faults_add(faults, pointer, "'replaces' must be the revision of what is to be deleted.");
}

static void add_change(struct write *write, const json_t *item, size_t index)
{
    struct change change = {.id = json_string_value(json_object_get(item, "id"))};
    struct expectation expected = {0};
    char pointer[WRITE_POINTER_SIZE];
    const bool deletes = strcmp(json_string_value(json_object_get(item, "op")), "delete") == 0;
    const json_t *replaces = json_object_get(item, "replaces");
    change.op = deletes ? CHANGE_DELETE : CHANGE_PUT;
    kind_parse(json_string_value(json_object_get(item, "kind")), &change.kind);
    snprintf(pointer, sizeof pointer, "/changes/%zu", index);
    check_form(item, change.op, pointer, &write->faults);
    if (!deletes) {
        snprintf(pointer, sizeof pointer, "/changes/%zu/document", index);
        change.document = json_object_get(item, "document");
    }
    if (json_is_integer(replaces))
        expected.revisions[expected.count++] = json_integer_value(replaces);
    if (deletes || change.document)
        write_add(write, &change, &expected, pointer);
}

static enum problem reply_receipt(const struct write *write, const struct context *context,
                                  struct reply *reply)
{
    enum problem problem = write_refusal(write, context, reply);
    if (problem == PROBLEM_NONE)
        problem = write_receipt(write, context, reply);
    if (problem == PROBLEM_NONE && write->recorded)
        reply->status = 201;
    return problem;
}

/* Of each kind in it the scope, before any of its documents is looked at. */
static enum problem check_scopes(const struct context *context, const json_t *changes, struct reply *reply)
{
    enum problem problem = PROBLEM_NONE;
    for (size_t i = 0; i < json_array_size(changes) && problem == PROBLEM_NONE; i++) {
        enum kind kind;
        if (kind_parse(json_string_value(json_object_get(json_array_get(changes, i), "kind")), &kind))
            problem = authorize_scopes(context->bearer, scope_of_kind(kind), reply);
    }
    return problem;
}

enum problem post_changes(const struct post_changes_args *args, const struct context *context,
                          struct reply *reply)
{
    (void)args;
    const struct write *finished = write_finished(context);
    if (finished)
        return reply_receipt(finished, context, reply);
    const json_t *changes = json_object_get(context->body, "changes");
    const enum problem problem = check_scopes(context, changes, reply);
    if (problem != PROBLEM_NONE)
        return problem;
    struct write *write = write_open(context, json_string_value(json_object_get(context->body, "note")));
    if (!write)
        return reply_fail(reply, PROBLEM_OVERLOADED, "Out of memory.");
    for (size_t i = 0; i < json_array_size(changes); i++)
        add_change(write, json_array_get(changes, i), i);
    return write_submit(context, write, reply);
}

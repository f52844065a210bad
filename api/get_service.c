/* GET /v1: what this service holds, what it covers and does not, and where everything is. */
#include "operations.h"

#include "api/answer.h"
#include "api/api.h"
#include "api/circumstances.h"
#include "api/member.h"
#include "db/revisions.h"

#include <string.h>

static void copy_member(struct json_out *out, const json_t *dataset, const char *name)
{
    json_out_key(out, name);
    json_out_value(out, json_object_get(dataset, name));
}

static bool write_version(struct json_out *out, const char *key, struct store *store, int64_t version)
{
    struct revision revision;
    if (!revisions_find(store, version, &revision))
        return false;
    json_out_key(out, key);
    json_out_begin_object(out);
    member_integer(out, "data_version", version);
    member_text(out, "recorded_at", revision.recorded_at);
    json_out_end_object(out);
    return true;
}

static bool write_versions(struct json_out *out, const struct context *context)
{
    json_out_key(out, "versions");
    json_out_begin_object(out);
    const bool written = write_version(out, "first", context->store, 1) &&
                         write_version(out, "latest", context->store, context->at);
    json_out_end_object(out);
    return written;
}

static bool write_counts(struct json_out *out, const struct context *context)
{
    static const enum kind shown[] = {KIND_CHIP,        KIND_RULING, KIND_EVENT,
                                      KIND_DESTINATION, KIND_GROUP,  KIND_DISPUTE};
    int64_t counts[KIND_COUNT];
    if (!catalogue_count(context->store, context->at, counts))
        return false;
    json_out_key(out, "counts");
    json_out_begin_object(out);
    for (size_t i = 0; i < sizeof shown / sizeof shown[0]; i++) {
        member_integer(out, kinds[shown[i]].plural, counts[shown[i]]);
    }
    json_out_end_object(out);
    return true;
}

static void write_links(struct json_out *out)
{
    json_out_key(out, "links");
    json_out_begin_array(out);
    for (size_t i = 0; i < operation_count; i++) {
        json_out_begin_object(out);
        member_text(out, "operation", operations[i].id);
        member_text(out, "method", method_word(operations[i].method));
        member_text(out, "href", operations[i].path);
        member_text(out, "title", operations[i].summary);
        json_out_end_object(out);
    }
    json_out_end_array(out);
}

static void write_identity(struct json_out *out, const struct context *context)
{
    member_text(out, "service", "navicert");
    member_text(out, "engine", engine_version);
    copy_member(out, context->dataset, "title");
    copy_member(out, context->dataset, "summary");
    member_integer(out, "data_version", context->at);
    member_date(out, "verified_through", context->rules->verified_through);
}

enum problem get_service(const struct get_service_args *args, const struct context *context,
                         struct reply *reply)
{
    static const char *const about[] = {"coverage", "doubts", "conventions", "licenses"};
    (void)args;
    struct json_out *out = reply_json(reply);
    json_out_begin_object(out);
    write_identity(out, context);
    if (!write_versions(out, context) || !write_counts(out, context))
        return context_fail(context, reply);
    for (size_t i = 0; i < sizeof about / sizeof about[0]; i++)
        copy_member(out, context->dataset, about[i]);
    json_out_key(out, "circumstances");
    shape_known_circumstances(out, context->rules);
    member_text(out, "notice", answer_notice);
    write_links(out);
    json_out_end_object(out);
    return PROBLEM_NONE;
}

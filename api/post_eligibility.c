/* POST /v1/eligibility: many questions at once, of hypothetical chips and of law as it might have been too.
 */
#include "operations.h"

#include "api/api.h"
#include "api/assume.h"
#include "api/eligibility.h"
#include "api/member.h"
#include "api/query.h"

#include <stdio.h>
#include <string.h>

static struct terms read_terms(const json_t *body)
{
    static const char *const words[] = {
        [EXPLAIN_NONE] = "none", [EXPLAIN_SUMMARY] = "summary", [EXPLAIN_FULL] = "full"};
    const char *explain = json_string_value(json_object_get(body, "explain"));
    struct terms terms = {
        .explain = EXPLAIN_SUMMARY,
        .strict = json_is_true(json_object_get(body, "strict")),
        .strict_at = "/strict",
    };
    for (unsigned i = 0; explain && i < sizeof words / sizeof words[0]; i++) {
        if (strcmp(words[i], explain) == 0)
            terms.explain = (enum explain)i;
    }
    return terms;
}

/* A decision or a problem is written as it would be answered alone. */
static void write_item(struct json_out *out, size_t index, const char *name, const struct reply *item)
{
    json_out_begin_object(out);
    member_integer(out, "index", (int64_t)index);
    if (name) {
        member_text(out, "name", name);
    }
    json_out_key(out, item->problem == PROBLEM_NONE ? "decision" : "problem");
    if (item->out.failed)
        out->failed = true;
    else
        json_out_raw(out, item->out.text, item->out.size);
    json_out_end_object(out);
}

static void answer_query(const struct context *context, const struct query_place *place, size_t index,
                         const struct terms *terms, struct json_out *out)
{
    struct reply item;
    struct query query;
    reply_init(&item, context->request);
    if (query_read(context, place, &query, &item) == PROBLEM_NONE)
        eligibility_answer(context, &query.asked, terms, &item);
    write_item(out, index, json_string_value(json_object_get(place->query, "name")), &item);
    reply_done(&item);
}

static void write_meta(struct json_out *out, const struct context *context)
{
    json_out_begin_object(out);
    member_integer(out, "data_version", context->at);
    member_integer(out, "known_at", context->at);
    member_date(out, "verified_through", context->rules->verified_through);
    member_text(out, "engine", engine_version);
    json_out_end_object(out);
}

static enum problem answer_all(const struct context *context, const struct assumption *assumption,
                               struct reply *reply)
{
    const struct terms terms = read_terms(context->body);
    struct json_out *out = reply_json(reply);
    size_t i;
    const json_t *query;
    json_out_begin_object(out);
    json_out_key(out, "items");
    json_out_begin_array(out);
    json_array_foreach(json_object_get(context->body, "queries"), i, query)
    {
        char pointer[sizeof "/queries/" + 20];
        snprintf(pointer, sizeof pointer, "/queries/%zu", i);
        const struct query_place place = {context->body, query, pointer, assumption};
        answer_query(context, &place, i, &terms, out);
    }
    json_out_end_array(out);
    json_out_key(out, "meta");
    write_meta(out, context);
    json_out_end_object(out);
    return PROBLEM_NONE;
}

enum problem post_eligibility(const struct post_eligibility_args *args, const struct context *context,
                              struct reply *reply)
{
    const json_t *assume = json_object_get(context->body, "assume");
    struct context assumed;
    (void)args;
    if (!assume_asks(assume))
        return answer_all(context, NULL, reply);
    if (!context->finished)
        return assume_begin(context, assume, reply);
    const enum problem problem = assume_end(context, &assumed, reply);
    return problem == PROBLEM_NONE ? answer_all(&assumed, assume_found(context), reply) : problem;
}

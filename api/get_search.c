/* GET /v1/search: one box over chips, rulings, events, destinations, groups and disputes. */
#include "operations.h"

#include "api/link.h"
#include "api/member.h"
#include "api/page.h"
#include "api/shape_hit.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The words of `kind`, in the order of openapi.yaml. */
static const enum kind searched[] = {KIND_CHIP,        KIND_RULING, KIND_EVENT,
                                     KIND_DESTINATION, KIND_GROUP,  KIND_DISPUTE};
#define SEARCHED_COUNT (sizeof searched / sizeof searched[0])

static uint32_t kinds_asked(uint32_t words)
{
    uint32_t asked = 0;
    for (size_t i = 0; i < SEARCHED_COUNT; i++) {
        if (words >> i & 1)
            asked |= UINT32_C(1) << searched[i];
    }
    return asked;
}

static void write_words(struct json_out *out, const struct search_result *result)
{
    static const char *const how[] = {
        [SEARCH_TYPED] = "typed", [SEARCH_BEGINNING] = "prefix", [SEARCH_JOINED] = "joined",
        [SEARCH_APART] = "split", [SEARCH_NEAR] = "near",        [SEARCH_UNKNOWN] = "unknown",
    };
    json_out_key(out, "words");
    json_out_begin_array(out);
    for (size_t i = 0; i < result->word_count; i++) {
        const struct search_word *word = &result->words[i];
        json_out_begin_object(out);
        member_text(out, "word", word->word);
        member_text(out, "how", how[word->how]);
        json_out_key(out, "read_as");
        json_out_begin_array(out);
        for (size_t j = 0; j < word->read_as_count; j++)
            json_out_text(out, word->read_as[j]);
        json_out_end_array(out);
        json_out_end_object(out);
    }
    json_out_end_array(out);
}

static void write_items(struct json_out *out, const struct search_result *result, int64_t at)
{
    json_out_key(out, "items");
    json_out_begin_array(out);
    for (size_t i = 0; i < result->hit_count; i++)
        shape_hit(out, &result->hits[i], at);
    json_out_end_array(out);
}

struct kind_count {
    enum kind kind;
    int64_t count;
};

static int most_first(const void *a, const void *b)
{
    const struct kind_count *first = a, *second = b;
    if (first->count != second->count)
        return first->count < second->count ? 1 : -1;
    return strcmp(kinds[first->kind].name, kinds[second->kind].name);
}

/* As the facets of lists, but of every kind whatever was asked for: they label the tabs of a page of results.
 */
static void write_facets(struct json_out *out, const struct search_result *result)
{
    struct kind_count counts[SEARCHED_COUNT];
    for (size_t i = 0; i < SEARCHED_COUNT; i++)
        counts[i] = (struct kind_count){searched[i], result->counts[searched[i]]};
    qsort(counts, SEARCHED_COUNT, sizeof counts[0], most_first);
    json_out_key(out, "facets");
    json_out_begin_object(out);
    json_out_key(out, "kind");
    json_out_begin_array(out);
    for (size_t i = 0; i < SEARCHED_COUNT && counts[i].count > 0; i++) {
        json_out_begin_object(out);
        member_text(out, "value", kinds[counts[i].kind].name);
        member_integer(out, "count", counts[i].count);
        json_out_end_object(out);
    }
    json_out_end_array(out);
    json_out_end_object(out);
}

static void write_meant(struct json_out *out, const struct search_result *result)
{
    json_out_key(out, "did_you_mean");
    json_out_begin_array(out);
    for (size_t i = 0; i < result->meant_count; i++)
        json_out_text(out, result->meant[i]);
    json_out_end_array(out);
}

/* Of many that hold the words only some are ranked: then nobody counted all of them. */
static void write_counts(struct json_out *out, const struct search_result *result)
{
    int64_t candidates = 0;
    for (size_t kind = 0; kind < KIND_COUNT; kind++)
        candidates += result->counts[kind];
    json_out_key(out, "total");
    if (result->incomplete)
        json_out_null(out);
    else
        json_out_integer(out, result->total);
    json_out_key(out, "ranked");
    json_out_begin_object(out);
    member_integer(out, "candidates", candidates);
    member_boolean(out, "complete", !result->incomplete);
    json_out_end_object(out);
}

static void write_result(const struct get_search_args *args, const struct search_result *result,
                         const struct context *context, struct reply *reply)
{
    const bool pinned = args->known_at.version > 0 || args->known_at.instant;
    struct json_out *out = reply_json(reply);
    const struct date no_day = {0};
    char *next = result->next ? link_next(context->request, result->next, context->at, no_day) : NULL;
    json_out_begin_object(out);
    member_text(out, "q", args->q);
    write_words(out, result);
    write_items(out, result, pinned ? context->at : 0);
    write_counts(out, result);
    member_integer(out, "limit", args->limit);
    member_text(out, "next", next);
    write_facets(out, result);
    write_meant(out, result);
    page_meta(out, context, no_day);
    json_out_end_object(out);
    /* Without its address the next page would look like the end. */
    if (result->next && !next)
        out->failed = true;
    page_link(reply, next);
    free(next);
}

__attribute__((format(printf, 3, 4))) static enum problem refuse_text(struct reply *reply, const char *text,
                                                                      const char *detail, ...)
{
    struct parameter_fault fault = {.parameter = "q", .value = text};
    va_list arguments;
    va_start(arguments, detail);
    vsnprintf(fault.detail, sizeof fault.detail, detail, arguments);
    va_end(arguments);
    return reply_fail_parameters(reply, PROBLEM_INVALID_PARAMETER, &fault, 1);
}

static enum problem refuse(enum search_outcome outcome, const struct get_search_args *args,
                           const struct context *context, struct reply *reply)
{
    switch (outcome) {
    case SEARCH_NO_WORD:
        return refuse_text(reply, args->q, "q has no word to look for: give letters or digits.");
    case SEARCH_TOO_MANY_WORDS:
        return refuse_text(reply, args->q, "q has more than %d words: give the few that matter.",
                           SEARCH_WORDS_MAX);
    case SEARCH_BAD_CURSOR:
        return reply_fail(reply, PROBLEM_INVALID_CURSOR,
                          "The cursor was not made for this search, or was altered.");
    case SEARCH_DONE:
    case SEARCH_FAILED:
        break;
    }
    return context_fail(context, reply);
}

enum problem get_search(const struct get_search_args *args, const struct context *context,
                        struct reply *reply)
{
    const struct search_query query = {
        .at = context->at,
        .rules = context->rules,
        .text = args->q,
        .kinds = kinds_asked(args->kind),
        .after = args->cursor,
        .limit = (unsigned)args->limit,
    };
    struct search_result result;
    const enum search_outcome outcome = search_run(context->store, &query, &result);
    if (outcome == SEARCH_DONE)
        write_result(args, &result, context, reply);
    search_done(&result);
    return outcome == SEARCH_DONE ? PROBLEM_NONE : refuse(outcome, args, context, reply);
}

/* Looks names up in the rules of this reply; near ones are only ever suggested. */
#include "api/resolve.h"

const char *match_word(enum match match)
{
    switch (match) {
    case MATCH_ID:
        return "id";
    case MATCH_PRODUCT:
        return "product";
    case MATCH_NAME:
        return "name";
    case MATCH_ALIAS:
        return "alias";
    case MATCH_NONE:
    case MATCH_AMBIGUOUS:
        break;
    }
    return NULL;
}

static enum problem refuse(struct reply *reply, enum problem problem, const char *parameter, const char *text,
                           const char *const *candidates, size_t count)
{
    const bool ambiguous = problem == PROBLEM_AMBIGUOUS_CHIP || problem == PROBLEM_AMBIGUOUS_DESTINATION;
    const struct name_fault fault = {
        .parameter = parameter,
        .value = text,
        .what = ambiguous ? "is the name of several" : "is not known",
        .candidates = candidates,
        .count = count,
    };
    return reply_fail_names(reply, problem, &fault);
}

enum problem resolve_chip(const struct context *context, const char *parameter, const char *text,
                          struct chip_match *match, struct reply *reply)
{
    *match = names_match_chip(context->rules, text);
    if (match->chip)
        return PROBLEM_NONE;
    const char *candidates[NAME_CANDIDATES_MAX];
    for (size_t i = 0; i < match->candidate_count; i++)
        candidates[i] = match->candidates[i]->id;
    const enum problem problem =
        match->how == MATCH_AMBIGUOUS ? PROBLEM_AMBIGUOUS_CHIP : PROBLEM_UNKNOWN_CHIP;
    return refuse(reply, problem, parameter, text, candidates, match->candidate_count);
}

enum problem resolve_place(const struct context *context, const char *parameter, const char *text,
                           struct place_match *match, struct reply *reply)
{
    *match = names_match_place(context->rules, text);
    if (match->place)
        return PROBLEM_NONE;
    const char *candidates[NAME_CANDIDATES_MAX];
    for (size_t i = 0; i < match->candidate_count; i++)
        candidates[i] = match->candidates[i]->code;
    const enum problem problem =
        match->how == MATCH_AMBIGUOUS ? PROBLEM_AMBIGUOUS_DESTINATION : PROBLEM_UNKNOWN_DESTINATION;
    return refuse(reply, problem, parameter, text, candidates, match->candidate_count);
}

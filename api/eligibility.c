/* Decides one question and writes the answer. */
#include "api/eligibility.h"

#include <stdio.h>

/* More lapses than this are counted, not listed. */
#define LAPSES_LISTED_MAX 20

static bool is_stale(const struct decision *decision)
{
    for (size_t i = 0; i < decision->lapsed_unverified.count; i++) {
        if (lapse_counts(decision->lapsed_unverified.items[i]))
            return true;
    }
    return false;
}

/* With strict an answer beside which law lapsed without having been checked is refused. */
static enum problem refuse_stale(const struct decision *decision, struct date day, const char *strict_at,
                                 struct reply *reply)
{
    struct parameter_fault faults[LAPSES_LISTED_MAX];
    const struct provision_list *lapsed = &decision->lapsed_unverified;
    size_t count = 0;
    for (size_t i = 0; i < lapsed->count && count < LAPSES_LISTED_MAX; i++) {
        char text[ANSWER_LAPSE_SIZE];
        if (!lapse_counts(lapsed->items[i]))
            continue;
        answer_lapse(lapsed->items[i], day, text);
        faults[count] = (struct parameter_fault){.parameter = strict_at, .value = "true"};
        snprintf(faults[count].detail, sizeof faults[count].detail, "%.*s",
                 (int)sizeof faults[count].detail - 1, text);
        count++;
    }
    return reply_fail_parameters(reply, PROBLEM_STALE_DATA, faults, count);
}

enum problem eligibility_answer(const struct context *context, const struct asked *asked,
                                const struct terms *terms, struct reply *reply)
{
    const struct decision decision =
        (terms->explain == EXPLAIN_NONE ? decide_without_caveats : decide_eligibility)(
            context->rules, &asked->question, context->scratch);
    if (terms->strict && is_stale(&decision))
        return refuse_stale(&decision, asked->question.date, terms->strict_at, reply);

    struct answer answer = {
        .context = context, .asked = asked, .decision = &decision, .explain = terms->explain};
    /* Where nothing was researched, nothing is scheduled either. */
    if (answer.explain != EXPLAIN_NONE && !decision.before_coverage)
        answer.next_change = decide_next_change(context->rules, &asked->question, &decision, context->second);

    shape_decision(reply_json(reply), &answer);
    return PROBLEM_NONE;
}

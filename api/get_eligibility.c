/* GET /v1/eligibility: may this chip go to that destination on that day? */
#include "operations.h"

#include "api/answer.h"

/* With strict=true an answer that rests on lapsed, unverified provisions is refused. */
static enum problem refuse_stale(const struct decision *decision, struct reply *reply)
{
    const struct provision *first = decision->lapsed_unverified.items[0];
    const size_t more = decision->lapsed_unverified.count - 1;
    return reply_fail(reply, PROBLEM_STALE_DATA,
                      "%s (%s)%s passed its recorded end and was not verified since; ask without strict to see the answer.", first->id,
                      first->ruling->title, more ? " and others" : "");
}

enum problem get_eligibility(const struct get_eligibility_args *args, const struct context *context, struct reply *reply)
{
    const struct asked_texts texts = {args->chip, args->destination, args->hq, args->export_from, args->date};
    struct asked asked;
    const enum problem problem = answer_ask(context, &texts, &asked, reply);
    if (problem != PROBLEM_NONE)
        return problem;

    const struct decision decision = decide_eligibility(context->rules, &asked.question, context->scratch);
    if (args->strict && decision.lapsed_unverified.count > 0)
        return refuse_stale(&decision, reply);

    struct answer answer = {.context = context, .asked = &asked, .decision = &decision, .explain = (enum explain)args->explain};
    /* Where nothing was researched, nothing is scheduled either. */
    if (answer.explain != EXPLAIN_NONE && !decision.before_coverage)
        answer.next_change = decide_next_change(context->rules, &asked.question, &decision, context->second);

    shape_decision(reply_json(reply), &answer);
    return PROBLEM_NONE;
}

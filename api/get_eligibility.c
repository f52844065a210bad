/* GET /v1/eligibility: may this chip go to that destination on that day? */
#include "operations.h"

#include "api/circumstances.h"
#include "api/eligibility.h"

enum problem get_eligibility(const struct get_eligibility_args *args, const struct context *context,
                             struct reply *reply)
{
    struct asked_texts texts = {
        .chip = args->chip,
        .destination = args->destination,
        .hq = args->hq,
        .export_from = args->export_from,
        .date = args->date,
    };
    struct asked asked;
    enum problem problem = circumstances_of_query(context, &texts.circumstances, reply);
    if (problem == PROBLEM_NONE)
        problem = answer_ask(context, &texts, &asked, reply);
    if (problem != PROBLEM_NONE)
        return problem;

    const struct terms terms = {(enum explain)args->explain, args->strict, "strict"};
    return eligibility_answer(context, &asked, &terms, reply);
}

/* From the words of a question to a question that rules/ can decide. */
#include "api/answer.h"

#include <string.h>

const char answer_notice[] = "Research data, not legal advice.";

enum problem answer_ask(const struct context *context, const struct asked_texts *texts, struct asked *asked,
                        struct reply *reply)
{
    *asked = (struct asked){
        .chip_text = texts->chip,
        .destination_text = texts->destination,
        .hq_text = texts->hq,
        .export_from_text = texts->export_from ? texts->export_from : ITEM_JURISDICTION,
        .export_from_given = texts->export_from != NULL,
    };
    enum problem problem = resolve_chip(context, asked->chip_text, &asked->chip, reply);
    if (problem == PROBLEM_NONE)
        problem = resolve_place(context, "destination", asked->destination_text, &asked->destination, reply);
    if (problem == PROBLEM_NONE && asked->hq_text)
        problem = resolve_place(context, "hq", asked->hq_text, &asked->hq, reply);
    if (problem == PROBLEM_NONE)
        problem = resolve_place(context, "export_from", asked->export_from_text, &asked->export_from, reply);
    if (problem != PROBLEM_NONE)
        return problem;
    asked->question = (struct question){
        .chip = asked->chip.chip,
        .destination = asked->destination.place,
        .headquarters = asked->hq_text ? asked->hq.place : NULL,
        .export_from = asked->export_from.place,
        .date = texts->date.ymd ? texts->date : context->request->today,
    };
    return PROBLEM_NONE;
}

/* From the words of a question to a question that rules/ can decide. */
#include "api/answer.h"

#include <string.h>

const char answer_notice[] = "Research data, not legal advice.";

/* The name of the parameter, unless it stands in a body. */
static const char *where(const char *pointer, const char *parameter)
{
    return pointer ? pointer : parameter;
}

static enum problem match_chip(const struct context *context, const struct asked_texts *texts,
                               struct chip_match *match, struct reply *reply)
{
    if (!texts->supposed)
        return resolve_chip(context, where(texts->pointers.chip, "chip"), texts->chip, match, reply);
    *match = (struct chip_match){.how = MATCH_NONE, .chip = &texts->supposed->chip};
    return PROBLEM_NONE;
}

static enum problem match_places(const struct context *context, const struct asked_texts *texts,
                                 struct asked *asked, struct reply *reply)
{
    enum problem problem = resolve_place(context, where(texts->pointers.destination, "destination"),
                                         asked->destination_text, &asked->destination, reply);
    if (problem == PROBLEM_NONE && asked->hq_text)
        problem = resolve_place(context, where(texts->pointers.hq, "hq"), asked->hq_text, &asked->hq, reply);
    if (problem == PROBLEM_NONE)
        problem = resolve_place(context, where(texts->pointers.export_from, "export_from"),
                                asked->export_from_text, &asked->export_from, reply);
    return problem;
}

enum problem answer_ask(const struct context *context, const struct asked_texts *texts, struct asked *asked,
                        struct reply *reply)
{
    *asked = (struct asked){
        .chip_text = texts->chip,
        .destination_text = texts->destination,
        .hq_text = texts->hq,
        .export_from_text = texts->export_from ? texts->export_from : ITEM_JURISDICTION,
        .export_from_given = texts->export_from != NULL,
        .supposed = texts->supposed,
        .assumption = texts->assumption,
    };
    enum problem problem = match_chip(context, texts, &asked->chip, reply);
    if (problem == PROBLEM_NONE)
        problem = match_places(context, texts, asked, reply);
    if (problem != PROBLEM_NONE)
        return problem;
    asked->question = (struct question){
        .chip = asked->chip.chip,
        .destination = asked->destination.place,
        .headquarters = asked->hq_text ? asked->hq.place : NULL,
        .export_from = asked->export_from.place,
        .date = texts->date.ymd ? texts->date : context->request->today,
        .circumstances = texts->circumstances,
    };
    return PROBLEM_NONE;
}

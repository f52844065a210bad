/* GET /v1/rulings: filtered by stored fields, and by what the rules say of a chip, a destination and a state
 * on the day. */
#include "operations.h"

#include "api/resolve.h"
#include "api/shapes.h"
#include "rules/history.h"

struct wanted {
    struct date day;
    const struct chip *chip;         /* NULL: any */
    const struct place *destination; /* NULL: any */
    uint32_t states;                 /* a bit for each; 0: any */
};

static bool passes(const struct ruling *ruling, const struct wanted *wanted, const struct context *context)
{
    const struct rules *rules = context->rules;
    if (wanted->states && !(wanted->states >> ruling_state(rules, ruling, wanted->day) & 1))
        return false;
    if (wanted->destination && !ruling_reaches(ruling, wanted->destination, wanted->day))
        return false;
    return !wanted->chip ||
           ruling_catches(rules, ruling, wanted->chip, wanted->day, context->scratch) != TRUTH_NO;
}

static enum problem read_wanted(const struct get_rulings_args *args, const struct context *context,
                                struct wanted *wanted, struct reply *reply)
{
    *wanted = (struct wanted){.day = day_asked(args->date, context)};
    enum problem problem = PROBLEM_NONE;
    if (args->chip) {
        struct chip_match match;
        problem = resolve_chip(context, "chip", args->chip, &match, reply);
        wanted->chip = match.chip;
    }
    if (problem == PROBLEM_NONE && args->destination) {
        struct place_match match;
        problem = resolve_place(context, "destination", args->destination, &match, reply);
        wanted->destination = match.place;
    }
    /* Both name the states in the same order. */
    wanted->states = args->status;
    return problem;
}

enum problem get_rulings(const struct get_rulings_args *args, const struct context *context,
                         struct reply *reply)
{
    struct wanted wanted;
    const enum problem problem = read_wanted(args, context, &wanted, reply);
    if (problem != PROBLEM_NONE)
        return problem;

    struct json_out ids = {0};
    const bool narrowed = wanted.chip || wanted.destination || wanted.states;
    json_out_begin_array(&ids);
    for (size_t i = 0; narrowed && i < context->rules->ruling_count; i++) {
        const struct ruling *ruling = &context->rules->rulings[i];
        if (passes(ruling, &wanted, context))
            json_out_text(&ids, ruling->id);
    }
    json_out_end_array(&ids);
    if (!json_out_finish(&ids)) {
        json_out_done(&ids);
        return reply_fail(reply, PROBLEM_OVERLOADED, "Out of memory.");
    }

    const struct shape shape = shape_of_rulings(&wanted.day);
    const struct list_extra extra = {
        .within = {ids.text}, .within_count = narrowed ? 1 : 0, .day = wanted.day};
    const enum problem listed = list_reply(&args->list, &shape, &extra, context, reply);
    json_out_done(&ids);
    return listed;
}

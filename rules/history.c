/* Walks an answer through time. */

#include "rules/history.h"

/* What the walk has in hand: the answer since `start`. */
struct walk {
    const struct rules *rules;
    struct question question;
    struct date start;
    struct scratch *scratch; /* of `decision` */
    struct decision decision;
};

static void begin(struct walk *walk, struct date start, struct scratch *scratch,
                  const struct decision *decision)
{
    walk->start = start;
    walk->scratch = scratch;
    walk->decision = *decision;
}

/* Decides the interval's first day once more, with caveats. */
static bool tell(struct walk *walk, struct date until, history_fn *each, void *context)
{
    walk->question.date = walk->start;
    const struct decision whole = decide_eligibility(walk->rules, &walk->question, walk->scratch);
    return each((struct interval){walk->start, until}, &whole, context);
}

bool history_walk(const struct rules *rules, const struct question *question, struct interval span,
                  history_fn *each, void *context, struct scratch *first, struct scratch *second)
{
    if (interval_is_empty(span))
        return true;
    struct walk walk = {.rules = rules, .question = *question, .start = span.from, .scratch = first};
    walk.question.date = span.from;
    walk.decision = decide_without_caveats(rules, &walk.question, first);
    for (size_t i = 0; i < rules->change_point_count; i++) {
        const struct date day = rules->change_points[i];
        if (day.ymd <= span.from.ymd || (span.until.ymd != 0 && day.ymd >= span.until.ymd))
            continue;
        struct scratch *free_scratch = walk.scratch == first ? second : first;
        walk.question.date = day;
        const struct decision then = decide_without_caveats(rules, &walk.question, free_scratch);
        if (decision_equal(&walk.decision, &then))
            continue;
        if (!tell(&walk, day, each, context))
            return false;
        begin(&walk, day, free_scratch, &then);
    }
    return tell(&walk, span.until, each, context);
}

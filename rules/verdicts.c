/* Decides what was not asked before, and finds the rest. */

#include "rules/verdicts.h"

#include "rules/answers.h"

#include <stdlib.h>

struct verdicts {
    const struct rules *rules;
    struct scratch *scratch;
    struct answers answers;
};

struct verdicts *verdicts_open(const struct rules *rules)
{
    struct verdicts *verdicts = calloc(1, sizeof *verdicts);
    if (!verdicts)
        return NULL;
    verdicts->rules = rules;
    verdicts->scratch = scratch_open(rules);
    if (verdicts->scratch)
        return verdicts;
    verdicts_close(verdicts);
    return NULL;
}

void verdicts_close(struct verdicts *verdicts)
{
    if (!verdicts)
        return;
    scratch_close(verdicts->scratch);
    answers_done(&verdicts->answers);
    free(verdicts);
}

static bool has_lapse_that_counts(const struct provision_list *lapsed)
{
    for (size_t i = 0; i < lapsed->count; i++) {
        if (lapse_counts(lapsed->items[i]))
            return true;
    }
    return false;
}

static const struct ruled *decide(struct verdicts *verdicts, const struct question *question)
{
    const struct decision decision = decide_without_caveats(verdicts->rules, question, verdicts->scratch);
    const struct ruled answer = {
        .verdict = verdict_of(&decision),
        .deciding = verdict_deciding(&decision),
        .before_coverage = decision.before_coverage,
        .projected = decision.projected,
        .lapsed = has_lapse_that_counts(&decision.lapsed_unverified),
        .pending = decision.pending.count > 0,
    };
    return answers_keep(&verdicts->answers, &answer);
}

const struct ruled *verdicts_find(struct verdicts *verdicts, const struct question *question)
{
    return decide(verdicts, question);
}

const struct ruled *verdicts_at(const struct verdicts *verdicts, unsigned id)
{
    return answers_at(&verdicts->answers, id);
}

unsigned verdicts_count(const struct verdicts *verdicts)
{
    return verdicts->answers.count;
}

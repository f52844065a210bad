/* The slower ways to a verdict: apart, so that the quick one stays short. */

#include "rules/verdicts_decide.h"

#include <string.h>

static bool has_lapse_that_counts(const struct provision_list *lapsed)
{
    for (size_t i = 0; i < lapsed->count; i++) {
        if (lapse_counts(lapsed->items[i]))
            return true;
    }
    return false;
}

const struct ruled *verdicts_decide(struct verdicts *verdicts, const struct question *question)
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

static struct remembered *place_of(const struct verdicts *verdicts, const struct remembered *key)
{
    uint64_t hash = key->chip;
    const unsigned parts[] = {key->to, key->from, key->segment, key->headquarters};
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
        hash = (hash ^ parts[i]) * UINT64_C(0x9E3779B97F4A7C15) >> 3;
    return &verdicts->remembered[(hash ^ hash >> 32) & (REMEMBERED_MAX - 1)];
}

const struct ruled *verdicts_recall(struct verdicts *verdicts, const struct question *question)
{
    const struct question_classes *classes = &verdicts->classes;
    const struct place *headquarters = question->headquarters;
    const bool elsewhere = headquarters && headquarters != question->destination;
    const struct remembered key = {
        .chip = verdicts->chip_classes[question->chip - verdicts->chips],
        .to = place_class(classes, question->destination),
        .from = place_class(classes, question->export_from),
        .segment = segment_of(classes, question->date),
        .headquarters = elsewhere ? place_class(classes, headquarters) + 1 : 0,
    };
    struct remembered *remembered = place_of(verdicts, &key);
    if (memcmp(remembered, &key, offsetof(struct remembered, answer)) != 0)
        *remembered = key;
    if (remembered->answer != 0)
        return answers_at(&verdicts->answers, remembered->answer - 1);
    const struct ruled *ruled = verdicts_decide(verdicts, question);
    remembered->answer = ruled ? ruled->id + 1 : 0;
    return ruled;
}

const struct ruled *verdicts_decide_usual(struct verdicts *verdicts, const struct question *question,
                                          uint16_t *slot)
{
    const struct ruled *ruled = verdicts_decide(verdicts, question);
    if (ruled && ruled->id < UINT16_MAX)
        *slot = (uint16_t)(ruled->id + 1);
    return ruled;
}

/* Decides what was not asked before, and finds the rest. */

#include "rules/verdicts.h"

#include "rules/answers.h"
#include "rules/question_classes.h"

#include <stdlib.h>
#include <string.h>

/* What a decision was made for that is not in the table of usual questions. */
struct remembered {
    unsigned chip, to, from, segment;
    unsigned headquarters; /* 1 more than the class; 0: none, or in the destination */
    unsigned answer;       /* 1 more than its id; 0: nothing is remembered */
};

#define REMEMBERED_MAX ((size_t)1 << 14)

struct verdicts {
    const struct rules *rules;
    struct scratch *scratch;
    struct answers answers;
    struct question_classes classes;
    const struct place *usual_from; /* of most questions; NULL: it is not recorded */
    /* By segment, chip and destination, of questions from there without headquarters: 1 more than the id of
     * the answer, 0 where it was not asked for or the id is too large.
     * NULL where the law is too large for a table. */
    uint16_t *usual;
    struct remembered *remembered; /* at its hash; a later one takes the place of an earlier */
};

static size_t usual_count(const struct verdicts *verdicts)
{
    return verdicts->rules->compiled->chip_class_count * verdicts->classes.place_count *
           verdicts->classes.segment_count;
}

struct verdicts *verdicts_open(const struct rules *rules)
{
    struct verdicts *verdicts = calloc(1, sizeof *verdicts);
    if (!verdicts)
        return NULL;
    verdicts->rules = rules;
    verdicts->usual_from = rules_find_place(rules, ITEM_JURISDICTION);
    verdicts->scratch = scratch_open(rules);
    verdicts->remembered = calloc(REMEMBERED_MAX, sizeof *verdicts->remembered);
    bool opened =
        question_classes_init(&verdicts->classes, rules) && verdicts->scratch && verdicts->remembered;
    if (opened && usual_count(verdicts) * sizeof *verdicts->usual <= VERDICTS_USUAL_BYTES) {
        verdicts->usual = calloc(usual_count(verdicts) + 1, sizeof *verdicts->usual);
        opened = verdicts->usual != NULL;
    }
    if (opened)
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
    question_classes_done(&verdicts->classes);
    free(verdicts->usual);
    free(verdicts->remembered);
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

static struct remembered *place_of(const struct verdicts *verdicts, const struct remembered *key)
{
    uint64_t hash = key->chip;
    const unsigned parts[] = {key->to, key->from, key->segment, key->headquarters};
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
        hash = (hash ^ parts[i]) * UINT64_C(0x9E3779B97F4A7C15) >> 3;
    return &verdicts->remembered[(hash ^ hash >> 32) & (REMEMBERED_MAX - 1)];
}

static const struct ruled *recall(struct verdicts *verdicts, const struct question *question, unsigned chip)
{
    const struct question_classes *classes = &verdicts->classes;
    const struct place *headquarters = question->headquarters;
    const bool elsewhere = headquarters && headquarters != question->destination;
    const struct remembered key = {
        .chip = chip,
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
    const struct ruled *ruled = decide(verdicts, question);
    remembered->answer = ruled ? ruled->id + 1 : 0;
    return ruled;
}

static const struct ruled *decide_usual(struct verdicts *verdicts, const struct question *question,
                                        uint16_t *slot)
{
    const struct ruled *ruled = decide(verdicts, question);
    if (ruled && ruled->id < UINT16_MAX)
        *slot = (uint16_t)(ruled->id + 1);
    return ruled;
}

const struct ruled *verdicts_find(struct verdicts *verdicts, const struct question *question)
{
    const struct rules *rules = verdicts->rules;
    const struct question_classes *classes = &verdicts->classes;
    const size_t chip = (size_t)((uintptr_t)question->chip - (uintptr_t)rules->chips) / sizeof *rules->chips;
    if (question->circumstances || chip >= rules->chip_count)
        return decide(verdicts, question);
    const unsigned class = rules->compiled->chip_class_numbers[chip];
    if (class == CHIP_UNCLASSED)
        return decide(verdicts, question);
    if (!verdicts->usual || question->export_from != verdicts->usual_from || question->headquarters)
        return recall(verdicts, question, class);
    const size_t chip_row = segment_of(classes, question->date) * rules->compiled->chip_class_count + class;
    uint16_t *slot =
        &verdicts->usual[chip_row * classes->place_count + place_class(classes, question->destination)];
    return *slot != 0 ? answers_at(&verdicts->answers, *slot - 1u) : decide_usual(verdicts, question, slot);
}

const struct ruled *verdicts_at(const struct verdicts *verdicts, unsigned id)
{
    return answers_at(&verdicts->answers, id);
}

unsigned verdicts_count(const struct verdicts *verdicts)
{
    return verdicts->answers.count;
}

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
    const unsigned class = verdicts->rules->compiled->chip_class_numbers[question->chip - verdicts->chips];
    if (verdicts->stated || class == CHIP_UNCLASSED)
        return verdicts_decide(verdicts, question);
    const struct remembered key = {
        .chip = class,
        .to = place_class(classes, question->destination),
        .from = place_class(classes, question->export_from),
        .segment = segment_row(classes, question->date),
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

/* The row of a chip, a new one where circumstances are stated; CHIP_UNCLASSED: there is none. */
static unsigned find_row(struct verdicts *verdicts, const struct chip *chip)
{
    const size_t index = (size_t)(chip - verdicts->chips);
    if (verdicts->rows[index] == CHIP_UNCLASSED && verdicts->own_rows &&
        verdicts->own_row_count < verdicts->row_count)
        verdicts->own_rows[index] = verdicts->own_row_count++;
    return verdicts->rows[index];
}

/* False when memory is short. */
static bool find_setting(struct verdicts *verdicts, const struct question *question, uint16_t *cell)
{
    unsigned number;
    if (*cell != SETTING_UNASKED)
        return true;
    if (!settings_find(&verdicts->settings, question, &number))
        return false;
    *cell = number == INTERN_FULL ? SETTING_NONE : (uint16_t)(number + SETTING_FIRST);
    return true;
}

const struct ruled *verdicts_decide_in(struct verdicts *verdicts, const struct question *question,
                                       uint16_t *plane)
{
    const struct question_classes *classes = &verdicts->classes;
    uint16_t *setting =
        &plane[segment_row(classes, question->date) + place_class(classes, question->destination)];
    const unsigned row = find_row(verdicts, question->chip);
    if (!find_setting(verdicts, question, setting))
        return NULL;
    if (row == CHIP_UNCLASSED || *setting == SETTING_NONE)
        return verdicts_recall(verdicts, question);
    uint16_t *told = &verdicts->told[*setting * verdicts->row_count + row];
    if (*told != 0)
        return answers_at(&verdicts->answers, *told - 1u);
    const struct ruled *ruled = verdicts_decide(verdicts, question);
    if (ruled && ruled->id < UINT16_MAX)
        *told = (uint16_t)(ruled->id + 1);
    return ruled;
}

/* What the headquarters meet on that day, as a number below RECIPIENTS_MAX; INTERN_FULL: too much is told
 * apart, or memory is short. */
static unsigned find_recipients(struct verdicts *verdicts, const struct question *question)
{
    const struct place *headquarters = question->headquarters;
    unsigned number;
    if (!headquarters || headquarters == question->destination)
        return 0;
    const struct question_classes *classes = &verdicts->classes;
    uint8_t *known =
        &verdicts->recipients[segment_row(classes, question->date) + place_class(classes, headquarters)];
    if (*known != 0)
        return *known - 1u;
    const struct calling *calling = compiled_calling(verdicts->rules, headquarters, question->date);
    if (!intern_key(&verdicts->recipient_keys, calling->as_headquarters, &number) || number == INTERN_FULL)
        return INTERN_FULL;
    *known = (uint8_t)(number + 1);
    return number;
}

/* The plane of that place of export and those headquarters; NULL: there is no room for one. */
static uint16_t *find_plane(struct verdicts *verdicts, const struct question *question)
{
    const unsigned recipients = find_recipients(verdicts, question);
    if (recipients == INTERN_FULL)
        return NULL;
    uint8_t *plane =
        &verdicts->plane_numbers[place_class(&verdicts->classes, question->export_from) * RECIPIENTS_MAX +
                                 recipients];
    if (*plane == 0) {
        if (verdicts->plane_count == verdicts->plane_room)
            return NULL;
        *plane = (uint8_t)++verdicts->plane_count;
    }
    return verdicts->planes + (*plane - 1u) * verdicts->plane_size;
}

const struct ruled *verdicts_find_elsewhere(struct verdicts *verdicts, const struct question *question)
{
    uint16_t *plane = verdicts->planes ? find_plane(verdicts, question) : NULL;
    return plane ? verdicts_decide_in(verdicts, question, plane) : verdicts_recall(verdicts, question);
}

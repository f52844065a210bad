/* Lists the law that is heard and the provisions that its places meet, as they stand on the day. */

#include "rules/settings.h"

#include "rules/decide_leg.h"

#include <stdlib.h>
#include <string.h>

/* A key: currency, the forums, then sets of the provisions that meet the places. */
#define KEY_FORUMS 1
#define KEY_SETS (KEY_FORUMS + DECISION_LEGS_MAX)
enum key_set { SET_IN_FORCE, SET_BEGUN, SET_ENDED, SET_ANNOUNCED, SET_COUNT };

bool settings_init(struct settings *settings, const struct rules *rules, size_t most)
{
    const size_t words = KEY_SETS + SET_COUNT * rules->compiled->shape.words;
    const size_t fit = SETTINGS_BYTES / (words * sizeof *settings->key);
    *settings = (struct settings){.rules = rules};
    settings->keys.key_size = words * sizeof *settings->key;
    settings->keys.most = (unsigned)(fit < most ? fit : most);
    settings->key = calloc(words, sizeof *settings->key);
    return settings->key != NULL;
}

void settings_done(struct settings *settings)
{
    intern_done(&settings->keys);
    free(settings->key);
}

static uint64_t forum_key(const struct compiled *compiled, const struct forum *forum)
{
    const uint64_t law =
        forum->jurisdiction ? 1 + (uint64_t)(forum->jurisdiction - compiled->jurisdictions) : 0;
    return law << 4 | (uint64_t)forum->heard_on_export << 3 | (uint64_t)forum->domestic << 2 |
           (uint64_t)(forum->side == SIDE_IMPORT) << 1 | 1;
}

/* Of law in force or not no more is asked; of what is pending or may have lapsed, each of its days. */
static void add_provision(uint64_t *sets, size_t words, const struct compiled *compiled, size_t index,
                          struct date day)
{
    const struct provision *provision = compiled->provisions[index].provision;
    const struct interval own = provision->in_force;
    const struct date announced = provision->ruling->announced;
    const uint64_t bit = UINT64_C(1) << index % 64;
    uint64_t *at = sets + index / 64;
    if (interval_covers(own, day))
        at[SET_IN_FORCE * words] |= bit;
    if (!mask_has(compiled->pending, index) && !mask_has(compiled->lapsing, index))
        return;
    if (own.from.ymd <= day.ymd)
        at[SET_BEGUN * words] |= bit;
    if (own.until.ymd != 0 && own.until.ymd <= day.ymd)
        at[SET_ENDED * words] |= bit;
    if (announced.ymd <= day.ymd)
        at[SET_ANNOUNCED * words] |= bit;
}

static void add_provisions(uint64_t *sets, const struct inquiry *inquiry)
{
    const size_t words = inquiry->compiled->shape.words;
    for (size_t word = 0; word < words; word++) {
        uint64_t bits = inquiry->to[word] & inquiry->from[word] & inquiry->received_by[word];
        for (; bits; bits &= bits - 1)
            add_provision(sets, words, inquiry->compiled, 64 * word + mask_lowest(bits),
                          inquiry->question->date);
    }
}

bool settings_find(struct settings *settings, const struct question *question, unsigned *number)
{
    struct forum forums[DECISION_LEGS_MAX];
    const struct rules *rules = settings->rules;
    const struct date verified = rules->verified_through, day = question->date;
    const struct inquiry inquiry = inquiry_open(rules, question, false);
    const size_t count = forums_list(&inquiry, forums);
    memset(settings->key, 0, settings->keys.key_size);
    settings->key[0] = (uint64_t)(day.ymd < COVERAGE_FROM.ymd) |
                       (uint64_t)(verified.ymd != 0 && day.ymd > verified.ymd) << 1;
    for (size_t i = 0; i < count; i++)
        settings->key[KEY_FORUMS + i] = forum_key(rules->compiled, &forums[i]);
    add_provisions(settings->key + KEY_SETS, &inquiry);
    return intern_key(&settings->keys, settings->key, number);
}

/* Makes a class of chips from the answers that they share. */

#include "rules/classing.h"

#include <string.h>

/* The sets of a class while it is made. */
struct making {
    uint64_t *may, *holds, *depends, *may_unstated, *holds_unstated;
};

static void settle(const struct classing *classing, const struct making *making, const struct key *key,
                   unsigned index)
{
    const struct mask_shape shape = classing->owner->compiled.shape;
    const unsigned number = classing->asked_of[index];
    const unsigned char answer = key->answers[number];
    if (ANSWER_UNKNOWN(answer) == TRUTH_NO)
        return;
    mask_add(making->may, shape, index);
    if (ANSWER_UNKNOWN(answer) == TRUTH_YES)
        mask_add(making->holds, shape, index);
    else if (classing->asked[number].depends)
        mask_add(making->depends, shape, index);
    if (ANSWER_UNSTATED(answer) != TRUTH_NO)
        mask_add(making->may_unstated, shape, index);
    if (ANSWER_UNSTATED(answer) == TRUTH_YES)
        mask_add(making->holds_unstated, shape, index);
}

static void settle_named(const struct classing *classing, const struct making *making, const struct key *key,
                         unsigned first)
{
    const struct naming *named = classing->chips.items;
    for (size_t i = first; first != UINT_MAX && i < classing->chips.count; i++) {
        if (strcmp(named[i].name, named[first].name) != 0)
            return;
        settle(classing, making, key, named[i].index);
    }
}

static void settle_unnamed(const struct classing *classing, const struct making *making,
                           const struct key *key)
{
    for (size_t i = 0; i < classing->asked_count; i++) {
        if (ANSWER_UNKNOWN(key->answers[i]) == TRUTH_NO)
            continue;
        const size_t end =
            i + 1 < classing->asked_count ? classing->asked[i + 1].first : classing->order_count;
        for (size_t j = classing->asked[i].first; j < end; j++)
            settle(classing, making, key, classing->order[j]);
    }
}

bool classing_make(const struct classing *classing, const struct key *key, struct chip_class *made)
{
    struct arena *arena = &classing->owner->compiled.arena;
    const struct mask_shape shape = classing->owner->compiled.shape;
    const struct making making = {mask_allocate(arena, shape), mask_allocate(arena, shape),
                                  mask_allocate(arena, shape), mask_allocate(arena, shape),
                                  mask_allocate(arena, shape)};
    if (!making.may || !making.holds || !making.depends || !making.may_unstated || !making.holds_unstated)
        return false;
    settle_unnamed(classing, &making, key);
    settle_named(classing, &making, key, key->by_id);
    settle_named(classing, &making, key, key->by_product);
    *made = (struct chip_class){making.may, making.holds, making.depends, making.may_unstated,
                                making.holds_unstated};
    return true;
}

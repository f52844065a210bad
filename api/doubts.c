/* Which known doubts of the data bear on an answer. */
#include "api/doubts.h"

#include "api/answer.h"
#include "api/member.h"
#include "rules/arena.h"
#include "rules/mask.h"

#include <stdlib.h>
#include <string.h>

/* It bears on an answer when its interval covers the date and each list that it has names something of the
 * question. */
struct doubt {
    struct interval interval;
    struct tokens chips;
    struct tokens destinations;
    struct tokens except;
    struct tokens headquartered_in;
    struct tokens rulings;
    const char *json; /* {"id":…,"text":…} */
    size_t size;
};

struct doubts {
    struct arena arena;
    struct doubt *items;
    size_t count;
    const struct rules *rules;
    uint64_t *of_chips; /* by index: which doubts can bear, as far as the chip goes; 0: not looked at yet */
    uint64_t *of_places;
};

/* The last bit says that there are others, and that this was looked at. */
#define MASK_OTHERS 63

static bool read_list(struct arena *arena, const json_t *list, struct tokens *tokens)
{
    size_t i;
    const json_t *item;
    const char **items = arena_allocate(arena, json_array_size(list), sizeof *items);
    if (!items)
        return false;
    *tokens = (struct tokens){.items = items, .count = json_array_size(list)};
    json_array_foreach(list, i, item)
    {
        items[i] = json_string_value(item);
    }
    return true;
}

static struct date date_of(const json_t *object, const char *key)
{
    struct date date = {0};
    const char *text = json_string_value(json_object_get(object, key));
    if (text)
        date_parse(text, &date);
    return date;
}

static bool read_about(struct arena *arena, const json_t *about, struct doubt *doubt)
{
    doubt->interval = (struct interval){date_of(about, "from"), date_of(about, "until")};
    return read_list(arena, json_object_get(about, "chips"), &doubt->chips) &&
           read_list(arena, json_object_get(about, "destinations"), &doubt->destinations) &&
           read_list(arena, json_object_get(about, "except"), &doubt->except) &&
           read_list(arena, json_object_get(about, "headquartered_in"), &doubt->headquartered_in) &&
           read_list(arena, json_object_get(about, "rulings"), &doubt->rulings);
}

static bool keep_text(struct arena *arena, const json_t *read, struct doubt *doubt)
{
    struct json_out out = {0};
    json_out_begin_object(&out);
    member_text(&out, "id", json_string_value(json_object_get(read, "id")));
    member_text(&out, "text", json_string_value(json_object_get(read, "text")));
    json_out_end_object(&out);
    doubt->json = out.failed ? NULL : arena_copy(arena, out.text, out.size, 1);
    doubt->size = out.size;
    json_out_done(&out);
    return doubt->json != NULL;
}

static bool read_doubts(struct doubts *doubts, const json_t *list)
{
    size_t i;
    const json_t *read;
    doubts->items = arena_allocate(&doubts->arena, json_array_size(list), sizeof *doubts->items);
    if (!doubts->items)
        return false;
    json_array_foreach(list, i, read)
    {
        struct doubt *doubt = &doubts->items[doubts->count++];
        if (!read_about(&doubts->arena, json_object_get(read, "about"), doubt) ||
            !keep_text(&doubts->arena, read, doubt))
            return false;
    }
    return true;
}

struct doubts *doubts_open(const json_t *dataset)
{
    struct doubts *doubts = calloc(1, sizeof *doubts);
    if (doubts && read_doubts(doubts, json_object_get(dataset, "doubts")))
        return doubts;
    doubts_close(doubts);
    return NULL;
}

void doubts_close(struct doubts *doubts)
{
    if (!doubts)
        return;
    arena_done(&doubts->arena);
    free(doubts);
}

static bool lists(const struct tokens *list, const char *text)
{
    for (size_t i = 0; text && i < list->count; i++) {
        if (strcmp(list->items[i], text) == 0)
            return true;
    }
    return false;
}

static bool place_listed(const struct tokens *list, const struct place *place, struct date day)
{
    if (!place || list->count == 0)
        return false;
    if (lists(list, place->code))
        return true;
    for (size_t i = 0; i < place->membership_count; i++) {
        const struct membership *membership = &place->memberships[i];
        if (interval_covers(membership->held, day) && lists(list, membership->token))
            return true;
    }
    return false;
}

static bool any_ruling_listed(const struct tokens *list, const struct provision_list *provisions)
{
    for (size_t i = 0; i < provisions->count; i++) {
        if (lists(list, provisions->items[i]->ruling->id))
            return true;
    }
    return false;
}

/* The answer rests on one of them, would if it were not suspended, or shows its lapse. */
static bool ruling_bears(const struct tokens *list, const struct decision *decision)
{
    for (size_t i = 0; i < decision->leg_count; i++) {
        if (any_ruling_listed(list, &decision->legs[i].because))
            return true;
    }
    return any_ruling_listed(list, &decision->suspended) ||
           any_ruling_listed(list, &decision->lapsed_unverified);
}

static bool chip_meets(const struct doubt *doubt, const struct chip *chip)
{
    return doubt->chips.count == 0 || lists(&doubt->chips, chip->id) || lists(&doubt->chips, chip->product);
}

/* But for the rulings that it is about. */
static bool meets(const struct doubt *doubt, const struct question *question)
{
    const struct date day = question->date;
    if (!interval_covers(doubt->interval, day))
        return false;
    if (!chip_meets(doubt, question->chip))
        return false;
    if (doubt->destinations.count > 0 && !place_listed(&doubt->destinations, question->destination, day))
        return false;
    if (place_listed(&doubt->except, question->destination, day))
        return false;
    return doubt->headquartered_in.count == 0 ||
           place_listed(&doubt->headquartered_in, question->headquarters, day);
}

static bool bears(const struct doubt *doubt, const struct answer *answer)
{
    return meets(doubt, &answer->asked->question) &&
           (doubt->rulings.count == 0 || ruling_bears(&doubt->rulings, answer->decision));
}

bool doubts_prepare(struct doubts *doubts, const struct rules *rules)
{
    doubts->rules = rules;
    doubts->of_chips = arena_allocate(&doubts->arena, rules->chip_count + 1, sizeof *doubts->of_chips);
    doubts->of_places = arena_allocate(&doubts->arena, rules->place_count + 1, sizeof *doubts->of_places);
    return doubts->of_chips && doubts->of_places;
}

/* On some day or other. */
static bool place_meets(const struct doubt *doubt, const struct place *place)
{
    bool listed = doubt->destinations.count == 0 || lists(&doubt->destinations, place->code);
    for (size_t i = 0; !listed && i < place->membership_count; i++)
        listed = lists(&doubt->destinations, place->memberships[i].token);
    return listed;
}

static uint64_t mask_of_chip(const struct doubts *doubts, const struct chip *chip)
{
    uint64_t mask = UINT64_C(1) << MASK_OTHERS;
    for (size_t i = 0; i < doubts->count && i < MASK_OTHERS; i++)
        mask |= chip_meets(&doubts->items[i], chip) ? UINT64_C(1) << i : 0;
    return mask;
}

static uint64_t mask_of_place(const struct doubts *doubts, const struct place *place)
{
    uint64_t mask = UINT64_C(1) << MASK_OTHERS;
    for (size_t i = 0; i < doubts->count && i < MASK_OTHERS; i++)
        mask |= place_meets(&doubts->items[i], place) ? UINT64_C(1) << i : 0;
    return mask;
}

static uint64_t find_mask(struct doubts *doubts, const struct question *question)
{
    uint64_t *of_chip = &doubts->of_chips[question->chip - doubts->rules->chips];
    uint64_t *of_place = &doubts->of_places[question->destination - doubts->rules->places];
    if (*of_chip == 0)
        *of_chip = mask_of_chip(doubts, question->chip);
    if (*of_place == 0)
        *of_place = mask_of_place(doubts, question->destination);
    return *of_chip & *of_place;
}

static bool bears_on_ruling(const struct doubt *doubt, const struct question *question,
                            const struct provision *deciding)
{
    if (!interval_covers(doubt->interval, question->date))
        return false;
    const bool of_ruling =
        doubt->rulings.count == 0 || (deciding && lists(&doubt->rulings, deciding->ruling->id));
    return of_ruling && meets(doubt, question);
}

bool doubts_bear(struct doubts *doubts, const struct question *question, const struct provision *deciding)
{
    const uint64_t looked_at = UINT64_C(1) << MASK_OTHERS;
    for (uint64_t left = find_mask(doubts, question) & ~looked_at; left; left &= left - 1) {
        if (bears_on_ruling(&doubts->items[mask_lowest(left)], question, deciding))
            return true;
    }
    for (size_t i = MASK_OTHERS; i < doubts->count; i++) {
        if (bears_on_ruling(&doubts->items[i], question, deciding))
            return true;
    }
    return false;
}

bool answer_has_doubts(const struct answer *answer)
{
    const struct doubts *doubts = answer->context->doubts;
    for (size_t i = 0; doubts && i < doubts->count; i++) {
        if (bears(&doubts->items[i], answer))
            return true;
    }
    return false;
}

void shape_doubts(struct json_out *out, const struct answer *answer)
{
    const struct doubts *doubts = answer->context->doubts;
    json_out_begin_array(out);
    for (size_t i = 0; doubts && i < doubts->count; i++) {
        if (bears(&doubts->items[i], answer))
            json_out_raw(out, doubts->items[i].json, doubts->items[i].size);
    }
    json_out_end_array(out);
}

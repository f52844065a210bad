/* Chips and places of both states side by side, and classes of places. */
#include "api/table.h"

#include "api/resolve.h"

#include <stdlib.h>
#include <string.h>

/* The first in order among those that stand next in each state; on a tie as the last state tells it. */
static const struct chip *next_chip(const struct table *table, const size_t *next)
{
    const struct chip *first = NULL;
    for (size_t i = 0; i < table->state_count; i++) {
        const struct rules *rules = table->states[i].rules;
        const struct chip *chip = next[i] < rules->chip_count ? &rules->chips[next[i]] : NULL;
        if (chip && (!first || strcmp(chip->id, first->id) <= 0))
            first = chip;
    }
    return first;
}

static void list_chips(struct table *table)
{
    size_t next[TABLE_STATES_MAX] = {0};
    for (const struct chip *chip; (chip = next_chip(table, next));) {
        struct table_chip *listed = &table->chips[table->chip_count++];
        *listed = (struct table_chip){.id = chip->id, .name = chip->name};
        for (size_t i = 0; i < table->state_count; i++) {
            listed->in[i] = rules_find_chip(table->states[i].rules, chip->id);
            next[i] += listed->in[i] != NULL;
        }
    }
}

static const struct place *next_place(const struct table *table, const size_t *next)
{
    const struct place *first = NULL;
    for (size_t i = 0; i < table->state_count; i++) {
        const struct rules *rules = table->states[i].rules;
        const struct place *place = next[i] < rules->place_count ? &rules->places[next[i]] : NULL;
        if (place && (!first || strcmp(place->code, first->code) <= 0))
            first = place;
    }
    return first;
}

static void list_places(struct table *table)
{
    size_t next[TABLE_STATES_MAX] = {0};
    for (const struct place *place; (place = next_place(table, next));) {
        struct table_place *listed = &table->places[table->place_count++];
        *listed = (struct table_place){.code = place->code, .name = place->name};
        for (size_t i = 0; i < table->state_count; i++) {
            listed->in[i] = rules_find_place(table->states[i].rules, place->code);
            next[i] += listed->in[i] != NULL;
        }
    }
}

/* Only what was asked for remains. */
static void narrow(struct table *table)
{
    size_t chips = 0, places = 0;
    for (size_t i = 0; i < table->chip_count; i++) {
        if (table->chips[i].asked)
            table->chips[chips++] = table->chips[i];
    }
    for (size_t i = 0; i < table->place_count; i++) {
        if (!table->places[i].asked)
            continue;
        table->places[places] = table->places[i];
        table->places[places].moved = table_place_moved(table, table->places[i].in, END_DESTINATION);
        places++;
    }
    table->chip_count = chips;
    table->place_count = places;
}

static bool allocate(struct table *table, const struct table_asked *asked)
{
    size_t chips = 1, places = 1;
    for (size_t i = 0; i < table->state_count; i++) {
        chips += table->states[i].rules->chip_count;
        places += table->states[i].rules->place_count;
    }
    table->chips = calloc(chips, sizeof *table->chips);
    table->places = calloc(places, sizeof *table->places);
    table->heads = calloc(places, sizeof *table->heads);
    table->chips_matched.items = calloc(asked->chips.count + 1, sizeof *table->chips_matched.items);
    table->places_matched.items = calloc(asked->destinations.count + 1, sizeof *table->places_matched.items);
    return table->chips && table->places && table->heads && table->chips_matched.items &&
           table->places_matched.items;
}

/* The place of that code in every state. */
static enum problem find_everywhere(const struct table *table, const char *parameter, const char *text,
                                    const struct place *in[static TABLE_STATES_MAX], struct reply *reply)
{
    struct place_match match;
    const enum problem problem = resolve_place(table->context, parameter, text, &match, reply);
    for (size_t i = 0; problem == PROBLEM_NONE && i < table->state_count; i++) {
        in[i] = rules_find_place(table->states[i].rules, match.place->code);
        if (!in[i])
            return reply_fail(reply, PROBLEM_UNKNOWN_DESTINATION,
                              "%s %s was not yet recorded in the earlier state of knowledge.", parameter,
                              match.place->code);
    }
    return problem;
}

static enum problem find_ends(struct table *table, const struct table_asked *asked, struct reply *reply)
{
    const struct place *from[TABLE_STATES_MAX] = {NULL}, *headquarters[TABLE_STATES_MAX] = {NULL};
    enum problem problem = PROBLEM_NONE;
    if (asked->hq)
        problem = find_everywhere(table, "hq", asked->hq, headquarters, reply);
    if (problem == PROBLEM_NONE)
        problem = find_everywhere(table, "export_from",
                                  asked->export_from ? asked->export_from : ITEM_JURISDICTION, from, reply);
    for (size_t i = 0; problem == PROBLEM_NONE && i < table->state_count; i++) {
        table->states[i].question.export_from = from[i];
        table->states[i].question.headquarters = headquarters[i];
    }
    return problem;
}

/* A state without chips has no questions either. */
static bool open_likenesses(struct table *table)
{
    for (size_t i = 0; i < table->state_count; i++) {
        struct table_state *state = &table->states[i];
        if (state->rules->chip_count == 0)
            continue;
        state->question.chip = state->rules->chips;
        state->likeness = likeness_open(state->rules, &state->question);
        if (!state->likeness)
            return false;
    }
    return true;
}

enum problem table_open(struct table *table, const struct table_asked *asked, struct reply *reply)
{
    enum problem problem = PROBLEM_NONE;
    bool has_memory = allocate(table, asked);
    if (has_memory) {
        list_chips(table);
        list_places(table);
        problem = table_find_names(table, asked, reply);
    }
    if (has_memory && problem == PROBLEM_NONE)
        problem = find_ends(table, asked, reply);
    if (has_memory && problem == PROBLEM_NONE) {
        narrow(table);
        has_memory = open_likenesses(table);
    }
    if (!has_memory)
        problem = reply_fail(reply, PROBLEM_OVERLOADED, "Out of memory.");
    if (problem != PROBLEM_NONE)
        table_close(table);
    return problem;
}

void table_close(struct table *table)
{
    for (size_t i = 0; i < table->state_count; i++)
        likeness_close(table->states[i].likeness);
    free(table->chips);
    free(table->places);
    free(table->heads);
    free(table->chips_matched.items);
    free(table->places_matched.items);
    *table = (struct table){0};
}

static bool are_alike(const struct table *table, const struct table_chip *chip, const struct table_place *a,
                      const struct table_place *b)
{
    if (a->moved != b->moved)
        return false;
    for (size_t i = 0; i < table->state_count; i++) {
        if (!a->in[i] || !b->in[i]) {
            if (a->in[i] != b->in[i])
                return false;
        } else if (chip->in[i] && !likeness_holds(table->states[i].likeness, a->in[i], b->in[i])) {
            return false;
        }
    }
    return true;
}

void table_turn_to(struct table *table, size_t chip)
{
    const struct table_chip *in_hand = &table->chips[chip];
    for (size_t i = 0; i < table->state_count; i++) {
        if (in_hand->in[i])
            likeness_turn_to(table->states[i].likeness, in_hand->in[i]);
    }
    table->class_count = 0;
    for (size_t i = 0; i < table->place_count; i++) {
        struct table_place *place = &table->places[i];
        place->class_index = 0;
        while (place->class_index < table->class_count &&
               !are_alike(table, in_hand, &table->places[table->heads[place->class_index]], place))
            place->class_index++;
        if (place->class_index == table->class_count)
            table->heads[table->class_count++] = i;
    }
}

bool table_decide(struct table *table, size_t state, size_t chip, size_t class_index,
                  struct decision *decision)
{
    struct table_state *in = &table->states[state];
    in->question.chip = table->chips[chip].in[state];
    in->question.destination = table->places[table->heads[class_index]].in[state];
    if (!in->question.chip || !in->question.destination)
        return false;
    *decision = decide_without_caveats(in->rules, &in->question, in->scratch);
    return true;
}

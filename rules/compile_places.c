/* Works out what each place is called by over time, and which provisions that meets. */

#include "rules/compile.h"
#include "rules/intern.h"

#include <stdlib.h>
#include <string.h>

/* The distinct sets of tokens. */
struct callings {
    struct intern sets;
    struct calling *items; /* by the number of the set; as many as there are spans */
    uint64_t *set;         /* the one in hand */
};

static void add_token(const struct token_table *table, uint64_t *set, const char *token)
{
    const size_t number = token_table_find(table, token);
    if (number != SIZE_MAX)
        token_set_add(set, number);
}

static void list_tokens(const struct token_table *table, const struct place *place, struct date day,
                        uint64_t *set)
{
    memset(set, 0, table->words * sizeof *set);
    add_token(table, set, TOKEN_EVERYWHERE);
    add_token(table, set, place->code);
    for (size_t i = 0; i < place->membership_count; i++) {
        if (interval_covers(place->memberships[i].held, day))
            add_token(table, set, place->memberships[i].token);
    }
}

static int by_first_day(const void *a, const void *b)
{
    const struct place_span *first = a, *second = b;
    return (first->from.ymd > second->from.ymd) - (first->from.ymd < second->from.ymd);
}

static bool span_place(struct rules_owner *owner, const struct place *place, struct callings *callings,
                       struct compiled_place *compiled)
{
    struct place_span *spans =
        arena_allocate(&owner->compiled.arena, 1 + 2 * place->membership_count, sizeof *spans);
    if (!spans)
        return false;
    size_t count = 1; /* the first is of day 0 */
    for (size_t i = 0; i < place->membership_count; i++) {
        spans[count++].from = place->memberships[i].held.from;
        spans[count++].from = place->memberships[i].held.until;
    }
    qsort(spans, count, sizeof *spans, by_first_day);
    size_t unique = 0;
    for (size_t i = 0; i < count; i++) {
        unsigned number;
        if (unique > 0 && spans[unique - 1].from.ymd == spans[i].from.ymd)
            continue;
        list_tokens(&owner->compiled.tokens, place, spans[i].from, callings->set);
        if (!intern_key(&callings->sets, callings->set, &number))
            return false;
        spans[unique++] = (struct place_span){.from = spans[i].from, .calling = &callings->items[number]};
    }
    *compiled = (struct compiled_place){
        .spans = spans,
        .span_count = unique,
        .code = token_table_find(&owner->compiled.tokens, place->code),
    };
    return true;
}

/* Whether it is met by a set of tokens in one of the ways that places count. */
typedef bool meets_fn(const struct compiled_provision *provision, const uint64_t *tokens, size_t words);

static bool meets_destination(const struct compiled_provision *provision, const uint64_t *tokens,
                              size_t words)
{
    return token_sets_meet(provision->include, tokens, words) &&
           !token_sets_meet(provision->exclude, tokens, words);
}

static bool meets_headquarters(const struct compiled_provision *provision, const uint64_t *tokens,
                               size_t words)
{
    return !provision->headquartered_in || token_sets_meet(provision->headquartered_in, tokens, words);
}

static bool meets_export_from(const struct compiled_provision *provision, const uint64_t *tokens,
                              size_t words)
{
    return !provision->export_from || token_sets_meet(provision->export_from, tokens, words);
}

/* The provisions that it meets in that way; NULL when memory is short. */
static const uint64_t *met_by(struct rules_owner *owner, const uint64_t *tokens, meets_fn *meets)
{
    struct compiled *compiled = &owner->compiled;
    uint64_t *met = mask_allocate(&compiled->arena, compiled->shape);
    for (size_t i = 0; met && i < owner->rules.provision_count; i++) {
        if (meets(&compiled->provisions[i], tokens, compiled->tokens.words))
            mask_add(met, compiled->shape, i);
    }
    return met;
}

static bool fill_callings(struct rules_owner *owner, const struct callings *callings)
{
    const size_t words = owner->compiled.tokens.words;
    for (unsigned i = 0; i < callings->sets.count; i++) {
        struct calling *calling = &callings->items[i];
        const uint64_t *tokens = arena_copy(
            &owner->compiled.arena, callings->sets.keys + i * callings->sets.key_size, words, sizeof *tokens);
        if (!tokens)
            return false;
        *calling = (struct calling){
            .tokens = tokens,
            .as_destination = met_by(owner, tokens, meets_destination),
            .as_headquarters = met_by(owner, tokens, meets_headquarters),
            .as_export_from = met_by(owner, tokens, meets_export_from),
        };
        if (!calling->as_destination || !calling->as_headquarters || !calling->as_export_from)
            return false;
    }
    owner->compiled.no_headquarters = met_by(owner, NULL, meets_headquarters);
    return owner->compiled.no_headquarters != NULL;
}

bool compile_places(struct rules_owner *owner)
{
    const struct rules *rules = &owner->rules;
    struct arena *arena = &owner->compiled.arena;
    const size_t set_size = owner->compiled.tokens.words * sizeof(uint64_t);
    size_t spans = 0;
    for (size_t i = 0; i < rules->place_count; i++)
        spans += 1 + 2 * rules->places[i].membership_count;
    struct compiled_place *places = arena_allocate(arena, rules->place_count, sizeof *places);
    struct callings callings = {.sets = {.key_size = set_size, .most = UINT_MAX - 1}};
    callings.items = arena_allocate(arena, spans, sizeof *callings.items);
    callings.set = arena_allocate(arena, 1, set_size);
    bool compiled = places && callings.items && callings.set;
    for (size_t i = 0; compiled && i < rules->place_count; i++)
        compiled = span_place(owner, &rules->places[i], &callings, &places[i]);
    compiled = compiled && fill_callings(owner, &callings);
    intern_done(&callings.sets);
    owner->compiled.places = places;
    return compiled;
}

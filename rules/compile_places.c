/* Numbers the tokens that provisions use, and works out what each place is called by over time. */

#include "rules/compile.h"
#include "rules/decide.h"

#include <stdio.h>
#include <stdlib.h>

static size_t count_tokens(const struct rules *rules)
{
    size_t count = 3 + 2 * rules->ruling_count;
    for (size_t i = 0; i < rules->provision_count; i++) {
        const struct provision *provision = rules->provisions[i];
        count += provision->include.count + provision->exclude.count + provision->headquartered_in.count +
                 provision->export_from.count;
    }
    return count;
}

static void list_tokens(const char **list, size_t *count, const struct tokens *tokens)
{
    for (size_t i = 0; i < tokens->count; i++)
        list[(*count)++] = tokens->items[i];
}

static const char *group_of(struct arena *arena, const char *jurisdiction)
{
    const int length = snprintf(NULL, 0, TOKEN_GROUP_PREFIX "%s", jurisdiction);
    char *token = arena_allocate(arena, (size_t)length + 1, 1);
    if (token)
        (void)snprintf(token, (size_t)length + 1, TOKEN_GROUP_PREFIX "%s", jurisdiction);
    return token;
}

static bool number_tokens(struct rules_owner *owner)
{
    const struct rules *rules = &owner->rules;
    struct arena *arena = &owner->compiled.arena;
    const char **list = arena_allocate(arena, count_tokens(rules), sizeof *list);
    if (!list)
        return false;
    size_t count = 0;
    list[count++] = TOKEN_EVERYWHERE;
    for (size_t i = 0; i <= rules->ruling_count; i++) {
        const char *code = i < rules->ruling_count ? rules->rulings[i].jurisdiction : ITEM_JURISDICTION;
        const char *group = group_of(arena, code);
        if (!group)
            return false;
        list[count++] = code;
        list[count++] = group;
    }
    for (size_t i = 0; i < rules->provision_count; i++) {
        list_tokens(list, &count, &rules->provisions[i]->include);
        list_tokens(list, &count, &rules->provisions[i]->exclude);
        list_tokens(list, &count, &rules->provisions[i]->headquartered_in);
        list_tokens(list, &count, &rules->provisions[i]->export_from);
    }
    token_table_init(&owner->compiled.tokens, list, count);
    return true;
}

static void add_token(const struct token_table *table, uint64_t *set, const char *token)
{
    const size_t number = token_table_find(table, token);
    if (number != SIZE_MAX)
        token_set_add(set, number);
}

static const uint64_t *tokens_on(struct rules_owner *owner, const struct place *place, struct date day)
{
    const struct token_table *table = &owner->compiled.tokens;
    uint64_t *set = arena_allocate(&owner->compiled.arena, table->words, sizeof *set);
    if (!set)
        return NULL;
    add_token(table, set, TOKEN_EVERYWHERE);
    add_token(table, set, place->code);
    for (size_t i = 0; i < place->membership_count; i++) {
        if (interval_covers(place->memberships[i].held, day))
            add_token(table, set, place->memberships[i].token);
    }
    return set;
}

static int by_first_day(const void *a, const void *b)
{
    const struct place_span *first = a, *second = b;
    return (first->from.ymd > second->from.ymd) - (first->from.ymd < second->from.ymd);
}

static bool span_place(struct rules_owner *owner, const struct place *place, struct compiled_place *compiled)
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
        if (unique > 0 && spans[unique - 1].from.ymd == spans[i].from.ymd)
            continue;
        spans[unique].from = spans[i].from;
        spans[unique].tokens = tokens_on(owner, place, spans[i].from);
        if (!spans[unique++].tokens)
            return false;
    }
    *compiled = (struct compiled_place){
        .spans = spans,
        .span_count = unique,
        .code = token_table_find(&owner->compiled.tokens, place->code),
    };
    return true;
}

bool compile_places(struct rules_owner *owner)
{
    const struct rules *rules = &owner->rules;
    struct compiled_place *places =
        arena_allocate(&owner->compiled.arena, rules->place_count, sizeof *places);
    if (!places || !number_tokens(owner))
        return false;
    for (size_t i = 0; i < rules->place_count; i++) {
        if (!span_place(owner, &rules->places[i], &places[i]))
            return false;
    }
    owner->compiled.places = places;
    return true;
}

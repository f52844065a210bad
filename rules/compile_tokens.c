/* Numbers the tokens that provisions and jurisdictions use. */

#include "rules/compile.h"
#include "rules/decide.h"

#include <stdio.h>

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

bool compile_tokens(struct rules_owner *owner)
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

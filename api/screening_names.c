/* Which names of members and columns are ours, and which only look so. A misspelt member that was passed over
 * could turn a requirement into a permission. */
#include "api/screening_row.h"

#include "api/slip.h"

#include <stdio.h>
#include <string.h>

const char *const row_field_words[ROW_FIELD_COUNT] = {
    [ROW_CHIP] = "chip", [ROW_DESTINATION] = "destination",
    [ROW_HQ] = "hq",     [ROW_EXPORT_FROM] = "export_from",
    [ROW_DATE] = "date", [ROW_CIRCUMSTANCES] = "circumstances",
};

/* Other words for what a member of ours says. */
static const struct {
    const char *word;
    enum row_field field;
} synonyms[] = {
    {"headquarters", ROW_HQ},
    {"headoffice", ROW_HQ},
    {"ultimateparent", ROW_HQ},
    {"parentcompany", ROW_HQ},
    {"parentcountry", ROW_HQ},
    {"countryofparent", ROW_HQ},
    {"ultimateparentcountry", ROW_HQ},
    {"shipfrom", ROW_EXPORT_FROM},
    {"shippedfrom", ROW_EXPORT_FROM},
    {"exportedfrom", ROW_EXPORT_FROM},
    {"exportcountry", ROW_EXPORT_FROM},
    {"origincountry", ROW_EXPORT_FROM},
    {"shipto", ROW_DESTINATION},
    {"shippedto", ROW_DESTINATION},
    {"shiptocountry", ROW_DESTINATION},
    {"exportto", ROW_DESTINATION},
    {"country", ROW_DESTINATION},
    {"countrycode", ROW_DESTINATION},
    {"shipdate", ROW_DATE},
    {"shipmentdate", ROW_DATE},
    {"shippingdate", ROW_DATE},
    {"exportdate", ROW_DATE},
    {"shippedon", ROW_DATE},
};

enum row_field row_find_field(const char *name, size_t size)
{
    for (unsigned i = 0; i < ROW_FIELD_COUNT; i++) {
        if (strlen(row_field_words[i]) == size && memcmp(row_field_words[i], name, size) == 0)
            return (enum row_field)i;
    }
    return ROW_FIELD_COUNT;
}

/* Whatever else a name says beside one of these; a parent and an origin alone, since payment is near to the
 * one and original to the other. */
static bool says_field(const char *plain, enum row_field *field)
{
    const size_t size = strlen(plain);
    const bool ends = size >= 2 && strcmp(plain + size - 2, "hq") == 0;
    *field = ROW_HQ;
    if (strncmp(plain, "hq", 2) == 0 || ends || strstr(plain, "headquart") || strstr(plain, "headoffice") ||
        strcmp(plain, "parent") == 0)
        return true;
    *field = ROW_EXPORT_FROM;
    if (strcmp(plain, "origin") == 0)
        return true;
    *field = ROW_DESTINATION;
    if (strncmp(plain, "dest", 4) == 0 || strstr(plain, "destination"))
        return true;
    *field = ROW_CIRCUMSTANCES;
    return strncmp(plain, "circumstance", 12) == 0 || strstr(plain, "entitylist") ||
           strstr(plain, "military");
}

/* What is written as it should be goes before what is nearly so: shipped_on is a day, not a place. */
static bool is_synonym(const char *plain, struct suggestion *suggestion)
{
    const size_t count = sizeof synonyms / sizeof synonyms[0];
    for (size_t i = 0; i < 2 * count; i++) {
        const bool exact = i < count;
        const char *word = synonyms[i % count].word;
        if (exact ? strcmp(plain, word) != 0 : !slip_is_near(plain, word))
            continue;
        *suggestion = (struct suggestion){SUGGEST_MEMBER, synonyms[i % count].field};
        return true;
    }
    return false;
}

static bool is_near_field(const char *plain, struct suggestion *suggestion)
{
    enum row_field said;
    if (says_field(plain, &said)) {
        *suggestion = (struct suggestion){SUGGEST_MEMBER, said};
        return true;
    }
    for (size_t i = 0; i < ROW_FIELD_COUNT; i++) {
        char word[SLIP_SIZE];
        slip_make_plain(row_field_words[i], strlen(row_field_words[i]), word);
        if (!slip_is_near(plain, word))
            continue;
        *suggestion = (struct suggestion){SUGGEST_MEMBER, (uint32_t)i};
        return true;
    }
    return is_synonym(plain, suggestion);
}

/* A circumstance outside of `circumstances`. */
static bool is_circumstance(const struct rules *rules, const char *plain, struct suggestion *suggestion)
{
    static const char prefix[] = "circumstance";
    if (strncmp(plain, prefix, sizeof prefix - 1) == 0) {
        plain += sizeof prefix - 1;
        plain += *plain == 's';
    }
    for (size_t i = ITEM_FIELD_COUNT; i < rules->field_count; i++) {
        char word[SLIP_SIZE];
        slip_make_plain(rules->fields[i].name, strlen(rules->fields[i].name), word);
        if (!slip_is_near(plain, word))
            continue;
        *suggestion = (struct suggestion){SUGGEST_CIRCUMSTANCE, (uint32_t)i};
        return true;
    }
    return false;
}

bool row_name_is_near(const struct rules *rules, const char *name, size_t size, struct suggestion *suggestion)
{
    char plain[SLIP_SIZE] = "";
    *suggestion = (struct suggestion){SUGGEST_NOTHING, 0};
    slip_make_plain(name, size, plain);
    if (is_circumstance(rules, plain, suggestion) || is_near_field(plain, suggestion))
        return true;
    /* What is known is the file's, not a line's; the others belong to another operation, and a line that was
     * answered without them would seem answered with them. */
    static const char *const elsewhere[] = {"knownat", "strict", "assume"};
    for (size_t i = 0; i < sizeof elsewhere / sizeof elsewhere[0]; i++) {
        if (strcmp(plain, elsewhere[i]) == 0)
            return true;
    }
    return false;
}

bool row_name_is_own(struct row_reader *reader, const char *name, size_t size)
{
    struct suggestion suggestion;
    if (size == 0 || size > ROW_NAME_SIZE)
        return !row_name_is_near(reader->rules, name, size, &suggestion);
    const unsigned first = (unsigned char)name[0], last = (unsigned char)name[size - 1];
    const size_t slot = (first * 7 + last * 3 + size) % ROW_NAMES_MAX;
    if (reader->own[slot].size == size && memcmp(reader->own[slot].text, name, size) == 0)
        return true;
    if (row_name_is_near(reader->rules, name, size, &suggestion))
        return false;
    reader->own[slot].size = size;
    memcpy(reader->own[slot].text, name, size);
    return true;
}

void row_format_suggestion(const struct rules *rules, struct suggestion suggestion,
                           char text[static ROW_SUGGESTION_SIZE])
{
    text[0] = '\0';
    switch (suggestion.kind) {
    case SUGGEST_NOTHING:
        return;
    case SUGGEST_CHIP:
        snprintf(text, ROW_SUGGESTION_SIZE, "%s", rules->chips[suggestion.index].id);
        return;
    case SUGGEST_PLACE:
        snprintf(text, ROW_SUGGESTION_SIZE, "%s", rules->places[suggestion.index].code);
        return;
    case SUGGEST_MEMBER:
        snprintf(text, ROW_SUGGESTION_SIZE, "%s", row_field_words[suggestion.index]);
        return;
    case SUGGEST_CIRCUMSTANCE:
        snprintf(text, ROW_SUGGESTION_SIZE, "circumstances.%s", rules->fields[suggestion.index].name);
        return;
    }
}

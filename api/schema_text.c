/* Checks one text of a stored document. */
#include "api/schema_text.h"

#include "db/text.h"
#include "rules/date.h"

#include <assert.h>
#include <stdint.h>
#include <string.h>

/* The compiled pattern, or NULL when memory is short. */
static const regex_t *compile(struct schema_patterns *patterns, const char *source)
{
    for (size_t i = 0; i < patterns->count; i++)
        if (strcmp(patterns->source[i], source) == 0)
            return &patterns->compiled[i];
    assert(patterns->count < SCHEMA_PATTERNS_MAX);
    regex_t *compiled = &patterns->compiled[patterns->count];
    if (regcomp(compiled, source, REG_EXTENDED | REG_NOSUB) != 0)
        return NULL;
    patterns->source[patterns->count++] = source;
    return compiled;
}

void schema_patterns_done(struct schema_patterns *patterns)
{
    for (size_t i = 0; i < patterns->count; i++)
        regfree(&patterns->compiled[i]);
    patterns->count = 0;
}

static void check_characters(const struct schema *schema, const char *text, const char *pointer,
                             struct faults *faults)
{
    size_t left = strlen(text), count = text_skip_plain(text, left), size;
    for (text += count, left -= count; left > 0; left -= size, text += size, count++) {
        uint32_t character = 0;
        size = text_decode(text, left, &character);
        const enum text_fault fault = size > 0 ? text_judge(character) : TEXT_NOT_UTF8;
        if (fault == TEXT_GOOD)
            continue;
        faults_add(faults, pointer, "Must not hold the character U+%04X, which %s.", (unsigned)character,
                   fault == TEXT_CONTROL ? "is a control character"
                   : fault == TEXT_BIDI  ? "changes the direction of text"
                                         : "cannot be seen");
        return;
    }
    if (count < schema->min_length)
        faults_add(faults, pointer, "Must not be empty.");
    if (count > schema->max_length)
        faults_add(faults, pointer, "Must have at most %zu characters, not %zu.", schema->max_length, count);
}

static bool is_choice(const char *const *choices, const char *text)
{
    for (size_t i = 0; choices[i]; i++)
        if (strcmp(choices[i], text) == 0)
            return true;
    return false;
}

static void refuse_choice(const char *const *choices, const char *pointer, struct faults *faults)
{
    char words[256] = "";
    size_t used = 0;
    for (size_t i = 0; choices[i]; i++) {
        const char *joint = i == 0 ? "" : choices[i + 1] ? ", " : " or ";
        const size_t joint_length = strlen(joint), length = strlen(choices[i]);
        if (used + joint_length + length >= sizeof words)
            break;
        memcpy(words + used, joint, joint_length);
        memcpy(words + used + joint_length, choices[i], length + 1);
        used += joint_length + length;
    }
    faults_add(faults, pointer, "Must be %s.", words);
}

/* A day, or with `partial` a year or a month too. */
static bool is_day(const char *text, bool partial)
{
    const size_t length = strlen(text);
    char day[DATE_TEXT_SIZE] = "2000-01-01";
    struct date date;
    if (length != sizeof day - 1 && !(partial && (length == 4 || length == 7)))
        return false;
    memcpy(day, text, length);
    return date_parse(day, &date);
}

static void check_format(const struct schema *schema, const char *text, const char *pointer,
                         struct faults *faults)
{
    char why[DATE_WHY_SIZE];
    const char *joint = date_explain(text, why) ? ": " : "";
    if (schema->format == SCHEMA_DATE && !is_day(text, false))
        faults_add(faults, pointer, "Must be a day that exists, as YYYY-MM-DD%s%s.", joint,
                   *joint ? why : "");
    if (schema->format == SCHEMA_PARTIAL_DATE && !is_day(text, true))
        faults_add(faults, pointer,
                   "Must be a day, month or year that exists, as YYYY-MM-DD, YYYY-MM or YYYY%s%s.", joint,
                   *joint ? why : "");
}

/* Where memory is short, the C library calls that no match: one is a mismatch that it finds twice. If memory
 * is short still, there is none for the words of the fault either, which is noticed. */
static bool matches(const regex_t *pattern, const char *text)
{
    bool found = false;
    for (unsigned tries = 0; tries < 2 && !found; tries++)
        found = regexec(pattern, text, 0, NULL, 0) == 0;
    return found;
}

static void check_pattern(const struct schema *schema, const char *text, struct schema_patterns *patterns,
                          const char *pointer, struct faults *faults)
{
    const regex_t *pattern = compile(patterns, schema->pattern);
    if (!pattern)
        faults->short_of_memory = true;
    else if (!matches(pattern, text))
        faults_add(faults, pointer, "Must %s.", schema->must);
}

void schema_check_text(const struct schema *schema, const char *text, struct schema_patterns *patterns,
                       const char *pointer, struct faults *faults)
{
    if (schema->choices) {
        if (!is_choice(schema->choices, text))
            refuse_choice(schema->choices, pointer, faults);
        return;
    }
    check_characters(schema, text, pointer, faults);
    check_format(schema, text, pointer, faults);
    if (schema->pattern)
        check_pattern(schema, text, patterns, pointer, faults);
}

/* Bounded text that never ends in the middle of a sentence. */
#include "api/prose.h"

#include "db/json_out.h"

#include <assert.h>
#include <stdarg.h>
#include <string.h>

static void add(struct prose *prose, const char *text, size_t size)
{
    if (prose->full)
        return;
    if (size >= prose->capacity - prose->size) {
        prose->full = true;
        prose->text[prose->sentence] = '\0';
        return;
    }
    memcpy(prose->text + prose->size, text, size);
    prose->size += size;
    prose->text[prose->size] = '\0';
}

static void add_count(struct prose *prose, size_t count)
{
    char digits[JSON_NUMBER_SIZE];
    add(prose, digits, json_out_format_integer((int64_t)count, digits));
}

/* An answer says some thirty things: printf would take half its time. */
void say(struct prose *prose, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    for (const char *at = format; *at;) {
        const size_t plain = strcspn(at, "%");
        add(prose, at, plain);
        at += plain;
        if (strncmp(at, "%s", 2) == 0) {
            const char *text = va_arg(arguments, const char *);
            add(prose, text, strlen(text));
            at += 2;
        } else if (*at) {
            assert(strncmp(at, "%zu", 3) == 0);
            add_count(prose, va_arg(arguments, size_t));
            at += 3;
        }
    }
    va_end(arguments);
}

void say_words(struct prose *prose, const char *word)
{
    for (;; word++) {
        const size_t size = strcspn(word, "_");
        add(prose, word, size);
        word += size;
        if (!*word)
            return;
        add(prose, " ", 1);
    }
}

void end_sentence(struct prose *prose)
{
    say(prose, ".");
    if (!prose->full)
        prose->sentence = prose->size;
    say(prose, " ");
}

void end_prose(struct prose *prose)
{
    if (!prose->full)
        prose->text[prose->sentence] = '\0';
}

/* Bounded text that never ends in the middle of a sentence. */
#include "api/prose.h"

#include <stdarg.h>
#include <stdio.h>

void say(struct prose *prose, const char *format, ...)
{
    if (prose->full)
        return;
    va_list arguments;
    va_start(arguments, format);
    const int written =
        vsnprintf(prose->text + prose->size, prose->capacity - prose->size, format, arguments);
    va_end(arguments);
    if (written < 0 || (size_t)written >= prose->capacity - prose->size) {
        prose->full = true;
        prose->text[prose->sentence] = '\0';
        return;
    }
    prose->size += (size_t)written;
}

void say_words(struct prose *prose, const char *word)
{
    char text[64];
    size_t i = 0;
    for (; word[i] && i + 1 < sizeof text; i++)
        text[i] = word[i] == '_' ? ' ' : word[i];
    text[i] = '\0';
    say(prose, "%s", text);
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

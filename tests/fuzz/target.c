/* The targets, and what they have in common. */
#include "tests/fuzz/target.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const struct target targets[] = {
    {"params", target_params}, {"route", target_route},
    {"body", target_body},     {"lines", target_lines},
    {"import", target_import}, {"predicate", target_predicate},
    {"gunzip", target_gunzip}, {"search", target_search},
    {"http", target_http},     {NULL, NULL},
};

const struct target *target_find(const char *name)
{
    for (const struct target *target = targets; target->name; target++) {
        if (strcmp(target->name, name) == 0)
            return target;
    }
    return NULL;
}

void target_fail(const char *file, int line, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    fprintf(stderr, "%s:%d: does not hold: ", file, line);
    vfprintf(stderr, format, arguments);
    fputc('\n', stderr);
    va_end(arguments);
    abort();
}

size_t choices_take(struct choices *choices, size_t below)
{
    if (choices->size == 0)
        return 0;
    choices->size--;
    return *choices->data++ % below;
}

char *choices_text(const struct choices *choices)
{
    char *text = malloc(choices->size + 1);
    MUST(text, "memory");
    memcpy(text, choices->data, choices->size);
    text[choices->size] = '\0';
    return text;
}

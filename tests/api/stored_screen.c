#include "tests/api/stored.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

static void send(struct intake *intake, const char *text, size_t piece)
{
    const size_t size = strlen(text);
    piece = piece ? piece : size;
    for (size_t at = 0; at < size; at += piece) {
        if (!intake->take(intake, text + at, size - at < piece ? size - at : piece))
            return;
    }
}

/* As the server reads it: until there is no more. */
static char *read_source(struct source *source)
{
    char *text = malloc(source->size + 1);
    size_t used = 0;
    for (size_t got; (got = source->read(source, text + used, source->size + 1 - used)) > 0;)
        used += got;
    cr_assert_eq(used, source->size, "as long as it said");
    text[used] = '\0';
    return text;
}

char *stored_screen(struct stored *stored, const char *target, const char *content_type, const char *text,
                    size_t piece)
{
    stored_begin(stored, target, content_type);
    if (stored->request.intake) {
        send(stored->request.intake, text, piece);
        stored_end(stored);
    }
    return stored->reply.source ? read_source(stored->reply.source) : strdup(stored->reply.out.text);
}

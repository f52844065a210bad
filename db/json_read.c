#include "db/json_read.h"

/* Where memory is short, Jansson calls some texts faulty that are not: a fault is one that it finds twice. If
 * memory is short still, the second attempt fails before it looks at the text. */
json_t *json_read(const char *text, size_t size, size_t flags, json_error_t *error)
{
    json_t *tree = json_loadb(text, size, flags, error);
    return tree || json_read_was_short(error) ? tree : json_loadb(text, size, flags, error);
}

bool json_read_was_short(const json_error_t *error)
{
    return error->text[0] == '\0' || json_error_code(error) == json_error_out_of_memory;
}

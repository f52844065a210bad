/* What the forms of a list are called, by clients and in replies. */
#include "api/forms.h"

#include "api/parsing.h"

const struct form forms[LIST_FORMAT_COUNT] = {
    [LIST_JSON] = {"json", "application/json", "application/json"},
    [LIST_NDJSON] = {"ndjson", "application/x-ndjson", "application/x-ndjson"},
    [LIST_CSV] = {"csv", "text/csv", "text/csv; charset=utf-8"},
    [LIST_ATOM] = {"atom", "application/atom+xml", "application/atom+xml; charset=utf-8"},
};

bool form_is_of(const struct list_info *info, enum list_format format)
{
    return info->formats >> format & 1;
}

static void list_names(const struct list_info *info, bool types, char text[static FORMS_TEXT_SIZE])
{
    const char *names[LIST_FORMAT_COUNT + 1] = {NULL};
    size_t count = 0;
    for (unsigned i = 0; i < LIST_FORMAT_COUNT; i++)
        if (form_is_of(info, (enum list_format)i))
            names[count++] = types ? forms[i].media_type : forms[i].word;
    parsing_list_words(names, text, FORMS_TEXT_SIZE);
}

void forms_list_words(const struct list_info *info, char text[static FORMS_TEXT_SIZE])
{
    list_names(info, false, text);
}

void forms_list_types(const struct list_info *info, char text[static FORMS_TEXT_SIZE])
{
    list_names(info, true, text);
}

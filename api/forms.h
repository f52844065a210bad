#pragma once
/* The forms in which a list is served. */

#include "api/operation.h"

struct form {
    const char *word;         /* of format= */
    const char *media_type;   /* of Accept */
    const char *content_type; /* of the reply */
};
extern const struct form forms[LIST_FORMAT_COUNT];

bool form_is_of(const struct list_info *info, enum list_format format);
/* "json, ndjson or csv" of those that the list has, or their media types. */
#define FORMS_TEXT_SIZE 160
void forms_list_words(const struct list_info *info, char text[static FORMS_TEXT_SIZE]);
void forms_list_types(const struct list_info *info, char text[static FORMS_TEXT_SIZE]);

/* Kinds without derived members, and what the shapes of all kinds share. */
#include "api/shapes.h"

#include <assert.h>
#include <string.h>

struct shape shape_of(enum kind kind)
{
    for (size_t i = 0; i < operation_count; i++) {
        if (operations[i].list && !operations[i].list->computed && operations[i].list->kind == kind)
            return (struct shape){.info = operations[i].list};
    }
    assert(!"every kind that is shown has a list in openapi.yaml");
    return (struct shape){0};
}

const struct column *list_column(const struct list_info *info, const char *name)
{
    for (size_t i = 0; i < info->column_count; i++) {
        if (strcmp(info->columns[i].name, name) == 0)
            return &info->columns[i];
    }
    assert(!"the column stands in openapi.yaml");
    return NULL;
}

struct date day_asked(struct date given, const struct context *context)
{
    return given.ymd ? given : context->request->today;
}

/* Reads of a request that more than one place needs. */
#include "api/request.h"

#include <string.h>

const char *request_find(const struct request *request, const char *name)
{
    for (size_t i = 0; i < request->query_count; i++) {
        if (strcmp(request->query[i].name, name) == 0)
            return request->query[i].value;
    }
    return NULL;
}

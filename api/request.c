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

const char *method_word(enum method method)
{
    static const char *const words[] = {
        [METHOD_GET] = "GET",   [METHOD_HEAD] = "HEAD", [METHOD_OPTIONS] = "OPTIONS",
        [METHOD_POST] = "POST", [METHOD_PUT] = "PUT",   [METHOD_DELETE] = "DELETE",
        [METHOD_OTHER] = NULL};
    return words[method];
}

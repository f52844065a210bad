/* Matches paths against the templates of openapi.yaml, segment by segment. */
#include "api/route.h"

#include "rules/names.h"

#include <stdio.h>
#include <string.h>

/* Matches one segment; a {parameter} takes any that is not empty. Values are cut out of `text`, which holds a
 * copy of the path. */
static bool match_template(const char *template, char *text, const char *values[static PATH_PARAMS_MAX])
{
    size_t count = 0;
    char *at = text;
    while (*template && *at) {
        if (*template == '{') {
            template = strchr(template, '}') + 1;
            if (*at == '/' || count == PATH_PARAMS_MAX)
                return false;
            values[count++] = at;
            at += strcspn(at, "/");
            if (*template == '/' && *at == '/') {
                *at++ = '\0';
                template ++;
            }
        } else if (*template ++ != *at++) {
            return false;
        }
    }
    return *template == '\0' && *at == '\0';
}

/* Adds a method that the path has to the words of Allow. */
static void allow(struct route *route, enum method method)
{
    static const char *const words[] = {
        [METHOD_GET] = "GET, HEAD", [METHOD_POST] = "POST", [METHOD_PUT] = "PUT", [METHOD_DELETE] = "DELETE"};
    static const char options[] = "OPTIONS";
    const size_t used = strlen(route->allow);
    const size_t kept = used > 0 ? used - strlen(options) : 0;
    snprintf(route->allow + kept, sizeof route->allow - kept, "%s, %s", words[method], options);
}

void route_find(const char *path, enum method method, struct route *route)
{
    *route = (struct route){0};
    if (strlen(path) >= sizeof route->text)
        return;
    const enum method wanted = method == METHOD_HEAD ? METHOD_GET : method;
    for (size_t i = 0; i < operation_count; i++) {
        const char *values[PATH_PARAMS_MAX] = {NULL};
        char text[sizeof route->text];
        memcpy(text, path, strlen(path) + 1);
        if (!match_template(operations[i].path, text, values))
            continue;
        allow(route, operations[i].method);
        if (operations[i].method != wanted)
            continue;
        route->operation = &operations[i];
        memcpy(route->text, text, sizeof text);
        for (size_t k = 0; k < PATH_PARAMS_MAX; k++)
            route->values[k] = values[k] ? route->text + (values[k] - text) : NULL;
    }
}

const char *route_suggest(const char *path)
{
    const char *best = NULL;
    unsigned nearest = 4;
    for (size_t i = 0; i < operation_count; i++) {
        if (strchr(operations[i].path, '{'))
            continue;
        const unsigned distance = names_distance(path, operations[i].path, nearest);
        if (distance < nearest) {
            nearest = distance;
            best = operations[i].path;
        }
    }
    return best;
}

/* Matches paths against the templates of openapi.yaml, segment by segment. */
#include "api/route.h"

#include "rules/names.h"

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

/* Every path is read by GET so far; the generator refuses any other method. */
static const char read_only[] = "GET, HEAD, OPTIONS";

void route_find(const char *path, enum method method, struct route *route)
{
    *route = (struct route){0};
    if (strlen(path) >= sizeof route->text)
        return;
    const enum method wanted = method == METHOD_HEAD ? METHOD_GET : method;
    for (size_t i = 0; i < operation_count; i++) {
        const char *values[PATH_PARAMS_MAX] = {NULL};
        memcpy(route->text, path, strlen(path) + 1);
        if (!match_template(operations[i].path, route->text, values))
            continue;
        route->allow = read_only;
        if (operations[i].method != wanted)
            continue;
        route->operation = &operations[i];
        memcpy(route->values, values, sizeof values);
        return;
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

/* Matches paths against the templates of openapi.yaml, segment by segment. */
#include "api/route.h"

#include "rules/names.h"

#include <stdio.h>
#include <string.h>

/* Where the {parameters} of a template stand in the path that it matches. */
struct matched {
    const char *begin[PATH_PARAMS_MAX];
    size_t size[PATH_PARAMS_MAX];
    size_t count;
};

/* Segment by segment; a {parameter} takes any that is not empty. */
static bool match_template(const struct operation *operation, const char *path, size_t size,
                           struct matched *matched)
{
    const size_t literal = operation->literal;
    matched->count = 0;
    if (size < literal || memcmp(path, operation->path, literal) != 0)
        return false;
    const char *template = operation->path + literal;
    const char *at = path + literal;
    while (*template == '{' || *template == *at) {
        if (*template == '\0')
            return true;
        if (*template != '{') {
            template ++;
            at++;
            continue;
        }
        const size_t taken = strcspn(at, "/");
        if (taken == 0 || matched->count == PATH_PARAMS_MAX)
            return false;
        matched->begin[matched->count] = at;
        matched->size[matched->count++] = taken;
        at += taken;
        template = strchr(template, '}') + 1;
    }
    return false;
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

static void keep_values(const struct matched *matched, struct route *route)
{
    char *text = route->text;
    for (size_t i = 0; i < matched->count; i++) {
        memcpy(text, matched->begin[i], matched->size[i]);
        text[matched->size[i]] = '\0';
        route->values[i] = text;
        text += matched->size[i] + 1;
    }
}

/* The words of every method that the path has. */
static void allow_all(const char *path, size_t size, struct route *route)
{
    struct matched matched;
    for (size_t i = 0; i < operation_count; i++) {
        if (match_template(&operations[i], path, size, &matched))
            allow(route, operations[i].method);
    }
}

void route_find(const char *path, enum method method, struct route *route)
{
    const size_t size = strlen(path);
    const enum method wanted = method == METHOD_HEAD ? METHOD_GET : method;
    struct matched matched;
    route->operation = NULL;
    route->allow[0] = '\0';
    memset(route->values, 0, sizeof route->values);
    if (size >= sizeof route->text)
        return;
    for (size_t i = 0; i < operation_count; i++) {
        if (operations[i].method != wanted || !match_template(&operations[i], path, size, &matched))
            continue;
        route->operation = &operations[i];
        keep_values(&matched, route);
        return;
    }
    allow_all(path, size, route);
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

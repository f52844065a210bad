#pragma once
/* From a request's query to the typed arguments of an operation, or a problem that names every fault at once.
 */

#include "api/operation.h"

#define ARGS_SIZE_MAX 4096
#define ARGS_TEXT_MAX 16384
/* More faults than this are not told at once. */
#define PARAM_FAULTS_MAX 64

/* Room for one request's arguments, the texts cut out of them (comma lists) and what is wrong with them;
 * kept, because clearing it costs more than a whole answer. */
struct args_buffer {
    _Alignas(16) unsigned char args[ARGS_SIZE_MAX];
    char text[ARGS_TEXT_MAX];
    size_t text_used;
    const char *values[1024]; /* of filters */
    size_t values_used;
    struct parameter_fault faults[PARAM_FAULTS_MAX];
};

#define PATH_PARAMS_MAX 2

/* A data version or an instant; false: it is neither. The text is kept. */
bool param_parse_moment(const char *text, struct moment *moment);

/* `path_values` are the decoded values of the path's {parameters}, in order. On success buffer->args holds
 * the operation's argument struct. */
enum problem params_parse(const struct operation *operation, const struct request *request,
                          const char *const *path_values, struct args_buffer *buffer, struct reply *reply);

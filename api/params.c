/* Reads the ordinary parameters of a request into the argument struct of its operation, and tells every fault
 * at once. */
#include "api/params.h"

#include "api/forms.h"
#include "api/parsing.h"
#include "rules/names.h"

#include <assert.h>
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

struct parameter_fault *parsing_fault(struct parsing *parsing, enum problem problem, const struct pair *pair,
                                      const char *detail, ...)
{
    if (parsing->fault_count == 0)
        parsing->problem = problem;
    if (parsing->fault_count == PARAM_FAULTS_MAX)
        return NULL;
    struct parameter_fault *fault = &parsing->buffer->faults[parsing->fault_count++];
    *fault = (struct parameter_fault){.parameter = pair->name, .value = pair->value};
    va_list arguments;
    va_start(arguments, detail);
    vsnprintf(fault->detail, sizeof fault->detail, detail, arguments);
    va_end(arguments);
    return fault;
}

struct nearest nearest_to(const char *meant)
{
    const size_t length = strlen(meant);
    return (struct nearest){.meant = meant, .distance = length < 4 ? 2 : length < 8 ? 3 : 4};
}

void nearest_offer(struct nearest *nearest, const char *name)
{
    const unsigned distance = names_distance(nearest->meant, name, nearest->distance);
    if (distance >= nearest->distance)
        return;
    nearest->distance = distance;
    snprintf(nearest->best, sizeof nearest->best, "%s", name);
}

void parsing_suggest(struct parameter_fault *fault, const struct nearest *nearest)
{
    if (fault)
        snprintf(fault->suggestion, sizeof fault->suggestion, "%s", nearest->best);
}

void parsing_list_words(const char *const *words, char *text, size_t size)
{
    size_t used = 0;
    for (size_t i = 0; words[i]; i++) {
        const char *joint = i == 0 ? "" : words[i + 1] ? ", " : " or ";
        const size_t joint_length = strlen(joint), length = strlen(words[i]);
        if (used + joint_length + length + sizeof " …" > size) {
            memcpy(text + used, " …", sizeof " …");
            return;
        }
        memcpy(text + used, joint, joint_length);
        memcpy(text + used + joint_length, words[i], length);
        used += joint_length + length;
    }
    text[used] = '\0';
}

const char *parsing_find_word(const char *const *words, const char *word)
{
    for (size_t i = 0; words[i]; i++)
        if (strcasecmp(words[i], word) == 0)
            return words[i];
    return NULL;
}

/* One part up to the next comma, unescaped, into the buffer; NULL when there is no room. */
static const char *cut(struct args_buffer *buffer, const char **rest)
{
    const size_t begin = buffer->text_used;
    for (const char *at = *rest;; at++) {
        if (buffer->text_used == sizeof buffer->text)
            return NULL;
        const bool ends = *at == '\0' || *at == ',';
        if (*at == '\\' && (at[1] == ',' || at[1] == '\\'))
            at++;
        buffer->text[buffer->text_used++] = (char)(ends ? '\0' : *at);
        if (ends) {
            *rest = *at ? at + 1 : NULL;
            return buffer->text + begin;
        }
    }
}

const char *parsing_keep(struct parsing *parsing, const char *text)
{
    struct args_buffer *buffer = parsing->buffer;
    const size_t size = strlen(text) + 1;
    if (sizeof buffer->text - buffer->text_used < size)
        return NULL;
    char *kept = memcpy(buffer->text + buffer->text_used, text, size);
    buffer->text_used += size;
    return kept;
}

size_t parsing_split(struct parsing *parsing, const struct pair *pair, const char ***parts)
{
    struct args_buffer *buffer = parsing->buffer;
    const size_t values_max = sizeof buffer->values / sizeof buffer->values[0];
    const size_t first = buffer->values_used;
    for (const char *rest = pair->value; rest;) {
        const char *part = buffer->values_used < values_max ? cut(buffer, &rest) : NULL;
        if (!part || !*part) {
            parsing_fault(parsing, PROBLEM_INVALID_PARAMETER, pair,
                          part ? "%.64s has an empty value; give one, or several separated by commas."
                               : "%.64s has too many values.",
                          pair->name);
            buffer->values_used = first;
            return 0;
        }
        buffer->values[buffer->values_used++] = part;
    }
    *parts = buffer->values + first;
    return buffer->values_used - first;
}

/* One value, or one word of a set. */
static void take_word(struct parsing *parsing, const struct param *param, const struct pair *pair,
                      const char *value)
{
    if (param_store(parsing, param, value))
        return;
    char allowed[PARAM_ALLOWED_SIZE];
    param_describe(param, allowed);
    char why[DATE_WHY_SIZE];
    const bool explained = param->type == PARAM_DATE && date_explain(value, why);
    struct parameter_fault *fault =
        parsing_fault(parsing, PROBLEM_INVALID_PARAMETER, pair, "%s must be %s%s%s.", param->name, allowed,
                      explained ? ": " : "", explained ? why : "");
    struct nearest nearest = nearest_to(value);
    for (size_t i = 0; param->choices && *value && param->choices[i]; i++)
        nearest_offer(&nearest, param->choices[i]);
    parsing_suggest(fault, &nearest);
}

static void take_words(struct parsing *parsing, const struct param *param, const struct pair *pair)
{
    const char **words;
    const size_t count = parsing_split(parsing, pair, &words);
    if (count > (size_t)param->maximum) {
        parsing_fault(parsing, PROBLEM_INVALID_PARAMETER, pair, "%s takes at most %" PRId64 " values.",
                      param->name, param->maximum);
        return;
    }
    for (size_t i = 0; i < count; i++)
        if (param_count_characters(words[i]) > param->max_length)
            parsing_fault(parsing, PROBLEM_INVALID_PARAMETER, pair,
                          "%s: a value has at most %zu characters; '%.64s…' has more.", param->name,
                          param->max_length, words[i]);
    void *member = parsing->buffer->args + param->offset;
    *(struct words *)member = (struct words){words, count};
}

static void take(struct parsing *parsing, const struct param *param, const struct pair *pair)
{
    if (param->type == PARAM_WORDS) {
        take_words(parsing, param, pair);
        return;
    }
    if (param->type != PARAM_SET) {
        take_word(parsing, param, pair, pair->value);
        return;
    }
    const char **words;
    const size_t count = parsing_split(parsing, pair, &words);
    for (size_t i = 0; i < count; i++)
        take_word(parsing, param, pair, words[i]);
}

/* By its name, or by that of its family. */
static bool is_called(const struct param *param, const char *name)
{
    if (param->place != PLACE_QUERY)
        return false;
    if (param->type != PARAM_NAMED)
        return strcmp(param->name, name) == 0;
    const size_t size = strlen(param->name);
    return strncmp(param->name, name, size) == 0 && name[size] == '.';
}

static const struct param *find_query_param(const struct operation *operation, const char *name)
{
    for (size_t i = 0; i < operation->param_count; i++)
        if (is_called(&operation->params[i], name))
            return &operation->params[i];
    return NULL;
}

/* A parameter by its name; one of a family by what was typed behind the dot. */
static void offer(const struct param *param, const char *typed, struct nearest *nearest)
{
    const char *dot = strchr(typed, '.');
    char name[sizeof nearest->best];
    if (param->place != PLACE_QUERY)
        return;
    snprintf(name, sizeof name, "%s%s", param->name, param->type == PARAM_NAMED && dot ? dot : "");
    nearest_offer(nearest, name);
}

static void refuse_unknown(struct parsing *parsing, const struct pair *pair)
{
    const struct operation *operation = parsing->operation;
    struct parameter_fault *fault =
        parsing_fault(parsing, PROBLEM_UNKNOWN_PARAMETER, pair, "%s %s has no parameter '%.64s'.",
                      method_word(operation->method), operation->path, pair->name);
    struct nearest nearest = nearest_to(pair->name);
    for (size_t i = 0; i < operation->param_count; i++)
        offer(&operation->params[i], pair->name, &nearest);
    if (operation->list)
        list_offer(operation->list, &nearest);
    parsing_suggest(fault, &nearest);
}

/* Whether the same name stood before it in the query. */
static bool is_repeated(const struct request *request, size_t index)
{
    for (size_t i = 0; i < index; i++)
        if (strcmp(request->query[i].name, request->query[index].name) == 0)
            return true;
    return false;
}

static void take_query(struct parsing *parsing)
{
    const struct request *request = parsing->request;
    for (size_t i = 0; i < request->query_count; i++) {
        const struct pair *pair = &request->query[i];
        const struct param *param = find_query_param(parsing->operation, pair->name);
        if (param)
            parsing->given |= UINT64_C(1) << (param - parsing->operation->params);
        if (is_repeated(request, i))
            parsing_fault(parsing, PROBLEM_INVALID_PARAMETER, pair,
                          "%.64s is given more than once; separate several values of a filter by commas.",
                          pair->name);
        else if (param)
            take(parsing, param, pair);
        else if (!parsing->operation->list || !list_take(parsing, pair))
            refuse_unknown(parsing, pair);
    }
}

static void take_path(struct parsing *parsing, const char *const *values)
{
    size_t next = 0;
    for (size_t i = 0; i < parsing->operation->param_count; i++) {
        const struct param *param = &parsing->operation->params[i];
        if (param->place == PLACE_PATH)
            take(parsing, param, &(struct pair){param->name, values[next++]});
    }
}

static void take_absent(struct parsing *parsing)
{
    for (size_t i = 0; i < parsing->operation->param_count; i++) {
        const struct param *param = &parsing->operation->params[i];
        if (param->place == PLACE_PATH || parsing->given >> i & 1)
            continue;
        if (param->required)
            parsing_fault(parsing, PROBLEM_MISSING_PARAMETER, &(struct pair){param->name, NULL},
                          "%s is required.", param->name);
        else if (param->fallback)
            param_store(parsing, param, param->fallback);
    }
}

static enum problem refuse_form(const struct list_info *info, struct reply *reply)
{
    char types[FORMS_TEXT_SIZE];
    forms_list_types(info, types);
    return reply_fail(reply, PROBLEM_NOT_ACCEPTABLE, "A list is served as %s.", types);
}

enum problem params_parse(const struct operation *operation, const struct request *request,
                          const char *const *path_values, struct args_buffer *buffer, struct reply *reply)
{
    assert(operation->param_count <= 64); /* the bits of `given` */
    struct parsing parsing = {.operation = operation, .request = request, .buffer = buffer};
    memset(buffer->args, 0, operation->args_size);
    buffer->text_used = 0;
    buffer->values_used = 0;
    if (request->query_count > PARAM_PAIRS_MAX)
        return reply_fail(reply, PROBLEM_INVALID_PARAMETER, "A request has at most %d parameters.",
                          PARAM_PAIRS_MAX);

    if (operation->list)
        list_begin(&parsing);
    take_path(&parsing, path_values);
    take_query(&parsing);
    take_absent(&parsing);
    const bool acceptable = !operation->list || list_finish(&parsing);

    if (parsing.fault_count > 0)
        return reply_fail_parameters(reply, parsing.problem, buffer->faults, parsing.fault_count);
    return acceptable ? PROBLEM_NONE : refuse_form(operation->list, reply);
}

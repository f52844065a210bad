/* Counterfactual law: checked like what is written, compiled on the thread for long reads. */
#include "api/assume.h"

#include "api/document.h"
#include "api/parsing.h"
#include "api/pointer.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* As openapi.yaml bounds it. */
#define WITH_MAX 20

bool assume_asks(const json_t *assume)
{
    return json_array_size(json_object_get(assume, "without")) > 0 ||
           json_array_size(json_object_get(assume, "with")) > 0;
}

static bool is_recorded(const struct rules *rules, const char *id)
{
    if (!strchr(id, '#'))
        return rules_find_ruling(rules, id) != NULL;
    for (size_t i = 0; i < rules->provision_count; i++) {
        if (strcmp(rules->provisions[i]->id, id) == 0)
            return true;
    }
    return false;
}

static void refuse_id(const struct rules *rules, const char *id, const char *pointer, struct faults *faults)
{
    const bool provision = strchr(id, '#') != NULL;
    struct nearest nearest = nearest_to(id);
    for (size_t i = 0; !provision && i < rules->ruling_count; i++)
        nearest_offer(&nearest, rules->rulings[i].id);
    for (size_t i = 0; provision && i < rules->provision_count; i++)
        nearest_offer(&nearest, rules->provisions[i]->id);
    if (nearest.best[0])
        faults_add(faults, pointer, "There is no %s '%s'; did you mean '%s'?",
                   provision ? "provision" : "ruling", id, nearest.best);
    else
        faults_add(faults, pointer, "There is no %s '%s'; see GET /v1/rulings.",
                   provision ? "provision" : "ruling", id);
}

static void point_at(const char *list, size_t index, char pointer[static POINTER_SIZE])
{
    snprintf(pointer, POINTER_SIZE, "/assume/%s/%zu", list, index);
}

static void check_at_once(const struct context *context, const struct assumption *assumption,
                          struct faults *faults)
{
    char pointer[POINTER_SIZE];
    size_t i;
    const json_t *item;
    json_array_foreach(assumption->without, i, item)
    {
        point_at("without", i, pointer);
        if (!is_recorded(context->rules, json_string_value(item)))
            refuse_id(context->rules, json_string_value(item), pointer, faults);
    }
    json_array_foreach(assumption->with, i, item)
    {
        point_at("with", i, pointer);
        document_check_shape(KIND_RULING, item, pointer, faults);
    }
}

static bool check_meaning(struct assumed *assumed, struct store *store)
{
    const json_t *with = assumed->assumption.with;
    const size_t count = json_array_size(with);
    struct change changes[WITH_MAX];
    char pointers[WITH_MAX][POINTER_SIZE];
    const char *places[WITH_MAX];
    assert(count <= WITH_MAX);
    for (size_t i = 0; i < count; i++) {
        const json_t *ruling = json_array_get(with, i);
        const char *id = json_string_value(json_object_get(ruling, "id"));
        changes[i] = (struct change){CHANGE_PUT, KIND_RULING, id, ruling};
        point_at("with", i, pointers[i]);
        places[i] = pointers[i];
    }
    return document_check_supposed(store, assumed->at, changes, count, places, &assumed->faults) &&
           assumed->faults.total == 0;
}

static void run(struct job *job, struct store *store)
{
    struct assumed *assumed = (struct assumed *)job;
    if (check_meaning(assumed, store))
        view_open_assuming(&assumed->view, store, assumed->at, &assumed->assumption);
}

static void free_assumed(struct job *job)
{
    struct assumed *assumed = (struct assumed *)job;
    view_close(&assumed->view);
    faults_done(&assumed->faults);
    json_decref(assumed->without);
    json_decref(assumed->with);
    free(assumed);
}

/* A copy that nobody else reads, without what is only shown. */
static json_t *copy_rulings(const json_t *with)
{
    json_t *copy = with ? json_deep_copy(with) : json_array();
    for (size_t i = 0; i < json_array_size(copy); i++)
        document_remove_derived(KIND_RULING, json_array_get(copy, i));
    return copy;
}

static struct assumed *open_assumed(const struct context *context, const json_t *assume)
{
    struct assumed *assumed = calloc(1, sizeof *assumed);
    if (!assumed)
        return NULL;
    const json_t *without = json_object_get(assume, "without");
    assumed->job = (struct job){.run = run, .free = free_assumed};
    assumed->at = context->at;
    assumed->without = without ? json_deep_copy(without) : json_array();
    assumed->with = copy_rulings(json_object_get(assume, "with"));
    assumed->assumption = (struct assumption){assumed->without, assumed->with};
    if (assumed->without && assumed->with)
        return assumed;
    free_assumed(&assumed->job);
    return NULL;
}

enum problem assume_begin(const struct context *context, const json_t *assume, struct reply *reply)
{
    struct assumed *assumed = open_assumed(context, assume);
    if (!assumed)
        return reply_fail(reply, PROBLEM_OVERLOADED, "There is no memory for assumptions at the moment.");
    check_at_once(context, &assumed->assumption, &assumed->faults);
    if (assumed->faults.total == 0 && !assumed->faults.short_of_memory)
        return context_run(context, LANE_READ, &assumed->job, reply);
    const enum problem problem = reply_fail_faults(reply, PROBLEM_INVALID_CONTENT, &assumed->faults);
    free_assumed(&assumed->job);
    return problem;
}

const struct assumption *assume_found(const struct context *context)
{
    return &((const struct assumed *)context->finished)->assumption;
}

enum problem assume_end(const struct context *context, struct context *assumed, struct reply *reply)
{
    const struct assumed *found = (const struct assumed *)context->finished;
    if (found->faults.total > 0)
        return reply_fail_faults(reply, PROBLEM_INVALID_CONTENT, &found->faults);
    if (!found->view.rules)
        return reply_fail(reply, PROBLEM_INTERNAL, "The law so assumed could not be compiled.");
    *assumed = *context;
    assumed->at = found->at;
    assumed->rules = found->view.rules;
    assumed->scratch = found->view.scratch;
    assumed->second = found->view.second;
    assumed->dataset = found->view.dataset;
    assumed->doubts = found->view.doubts;
    reply->data_version = found->at;
    return PROBLEM_NONE;
}

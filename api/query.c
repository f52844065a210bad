/* Reads the members of one query, its own and those that the body gives for all. */
#include "api/query.h"
#include "schemas.h"

#include "api/circumstances.h"
#include "api/document.h"

#include <string.h>

/* What is read, and what is wrong with it so far. */
struct reading {
    const struct context *context;
    const struct query_place *place;
    struct faults *faults;
};

/* NULL where neither has it. */
static const json_t *find_member(const struct query_place *place, const char *name,
                                 char pointer[static POINTER_SIZE])
{
    const json_t *own = json_object_get(place->query, name);
    pointer_join(own ? place->pointer : "", name, pointer);
    return own ? own : json_object_get(place->body, name);
}

static const char *find_text(const struct query_place *place, const char *name,
                             char pointer[static POINTER_SIZE])
{
    return json_string_value(find_member(place, name, pointer));
}

static void require(const struct reading *reading, const char *name)
{
    char pointer[POINTER_SIZE];
    if (!find_member(reading->place, name, pointer))
        faults_add(reading->faults, reading->place->pointer, "The member '%s' is missing.", name);
}

static struct date read_date(const struct reading *reading)
{
    char pointer[POINTER_SIZE];
    struct date date = {0};
    const char *text = find_text(reading->place, "date", pointer);
    char why[DATE_WHY_SIZE];
    if (text && strcmp(text, "today") != 0 && !date_parse(text, &date))
        faults_add(reading->faults, pointer, "'%.40s' is not a day that exists, as YYYY-MM-DD, or today%s%s.",
                   text, date_explain(text, why) ? ": " : "", date_explain(text, why) ? why : "");
    return date;
}

/* Those of the query go before those of the body, field by field. */
static const struct value *read_circumstances(const struct reading *reading)
{
    const struct query_place *place = reading->place;
    const struct rules *rules = reading->context->rules;
    struct value *stated = scratch_circumstances(reading->context->scratch);
    char pointer[POINTER_SIZE];
    pointer_join(place->pointer, "circumstances", pointer);
    circumstances_of_json(rules, json_object_get(place->body, "circumstances"), "/circumstances", stated,
                          reading->faults);
    const bool any = circumstances_of_json(rules, json_object_get(place->query, "circumstances"), pointer,
                                           stated, reading->faults);
    return any ? stated : NULL;
}

static void read_members(const struct reading *reading, struct asked_texts *texts)
{
    schema_check(input_eligibility_query, reading->place->query, reading->place->pointer, reading->faults);
    require(reading, "chip");
    require(reading, "destination");
    texts->date = read_date(reading);
    texts->circumstances = read_circumstances(reading);
}

static enum problem resolve(const struct context *context, const struct query_place *place,
                            const struct asked_texts *read, struct query *query, struct reply *reply)
{
    char chip[POINTER_SIZE], destination[POINTER_SIZE], hq[POINTER_SIZE], export_from[POINTER_SIZE];
    const json_t *asked = find_member(place, "chip", chip);
    struct asked_texts texts = *read;
    texts.chip = json_string_value(asked);
    texts.destination = find_text(place, "destination", destination);
    texts.hq = find_text(place, "hq", hq);
    texts.export_from = find_text(place, "export_from", export_from);
    texts.pointers.chip = chip;
    texts.pointers.destination = destination;
    texts.pointers.hq = hq;
    texts.pointers.export_from = export_from;
    if (!texts.chip) {
        const enum problem problem = supposed_read(context, asked, chip, &query->supposed, reply);
        if (problem != PROBLEM_NONE)
            return problem;
        texts.supposed = &query->supposed;
    }
    return answer_ask(context, &texts, &query->asked, reply);
}

enum problem query_read(const struct context *context, const struct query_place *place, struct query *query,
                        struct reply *reply)
{
    struct faults faults = {0};
    const struct reading reading = {context, place, &faults};
    struct asked_texts texts = {.assumption = place->assumption};
    enum problem problem = PROBLEM_NONE;
    read_members(&reading, &texts);
    if (faults.total > 0 || faults.short_of_memory)
        problem = reply_fail_faults(reply, PROBLEM_INVALID_CONTENT, &faults);
    faults_done(&faults);
    return problem == PROBLEM_NONE ? resolve(context, place, &texts, query, reply) : problem;
}

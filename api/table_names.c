/* Finds what a table is asked for by its words, and tells every word that means nothing or several things. */
#include "api/group.h"
#include "api/parsing.h"
#include "api/resolve.h"
#include "api/table.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

struct finding {
    struct table *table;
    struct parameter_fault faults[PARAM_FAULTS_MAX];
    size_t fault_count;
    enum problem problem; /* of the first fault */
    bool failed;          /* the store, not the words */
};

/* Candidates are those meant, or else those near; best first. */
static void describe(const char *parameter, const char *text, bool ambiguous, const char *const *candidates,
                     size_t count, struct parameter_fault *fault)
{
    const char *words[NAME_CANDIDATES_MAX + 1] = {NULL};
    char names[256];
    memcpy(words, candidates, count * sizeof *candidates);
    parsing_list_words(words, names, sizeof names);
    *fault = (struct parameter_fault){.parameter = parameter, .value = text};
    if (ambiguous)
        snprintf(fault->detail, sizeof fault->detail, "%s: '%.64s' is the name of several: %s.", parameter,
                 text, names);
    else if (count > 0)
        snprintf(fault->detail, sizeof fault->detail, "%s: '%.64s' is not known; did you mean '%s'?",
                 parameter, text, candidates[0]);
    else
        snprintf(fault->detail, sizeof fault->detail, "%s: '%.64s' is not known.", parameter, text);
    if (count > 0)
        snprintf(fault->suggestion, sizeof fault->suggestion, "%s", candidates[0]);
}

static void refuse(struct finding *finding, enum problem problem, const char *text,
                   const char *const *candidates, size_t count)
{
    const bool ambiguous = problem == PROBLEM_AMBIGUOUS_CHIP || problem == PROBLEM_AMBIGUOUS_DESTINATION;
    const bool chip = problem == PROBLEM_AMBIGUOUS_CHIP || problem == PROBLEM_UNKNOWN_CHIP;
    if (finding->fault_count == 0)
        finding->problem = problem;
    if (finding->fault_count < PARAM_FAULTS_MAX)
        describe(chip ? "chips" : "destinations", text, ambiguous, candidates, count,
                 &finding->faults[finding->fault_count++]);
}

static int by_id(const void *id, const void *chip)
{
    return strcmp(id, ((const struct table_chip *)chip)->id);
}

static int by_code(const void *code, const void *place)
{
    return strcmp(code, ((const struct table_place *)place)->code);
}

/* The last state that knows the name says what it means. */
static struct chip_match match_chip(const struct table *table, const char *text)
{
    const struct chip_match last = names_match_chip(table->states[table->state_count - 1].rules, text);
    if (last.how != MATCH_NONE || table->state_count == 1)
        return last;
    const struct chip_match first = names_match_chip(table->states[0].rules, text);
    return first.chip ? first : last;
}

static struct place_match match_place(const struct table *table, const char *text)
{
    const struct place_match last = names_match_place(table->states[table->state_count - 1].rules, text);
    if (last.how != MATCH_NONE || table->state_count == 1)
        return last;
    const struct place_match first = names_match_place(table->states[0].rules, text);
    return first.place ? first : last;
}

static void find_chip(struct finding *finding, const char *text)
{
    struct table *table = finding->table;
    const struct chip_match match = match_chip(table, text);
    if (!match.chip) {
        const char *ids[NAME_CANDIDATES_MAX];
        for (size_t i = 0; i < match.candidate_count; i++)
            ids[i] = match.candidates[i]->id;
        refuse(finding, match.how == MATCH_AMBIGUOUS ? PROBLEM_AMBIGUOUS_CHIP : PROBLEM_UNKNOWN_CHIP, text,
               ids, match.candidate_count);
        return;
    }
    struct table_chip *chip =
        bsearch(match.chip->id, table->chips, table->chip_count, sizeof *table->chips, by_id);
    assert(chip);
    chip->asked = true;
    table->chips_matched.items[table->chips_matched.count++] =
        (struct table_match){text, match_word(match.how), chip->id, chip->name};
}

static void find_place(struct finding *finding, const char *text)
{
    struct table *table = finding->table;
    const struct place_match match = match_place(table, text);
    if (!match.place) {
        const char *codes[NAME_CANDIDATES_MAX];
        for (size_t i = 0; i < match.candidate_count; i++)
            codes[i] = match.candidates[i]->code;
        refuse(finding,
               match.how == MATCH_AMBIGUOUS ? PROBLEM_AMBIGUOUS_DESTINATION : PROBLEM_UNKNOWN_DESTINATION,
               text, codes, match.candidate_count);
        return;
    }
    struct table_place *place =
        bsearch(match.place->code, table->places, table->place_count, sizeof *table->places, by_code);
    assert(place);
    place->asked = true;
    table->places_matched.items[table->places_matched.count++] =
        (struct table_match){text, match_word(match.how), place->code, place->name};
}

struct near_group {
    char token[64]; /* "": none */
};

static bool keep_group(const struct document *document, void *context)
{
    struct near_group *near = context;
    snprintf(near->token, sizeof near->token, GROUP_PREFIX "%s", document->id);
    return false;
}

static void refuse_group(struct finding *finding, const char *text)
{
    const struct context *context = finding->table->context;
    struct near_group near = {""};
    finding->failed = !catalogue_suggest(context->store, KIND_GROUP, context->at, text + strlen(GROUP_PREFIX),
                                         1, keep_group, &near);
    const char *const candidate = near.token;
    refuse(finding, PROBLEM_UNKNOWN_DESTINATION, text, &candidate, *near.token ? 1 : 0);
}

/* Its members in any of the states. */
static void find_group(struct finding *finding, const char *text)
{
    struct table *table = finding->table;
    const char *group = text + strlen(GROUP_PREFIX);
    bool found = false;
    for (size_t i = 0; i < table->state_count && !found && !finding->failed; i++)
        finding->failed = !group_find(table->context->store, group, table->states[i].at, &found);
    if (!found) {
        refuse_group(finding, text);
        return;
    }
    for (size_t i = 0; i < table->place_count; i++) {
        struct table_place *place = &table->places[i];
        for (size_t j = 0; j < table->state_count; j++)
            place->asked = place->asked ||
                           (place->in[j] && group_holds(group, place->in[j], table->states[j].question.date));
    }
}

static void find_all(struct finding *finding, const struct table_asked *asked)
{
    struct table *table = finding->table;
    for (size_t i = 0; i < asked->chips.count; i++)
        find_chip(finding, asked->chips.items[i]);
    for (size_t i = 0; i < asked->destinations.count; i++) {
        const char *text = asked->destinations.items[i];
        if (strncasecmp(text, GROUP_PREFIX, strlen(GROUP_PREFIX)) == 0)
            find_group(finding, text);
        else
            find_place(finding, text);
    }
    for (size_t i = 0; asked->chips.count == 0 && i < table->chip_count; i++)
        table->chips[i].asked = true;
    for (size_t i = 0; asked->destinations.count == 0 && i < table->place_count; i++)
        table->places[i].asked = true;
}

enum problem table_find_names(struct table *table, const struct table_asked *asked, struct reply *reply)
{
    struct finding finding = {.table = table};
    find_all(&finding, asked);
    if (finding.failed)
        return context_fail(table->context, reply);
    if (finding.fault_count > 0)
        return reply_fail_parameters(reply, finding.problem, finding.faults, finding.fault_count);
    return PROBLEM_NONE;
}

#include "db/projection_fields.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

const struct projection_fields projection_fields[KIND_CHANGE + 1] =
    {
        [KIND_DATASET] =
            {
                .add = SQL_ADD_DATASET,
                .tags = {{"chips", "doubts.about.chips"},
                         {"rulings", "doubts.about.rulings"},
                         {"destinations", "doubts.about.destinations"},
                         {"destinations", "doubts.about.except"},
                         {"destinations", "doubts.about.headquartered_in"}},
                .names = {"id"},
                .title = {"title"},
                .body = {"summary", "doubts.text", "conventions.text", "licenses.text"},
            },
        [KIND_GROUP] =
            {
                .add = SQL_ADD_GROUP,
                .names = {"id", "name"},
                .title = {"name"},
                .body = {"description"},
            },
        [KIND_DESTINATION] =
            {
                .add = SQL_ADD_DESTINATION,
                .tags = {{"aliases", "aliases"},
                         {"groups", "groups.group"},
                         {"groups.group", "groups.group"},
                         {"groups.via", "groups.via"},
                         {"treated_as", "treated_as.code"},
                         {"treated_as.code", "treated_as.code"},
                         {"parent", "parent"}},
                .names = {"code", "alpha3", "name", "aliases"},
                .title = {"name"},
                .body = {"region", "subregion", "notes", "groups.note"},
            },
        [KIND_CHIP] =
            {
                .add = SQL_ADD_CHIP,
                .tags = {{"product", "product"},
                         {"aliases", "aliases"},
                         {"sources.publisher", "sources.publisher"},
                         {"sources.title", "sources.title"},
                         {"sources.url", "sources.url"},
                         {"sources.fields", "sources.fields"}},
                .names = {"id", "product", "name", "aliases"},
                .title = {"name"},
                .body = {"vendor", "family", "kind", "segment", "process", "memory.type", "interconnect.name",
                         "notes", "sources.title"},
                .date = "released_on",
            },
        [KIND_RULING] =
            {
                .add = SQL_ADD_RULING,
                .tags = {{"effect", "provisions.effect"},
                         {"eccn", "provisions.eccns"},
                         {"chips", "provisions.chips"},
                         {"policies", "provisions.policy"},
                         {"exceptions", "provisions.exception"},
                         {"destinations", "provisions.destinations.include"},
                         {"destinations", "provisions.destinations.exclude"},
                         {"destinations", "provisions.destinations.headquartered_in"},
                         {"destinations", "provisions.export_from"},
                         {"provisions", "provisions.id"},
                         {"targets", "provisions.targets"},
                         {"conditions", "provisions.conditions.type"},
                         {"amends", "amends"},
                         {"supersedes", "supersedes"},
                         {"suspends", "suspends"},
                         {"citation", "citations.text"},
                         {"cites", "provisions.cite"},
                         {"sources.publisher", "sources.publisher"},
                         {"sources.url", "sources.url"}},
                .names = {"id"},
                .title = {"title"},
                .body = {"summary", "issuer", "kind", "standing", "citations.text", "provisions.text",
                         "provisions.cite", "provisions.exception", "provisions.chips", "provisions.eccns",
                         "provisions.conditions.text", "notes", "sources.title", "sources.publisher"},
                .date = "effective_from",
            },
        [KIND_EVENT] =
            {
                .add = SQL_ADD_EVENT,
                .tags = {{"countries", "countries"},
                         {"organizations", "organizations"},
                         {"people", "people"},
                         {"chips", "chips"},
                         {"rulings", "rulings"},
                         {"claims.speaker", "claims.speaker"},
                         {"claims.stance", "claims.stance"},
                         {"claims.about", "claims.about"},
                         {"claims.metric.name", "claims.metric.name"},
                         {"sources.publisher", "sources.publisher"},
                         {"sources.language", "sources.language"},
                         {"sources.seed", "sources.seed"},
                         {"sources.url", "sources.url"}},
                .names = {"id"},
                .title = {"headline"},
                .body = {"summary", "category", "claims.speaker", "claims.role", "claims.statement",
                         "organizations", "people", "countries", "chips", "rulings", "sources.publisher",
                         "sources.title"},
                .date = "date",
            },
        [KIND_DISPUTE] =
            {
                .add = SQL_ADD_DISPUTE,
                .tags = {{"events", "positions.event_ids"}, {"sources", "positions.sources"}},
                .names = {"id", "about"},
                .title = {"question"},
                .body = {"note", "positions.value"},
            },
        [KIND_CHANGE] =
            {
                .add = SQL_ADD_CHANGE,
                .tags = {{"changed", "changed"}},
            },
};

void projection_visit(const json_t *document, const char *path, projection_fn *each, void *context)
{
    if (json_is_array(document)) {
        for (size_t i = 0; i < json_array_size(document); i++)
            projection_visit(json_array_get(document, i), path, each, context);
        return;
    }
    if (*path == '\0') {
        if (json_is_string(document))
            each(json_string_value(document), context);
        return;
    }
    const size_t size = strcspn(path, ".");
    const json_t *value = json_object_getn(document, path, size);
    if (value)
        projection_visit(value, path[size] ? path + size + 1 : path + size, each, context);
}

static bool is_gap(char c)
{
    return c == ' ' || c == '-' || c == '_' || c == '\t' || c == '\n';
}

void projection_fold(const char *name, char folded[static PROJECTION_NAME_SIZE])
{
    size_t size = 0;
    for (; *name && size < PROJECTION_NAME_SIZE - 2; name++) {
        if (!is_gap(*name))
            folded[size++] = (char)tolower((unsigned char)*name);
        else if (size && folded[size - 1] != '-')
            folded[size++] = '-';
    }
    if (size && folded[size - 1] == '-')
        size--;
    folded[size] = '\0';
}

void projection_visit_forms(enum kind kind, const json_t *document, const char *name, projection_fn *each,
                            void *context)
{
    char folded[PROJECTION_NAME_SIZE];
    char vendor[PROJECTION_NAME_SIZE] = "";
    char other[2 * PROJECTION_NAME_SIZE];
    const char *maker = json_string_value(json_object_get(document, "vendor"));
    projection_fold(name, folded);
    if (*folded == '\0')
        return;
    each(folded, context);
    if (kind == KIND_CHIP && maker)
        projection_fold(maker, vendor);
    const size_t size = strlen(vendor);
    if (size == 0)
        return;
    if (strncmp(folded, vendor, size) == 0 && folded[size] == '-') {
        each(folded + size + 1, context);
        return;
    }
    snprintf(other, sizeof other, "%s-%s", vendor, folded);
    each(other, context);
}

const char *const *projection_name_paths(enum kind kind)
{
    static const char *const of_chip[] = {"id", "product", "name", "aliases", NULL};
    static const char *const of_place[] = {"code", "alpha3", "numeric", "name", "aliases", NULL};
    static const char *const of_others[] = {NULL};
    if (kind == KIND_CHIP)
        return of_chip;
    return kind == KIND_DESTINATION ? of_place : of_others;
}

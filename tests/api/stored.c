#include "tests/api/stored.h"

#include "db/record.h"

#include <criterion/criterion.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

struct text_of_kind {
    enum kind kind;
    const char *json;
};

#define CHIP(id, product, is_default, name, vendor, int8, aliases)                                           \
    {                                                                                                        \
        KIND_CHIP,                                                                                           \
            "{'id':'" id "','product':'" product "','default_variant':" is_default ",'name':'" name          \
            "','vendor':'" vendor "','vendor_country':'US','aliases':[" aliases                              \
            "],'family':null,'kind':'gpu','segment':'data_center',"                                          \
            "'market':'global','announced_on':null,'released_on':'2024-01','package_count':1,'die_count':1," \
            "'die_area_mm2':100,'tdp_w':300,'transistors_billion':null,'process':null,'confidence':'high','" \
            "notes':null,"                                                                                   \
            "'memory':{'type':null,'capacity_gb':null,'bandwidth_gb_s':null},"                               \
            "'interconnect':{'name':null,'bandwidth_gb_s':null},'tpp_reported':null,'performance_density_"   \
            "reported':null,"                                                                                \
            "'peak_tops':{'int8':" int8 "},'sources':[]}"                                                    \
    }
#define PROVISION(id)                                                                                        \
    "'provisions':[{'id':'" id "#1','effect':'license_required','chips':[],'eccns':[],'cite':'1 ACME 1',"    \
    "'conditions':[{'type':'kyc','text':'Know your "                                                         \
    "customer.','value':null}],'destinations':{'include':['group:D:5'],"                                     \
    "'exclude':[],'headquartered_in':[]},'effective_from':'2025-01-01','effective_until':'2026-01-01',"      \
    "'exception':null,'export_from':null,'import_status':null,'no_exceptions':false,'policy':'case_by_case'" \
    ","                                                                                                      \
    "'predicate':{'field':'tpp','op':'>=','value':1000},'priority':1,'targets':[],'text':'A license is "     \
    "needed.'}]"
#define RULING(id, title, standing)                                                                          \
    {                                                                                                        \
        KIND_RULING,                                                                                         \
            "{'id':'" id "','title':'" title "','standing':'" standing                                       \
            "','jurisdiction':'US','issuer':'BIS',"                                                          \
            "'kind':'rule','amends':[],'supersedes':[],'suspends':[],'citations':['1 ACME "                  \
            "1'],'confidence':'high',"                                                                       \
            "'announced_on':null,'published_on':null,'effective_from':'2025-01-01','effective_until':null,"  \
            "'verified_through':'2025-06-01','notes':null,'summary':'A rule.','sources':[]," PROVISION(      \
                id) "}"                                                                                      \
    }
#define EVENT(id, date, headline)                                                                            \
    {                                                                                                        \
        KIND_EVENT,                                                                                          \
            "{'id':'" id "','date':'" date "','date_precision':'day','headline':'" headline                  \
            "','category':'news',"                                                                           \
            "'chips':['acme-one'],'claims':[],'confidence':'high','countries':['US'],'organizations':[],'"   \
            "people':[],"                                                                                    \
            "'reliability':'official','rulings':['us-acme-rule'],'sources':[],'summary':'It happened.'}"     \
    }
#define PLACE(code, name, groups)                                                                            \
    {                                                                                                        \
        KIND_DESTINATION,                                                                                    \
            "{'code':'" code "','name':'" name "','alpha3':null,'numeric':null,'aliases':[],'parent':null,"  \
            "'region':null,'subregion':null,'treated_as':[],'groups':[" groups "]}"                          \
    }

static const struct text_of_kind documents[] = {
    {KIND_DATASET,
     "{'id':'navicert','title':'A test','summary':'Small.','coverage':{},'conventions':[],'licenses':[],"
     "'doubts':[{'id':'big-doubt','text':'Nobody knows.','about':{'chips':['acme-one'],'destinations':['CN'],"
     "'from':'2025-02-01','until':'2025-04-01'}}]}"},
    {KIND_GROUP, "{'id':'D:5','title':'Arms embargoed','cite':'15 CFR 740','notes':null}"},
    PLACE("CN", "China", "{'group':'D:5','from':'2024-06-01','until':null,'cite':null,'url':null}"),
    PLACE("DE", "Germany", ""),
    PLACE("US", "United States", ""),
    CHIP("acme-one", "acme-one", "true", "One", "ACME", "200", "'Uno','Solo & Co'"),
    CHIP("acme-two", "acme-two", "true", "Two", "ACME", "20", "'Common'"),
    CHIP("acme-dark", "acme-dark", "true", "Dark", "ACME", "null", ""),
    CHIP("best-big", "best", "true", "Best Big", "Best", "200", "'Common'"),
    CHIP("best-small", "best", "false", "Best Small", "Best", "20", ""),
    RULING("us-acme-rule", "The ACME rule", "operative"),
    RULING("us-acme-plan", "The ACME plan", "announced"),
    EVENT("2024-12-01-rumor", "2024-12-01", "A rumor"),
    EVENT("2025-03-01-filing", "2025-03-01", "A filing"),
    EVENT("2025-07-01-news", "2025-07-01", "News"),
    {KIND_DISPUTE,
     "{'id':'one-dispute','about':'acme-one','question':'How fast is it?','note':null,'positions':[]}"},
};
#define DOCUMENT_COUNT (sizeof documents / sizeof documents[0])

json_t *stored_json(const char *quoted)
{
    char *text = strdup(quoted);
    for (char *at = text; *at; at++)
        *at = *at == '\'' ? '"' : *at;
    json_error_t error;
    json_t *json = json_loads(text, JSON_REJECT_DUPLICATES | JSON_ALLOW_NUL | JSON_DECODE_ANY, &error);
    cr_assert(json, "%s in %s", error.text, text);
    free(text);
    return json;
}

static int64_t record(struct stored *stored, const struct change *changes, size_t count,
                      const char *recorded_at)
{
    int64_t head = -1;
    const struct change_set set = {
        .recorded_at = recorded_at, .actor = "test", .note = "a test", .changes = changes, .count = count};
    cr_assert_eq(record_change_set(stored->writer, -1, &set, &head), RECORD_DONE);
    return head;
}

static void fill(struct stored *stored)
{
    struct change changes[DOCUMENT_COUNT];
    json_t *roots[DOCUMENT_COUNT];
    for (size_t i = 0; i < DOCUMENT_COUNT; i++) {
        roots[i] = stored_json(documents[i].json);
        const char *id = json_string_value(json_object_get(roots[i], kinds[documents[i].kind].id_key));
        changes[i] = (struct change){CHANGE_PUT, documents[i].kind, id ? id : "navicert", roots[i]};
    }
    record(stored, changes, DOCUMENT_COUNT, "2026-01-01T00:00:00.000Z");
    for (size_t i = 0; i < DOCUMENT_COUNT; i++)
        json_decref(roots[i]);
}

struct stored *stored_open(void)
{
    return stored_open_with(fill);
}

struct stored *stored_open_with(void (*first)(struct stored *stored))
{
    return stored_open_upon(NULL, first);
}

struct stored *stored_open_upon(bool (*copied)(const char *path), void (*first)(struct stored *stored))
{
    struct stored *stored = calloc(1, sizeof *stored);
    char reason[STORE_REASON_SIZE] = "";
    snprintf(stored->directory, sizeof stored->directory, "/tmp/navicert-api-XXXXXX");
    cr_assert_not_null(mkdtemp(stored->directory));
    snprintf(stored->path, sizeof stored->path, "%s/store.db", stored->directory);
    const bool filled = copied && copied(stored->path);
    cr_assert(store_open(stored->path, STORE_WRITE, &stored->writer, reason), "%s", reason);
    if (!filled)
        first(stored);
    struct api_options options = {
        .database = stored->path, .query_timeout_ms = 60000, .snapshots_max = 2, .screenings_max = 2};
    operator_token_init(&options.operator, STORED_TOKEN);
    stored->api = api_open(&options);
    cr_assert_not_null(stored->api);
    stored->worker = api_worker_open(stored->api);
    cr_assert_not_null(stored->worker);
    stored->request = (struct request){.id = "TEST", .today = {20260201}};
    pthread_mutex_init(&stored->lock, NULL);
    pthread_cond_init(&stored->woken, NULL);
    reply_init(&stored->reply, &stored->request);
    return stored;
}

static int remove_one(const char *path, const struct stat *status, int type, struct FTW *walk)
{
    (void)status, (void)type, (void)walk;
    return remove(path);
}

void stored_close(struct stored *stored)
{
    reply_done(&stored->reply);
    api_worker_close(stored->worker);
    api_close(stored->api);
    store_close(stored->writer);
    pthread_mutex_destroy(&stored->lock);
    pthread_cond_destroy(&stored->woken);
    nftw(stored->directory, remove_one, 8, FTW_DEPTH | FTW_PHYS);
    free(stored);
}

int64_t stored_put(struct stored *stored, enum kind kind, const char *json, const char *recorded_at)
{
    json_t *document = stored_json(json);
    const int64_t head = stored_record(stored, kind, document, recorded_at);
    json_decref(document);
    return head;
}

int64_t stored_record(struct stored *stored, enum kind kind, const json_t *document, const char *recorded_at)
{
    const char *id = json_string_value(json_object_get(document, kinds[kind].id_key));
    const struct change change = {CHANGE_PUT, kind, id, document};
    return record(stored, &change, 1, recorded_at);
}

int64_t stored_delete(struct stored *stored, enum kind kind, const char *id, const char *recorded_at)
{
    const struct change change = {CHANGE_DELETE, kind, id, NULL};
    return record(stored, &change, 1, recorded_at);
}

bool stored_follow(struct stored *stored, int64_t version)
{
    const struct timespec moment = {.tv_nsec = 20000000};
    for (int i = 0; i < 500; i++) {
        json_t *body = stored_get(stored, "/v1");
        const bool there = json_integer_value(json_object_get(body, "data_version")) == version;
        json_decref(body);
        if (there)
            return true;
        nanosleep(&moment, NULL);
    }
    return false;
}

static char *decode(char *to, const char *from, size_t size)
{
    for (size_t i = 0; i < size; i++) {
        unsigned byte = (unsigned char)from[i];
        if (from[i] == '%') {
            cr_assert_eq(sscanf(from + i + 1, "%2X", &byte), 1);
            i += 2;
        }
        *to++ = (char)byte;
    }
    *to++ = '\0';
    return to;
}

/* Path and pairs out of the target, as the server does. */
static void set_target(struct stored *stored, const char *target)
{
    char *to = stored->decoded;
    size_t size = strcspn(target, "?");
    struct request *request = &stored->request;
    request->path = to;
    request->target = target;
    request->query = stored->pairs;
    request->query_count = 0;
    to = decode(to, target, size);
    for (const char *at = target + size; *at; at += size) {
        at++;
        size = strcspn(at, "&");
        const size_t name = strcspn(at, "=&");
        struct pair *pair = &stored->pairs[request->query_count++];
        pair->name = to;
        to = decode(to, at, name);
        pair->value = to;
        to = decode(to, at + name + (name < size), name < size ? size - name - 1 : 0);
    }
}

static void wake(void *context)
{
    struct stored *stored = context;
    pthread_mutex_lock(&stored->lock);
    stored->wakes++;
    pthread_cond_signal(&stored->woken);
    pthread_mutex_unlock(&stored->lock);
}

static uint64_t now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000 + (uint64_t)now.tv_nsec / 1000000;
}

static enum wait handle(struct stored *stored, struct intake **intake)
{
    const struct api_waiter waiter = {wake, stored};
    return intake ? api_begin(stored->worker, &stored->request, waiter, intake, &stored->reply)
                  : api_handle(stored->worker, &stored->request, waiter, &stored->reply);
}

/* Until it has not to wait any more; the status. */
static unsigned ask(struct stored *stored, struct intake **intake)
{
    const uint64_t began_ms = now_ms();
    stored->request.waited = WAIT_NONE;
    for (;;) {
        reply_done(&stored->reply);
        const unsigned before = stored->wakes;
        stored->request.waited_ms = (unsigned)(now_ms() - began_ms);
        stored->request.waited = handle(stored, intake);
        if (stored->request.waited == WAIT_NONE)
            return stored->reply.status;
        stored->waits++;
        pthread_mutex_lock(&stored->lock);
        while (stored->wakes == before)
            pthread_cond_wait(&stored->woken, &stored->lock);
        pthread_mutex_unlock(&stored->lock);
    }
}

unsigned stored_ask(struct stored *stored, const char *target)
{
    set_target(stored, target);
    return ask(stored, NULL);
}

unsigned stored_begin(struct stored *stored, const char *target, const char *content_type)
{
    set_target(stored, target);
    stored->request.method = METHOD_POST;
    stored->request.content_type = content_type;
    return ask(stored, &stored->request.intake);
}

unsigned stored_end(struct stored *stored)
{
    return ask(stored, NULL);
}

void stored_leave(struct stored *stored)
{
    reply_done(&stored->reply);
    reply_init(&stored->reply, &stored->request);
    if (stored->request.intake)
        stored->request.intake->free(stored->request.intake);
    stored->request.intake = NULL;
    stored->request.method = METHOD_GET;
    stored->request.content_type = NULL;
}

static json_t *read_body(const struct stored *stored)
{
    const char *text = stored->reply.constant ? stored->reply.constant : stored->reply.out.text;
    const size_t size = stored->reply.constant ? stored->reply.constant_size : stored->reply.out.size;
    json_error_t error;
    json_t *body = json_loadb(text, size, JSON_REJECT_DUPLICATES, &error);
    cr_assert(body, "%s in %.*s", error.text, (int)size, text);
    return body;
}

unsigned stored_send(struct stored *stored, enum method method, const char *target, const char *body)
{
    char *text = strdup(body);
    cr_assert(text);
    for (char *at = text; (at = strchr(at, '\'')); at++)
        *at = '"';
    stored->request.method = method;
    stored->request.body = text;
    stored->request.body_size = strlen(text);
    const unsigned status = stored_ask(stored, target);
    stored->request.method = METHOD_GET;
    stored->request.body = "";
    stored->request.body_size = 0;
    free(text);
    return status;
}

json_t *stored_body(const struct stored *stored)
{
    return read_body(stored);
}

json_t *stored_get(struct stored *stored, const char *target)
{
    const unsigned status = stored_ask(stored, target);
    cr_assert_eq(status, 200, "%s: %u %s", target, status, stored->reply.out.text);
    return read_body(stored);
}

json_t *stored_fail(struct stored *stored, const char *target, unsigned status, const char *code)
{
    cr_assert_eq(stored_ask(stored, target), status, "%s: %s", target, stored->reply.out.text);
    json_t *body = read_body(stored);
    cr_assert_str_eq(stored_text(body, "code"), code);
    cr_assert_str_eq(stored->reply.content_type, "application/problem+json");
    cr_assert_eq(json_integer_value(json_object_get(body, "status")), status);
    cr_assert_eq(stored->reply.cache, CACHE_NO_STORE);
    cr_assert_str_empty(stored->reply.etag);
    return body;
}

const json_t *stored_at(const json_t *json, const char *path)
{
    while (json && *path) {
        char key[64] = "";
        const size_t size = strcspn(path, ".");
        cr_assert_lt(size, sizeof key);
        memcpy(key, path, size);
        json =
            json_is_array(json) ? json_array_get(json, strtoul(key, NULL, 10)) : json_object_get(json, key);
        path += size + (path[size] == '.');
    }
    return json;
}

const char *stored_text(const json_t *json, const char *path)
{
    return json_string_value(stored_at(json, path));
}

const char *stored_ids(const json_t *list)
{
    static char ids[4096];
    size_t i;
    const json_t *item;
    *ids = '\0';
    json_array_foreach(list, i, item)
    {
        const char *id = json_is_string(item) ? json_string_value(item) : stored_text(item, "id");
        cr_assert_lt(strlen(ids) + strlen(id ? id : "?") + 2, sizeof ids);
        strcat(strcat(ids, *ids ? "," : ""), id ? id : "?");
    }
    return ids;
}

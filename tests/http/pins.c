/* Asks pinned addresses and keeps what came. */
#include "pins.h"
#include "wire.h"

#include <criterion/criterion.h>
#include <jansson.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

const struct pin pins[] = {
    {"get_service", "/v1?known_at="},
    {"get_service", "/v1?pretty&known_at="},
    {"get_chips", "/v1/chips?date=2026-06-01&limit=60&known_at="},
    {"get_chips", "/v1/chips?date=2026-06-01&limit=100&facets=vendor,kind,segment,market,family&known_at="},
    {"get_chips", "/v1/chips?date=2026-06-01&vendor=NVIDIA,AMD&tpp.gte=1600&sort=-tpp&limit=25&known_at="},
    {"get_chips", "/v1/chips?date=2026-06-01&q=h20&facets=vendor&known_at="},
    {"get_chips", "/v1/chips?date=2026-06-01&q=hopper%20nvlink&known_at="},
    {"get_chips", "/v1/chips?date=2026-06-01&die_area_mm2.null=true&fields=id,name,metrics.tpp&known_at="},
    {"get_chips", "/v1/chips?date=2026-06-01&limit=200&format=csv&known_at="},
    {"get_chips", "/v1/chips?date=2026-06-01&limit=200&format=ndjson&sort=released_on&known_at="},
    {"get_chip", "/v1/chips/h20?date=2026-06-01&known_at="},
    {"get_chip", "/v1/chips/H100%20SXM?date=2026-06-01&known_at="},
    {"get_chip", "/v1/chips/amd-mi100?date=2026-06-01&known_at="},
    {"get_rulings", "/v1/rulings?date=2026-06-01&limit=20&facets=jurisdiction,kind,standing&known_at="},
    {"get_rulings", "/v1/rulings?date=2025-05-01&status=in_force&chip=h20&destination=CN&known_at="},
    {"get_rulings", "/v1/rulings?date=2026-12-01&status=suspended,scheduled&known_at="},
    {"get_rulings", "/v1/rulings?date=2026-06-01&q=affiliates%20rule&known_at="},
    {"get_rulings", "/v1/rulings?date=2026-06-01&limit=200&format=csv&known_at="},
    {"get_ruling", "/v1/rulings/us-bis-2025-04-09-nvidia-h20-letter?date=2025-05-01&known_at="},
    {"get_ruling", "/v1/rulings/us-bis-2023-10-17-acs-ifr?date=2026-06-01&known_at="},
    {"get_ruling", "/v1/rulings/us-bis-2025-09-29-affiliates-rule?date=2026-12-01&known_at="},
    {"get_events", "/v1/events?chip=h20&limit=20&facets=category&known_at="},
    {"get_events", "/v1/events?q=h20%20licenses&known_at="},
    {"get_events", "/v1/events?date.gte=2026-01-01&sort=date&limit=100&format=ndjson&known_at="},
    {"get_events", "/v1/events?chip=h20&limit=20&format=atom&known_at="},
    {"get_event", "/v1/events/2025-05-13-ai-diffusion-rescinded?date=2026-06-01&known_at="},
    {"get_destinations", "/v1/destinations?date=2026-07-09&group=D:4&known_at="},
    {"get_destinations", "/v1/destinations?date=2026-06-01&q=china&facets=region&known_at="},
    {"get_destinations", "/v1/destinations?date=2026-06-01&limit=200&format=csv&known_at="},
    {"get_destination", "/v1/destinations/CN?date=2026-06-01&known_at="},
    {"get_destination", "/v1/destinations/uae?date=2026-07-10&known_at="},
    {"get_groups", "/v1/groups?date=2026-06-01&known_at="},
    {"get_group", "/v1/groups/D:5?date=2026-06-01&known_at="},
    {"get_disputes", "/v1/disputes?date=2026-06-01&limit=10&known_at="},
    {"get_disputes", "/v1/disputes?date=2026-06-01&q=affiliates&known_at="},
    {"get_dispute", "/v1/disputes/affiliates-rule-after-2026-11-09?date=2026-06-01&known_at="},
    {"get_changes", "/v1/changes?limit=200&facets=kind,op&known_at="},
    {"get_changes", "/v1/changes?kind=chip&sort=-seq&limit=100&format=csv&known_at="},
    {"get_changes", "/v1/changes?kind=ruling&limit=100&format=atom&known_at="},
    {"get_eligibility", "/v1/eligibility?chip=h20&destination=CN&date=2025-05-01&explain=none&known_at="},
    {"get_eligibility", "/v1/eligibility?chip=h20&destination=china&date=2025-05-01&pretty&known_at="},
    {"get_eligibility", "/v1/eligibility?chip=h200&destination=CN&date=2026-01-10&explain=full&known_at="},
    {"get_eligibility",
     "/v1/eligibility?chip=b200&destination=SG&hq=CN&date=2026-12-01&explain=full&known_at="},
    {"get_eligibility",
     "/v1/eligibility?chip=trainium1&destination=CN&date=2026-06-01&explain=full&known_at="},
    {"get_eligibility", "/v1/eligibility?chip=h100&destination=SG&export_from=MY&date=2026-06-01&known_at="},
    {"get_matrix", "/v1/matrix?date=2026-12-01&limit=200&known_at="},
    {"get_matrix", "/v1/matrix?date=2025-05-01&chips=h20,h100,b200&format=csv&hq=CN&known_at="},
    {"get_diff", "/v1/diff?from=2025-04-08&to=2025-04-09&limit=20&known_at="},
    {"get_diff", "/v1/diff?from=2026-07-09&to=2026-07-10&destinations=AE&format=ndjson&known_at="},
    {"get_diff", "/v1/diff?to=2026-06-01&known_from=1&changed=outcome,policy&known_at="},
    {"get_history", "/v1/history?chip=h200&destination=CN&from=2023-01-01&known_at="},
    {"get_history", "/v1/history?chip=h20&destination=CN&from=2025-01-01&to=2026-11-01&known_at="},
    {NULL, NULL}};

enum { PINS_MAX = sizeof pins / sizeof pins[0] };

/* One answer, or a list's pages one after the other. */
struct print {
    unsigned status;
    size_t pages;
    char etag[128];
    char cache_control[64];
    char data_version[24];
    char content_type[64];
    char link[1024];
    unsigned char hash[32];
    size_t first_size; /* of the first page */
    char *first;       /* its body, to show a difference; owned */
};

struct prints {
    int64_t version;
    struct print items[PINS_MAX];
};

static void request_text(char *request, size_t size, const char *method, const char *target,
                         const char *headers)
{
    const int length =
        snprintf(request, size, "%s %s HTTP/1.1\r\nHost: t\r\n%s\r\n", method, target, headers);
    cr_assert(length > 0 && (size_t)length < size, "%s", target);
}

static void pin_target(const struct pin *pin, int64_t version, char target[static 1024])
{
    snprintf(target, 1024, "%s%lld", pin->target, (long long)version);
}

static void read_header(const struct answer *answer, const char *name, char *to, size_t size)
{
    char value[1024];
    answer_header(answer, name, value);
    cr_assert_lt(strlen(value), size, "%s", value);
    memcpy(to, value, strlen(value) + 1);
}

/* The address of the next page from the Link header, which all forms of a list have; false at its end. */
static bool find_next(const struct answer *answer, char next[static 1024])
{
    char link[1024];
    answer_header(answer, "Link", link);
    const char *end = strstr(link, ">; rel=\"next\"");
    if (!end)
        return false;
    snprintf(next, 1024, "%.*s", (int)(end - link - 1), link + 1);
    return true;
}

static void take_first(struct print *print, const struct answer *answer)
{
    print->status = answer->status;
    read_header(answer, "ETag", print->etag, sizeof print->etag);
    read_header(answer, "Cache-Control", print->cache_control, sizeof print->cache_control);
    read_header(answer, "Data-Version", print->data_version, sizeof print->data_version);
    read_header(answer, "Content-Type", print->content_type, sizeof print->content_type);
    read_header(answer, "Link", print->link, sizeof print->link);
    print->first = malloc(answer->body_size + 1);
    memcpy(print->first, answer->body, answer->body_size + 1);
    print->first_size = answer->body_size;
}

/* Every page on a connection of its own, so that each loop is asked. */
static struct print take(const struct server *server, const struct pin *pin, int64_t version)
{
    struct print print = {0};
    crypto_generichash_state state;
    char target[1024];
    bool more = true;
    cr_assert_eq(crypto_generichash_init(&state, NULL, 0, sizeof print.hash), 0);
    for (pin_target(pin, version, target); more; print.pages++) {
        char request[2048];
        struct answer answer;
        request_text(request, sizeof request, "GET", target, "");
        wire_ask(server, request, &answer);
        if (print.pages == 0)
            take_first(&print, &answer);
        crypto_generichash_update(&state, (const unsigned char *)answer.body, answer.body_size);
        more = find_next(&answer, target);
        cr_assert_lt(print.pages, 100);
        answer_done(&answer);
    }
    crypto_generichash_final(&state, print.hash, sizeof print.hash);
    return print;
}

struct prints *prints_take(const struct server *server, int64_t version)
{
    struct prints *prints = calloc(1, sizeof *prints);
    cr_assert(prints);
    cr_assert_geq(sodium_init(), 0);
    prints->version = version;
    for (size_t i = 0; pins[i].target; i++) {
        prints->items[i] = take(server, &pins[i], version);
        cr_assert_eq(prints->items[i].status, 200, "%s%lld: %s", pins[i].target, (long long)version,
                     prints->items[i].first);
    }
    return prints;
}

void prints_free(struct prints *prints)
{
    for (size_t i = 0; prints && i < PINS_MAX; i++)
        free(prints->items[i].first);
    free(prints);
}

static void tell_difference(const struct print *before, const struct print *after, const struct pin *pin,
                            const char *when)
{
    size_t at = 0;
    while (at < before->first_size && at < after->first_size && before->first[at] == after->first[at])
        at++;
    const size_t from = at < 60 ? 0 : at - 60;
    cr_expect_fail("%s %s: other bytes, of the first page from %zu on:\n  %.160s\n  %.160s", pin->target,
                   when, at, before->first + from, after->first + (from < after->first_size ? from : 0));
}

static void expect_header(const char *name, const char *before, const char *after, const struct pin *pin,
                          const char *when)
{
    cr_expect_str_eq(after, before, "%s %s: %s is %s, was %s", pin->target, when, name, after, before);
}

static void expect_same(const struct print *before, const struct print *after, const struct pin *pin,
                        const char *when)
{
    if (before->pages != after->pages || memcmp(before->hash, after->hash, sizeof before->hash) != 0)
        tell_difference(before, after, pin, when);
    cr_expect_eq(after->status, before->status, "%s %s", pin->target, when);
    expect_header("ETag", before->etag, after->etag, pin, when);
    expect_header("Cache-Control", before->cache_control, after->cache_control, pin, when);
    expect_header("Data-Version", before->data_version, after->data_version, pin, when);
    expect_header("Content-Type", before->content_type, after->content_type, pin, when);
    expect_header("Link", before->link, after->link, pin, when);
}

void prints_compare(const struct prints *prints, const struct server *server, const char *when)
{
    for (size_t i = 0; pins[i].target; i++) {
        struct print again = take(server, &pins[i], prints->version);
        expect_same(&prints->items[i], &again, &pins[i], when);
        free(again.first);
    }
}

void prints_expect_kept(const struct prints *prints)
{
    char version[24];
    snprintf(version, sizeof version, "%lld", (long long)prints->version);
    for (size_t i = 0; pins[i].target; i++) {
        const struct print *print = &prints->items[i];
        cr_expect_str_eq(print->cache_control, "public, max-age=86400", "%s", pins[i].target);
        cr_expect_str_eq(print->data_version, version, "%s", pins[i].target);
        cr_expect_gt(strlen(print->etag), 2, "%s", pins[i].target);
    }
}

void prints_expect_known(const struct prints *prints, const struct server *server)
{
    for (size_t i = 0; pins[i].target; i++) {
        char target[1024];
        char condition[256];
        char request[2048];
        struct answer answer;
        pin_target(&pins[i], prints->version, target);
        snprintf(condition, sizeof condition, "If-None-Match: %s\r\n", prints->items[i].etag);
        request_text(request, sizeof request, "GET", target, condition);
        wire_ask(server, request, &answer);
        cr_expect_eq(answer.status, 304, "%s with %s", target, prints->items[i].etag);
        answer_done(&answer);
    }
}

/* Inflates the body in place where it came compressed. */
static void inflate_body(struct answer *answer, size_t expected_size)
{
    char coding[1024];
    answer_header(answer, "Content-Encoding", coding);
    if (strcmp(coding, "gzip") != 0)
        return;
    char *plain = malloc(expected_size + 1);
    z_stream stream = {.next_in = (Bytef *)answer->body,
                       .avail_in = (uInt)answer->body_size,
                       .next_out = (Bytef *)plain,
                       .avail_out = (uInt)expected_size + 1};
    cr_assert_eq(inflateInit2(&stream, MAX_WBITS + 16), Z_OK);
    cr_expect_eq(inflate(&stream, Z_FINISH), Z_STREAM_END);
    free(answer->body);
    answer->body = plain;
    answer->body_size = stream.total_out;
    inflateEnd(&stream);
}

void prints_compare_compressed(const struct prints *prints, const struct server *server)
{
    for (size_t i = 0; pins[i].target; i++) {
        const struct print *print = &prints->items[i];
        char target[1024];
        char request[2048];
        char etag[128];
        struct answer answer;
        pin_target(&pins[i], prints->version, target);
        request_text(request, sizeof request, "GET", target, "Accept-Encoding: gzip\r\n");
        wire_ask(server, request, &answer);
        inflate_body(&answer, print->first_size);
        cr_expect(answer.body_size == print->first_size &&
                      memcmp(answer.body, print->first, print->first_size) == 0,
                  "%s compressed: other bytes", target);
        /* The ETag of a coding is that of the plain one with a mark before its closing quote. */
        read_header(&answer, "ETag", etag, sizeof etag);
        cr_expect_eq(strncmp(etag, print->etag, strlen(print->etag) - 1), 0, "%s: %s", target, etag);
        answer_done(&answer);
    }
}

void prints_compare_heads(const struct prints *prints, const struct server *server)
{
    for (size_t i = 0; pins[i].target; i++) {
        const struct print *print = &prints->items[i];
        char target[1024];
        char request[2048];
        char length[1024];
        struct answer answer;
        pin_target(&pins[i], prints->version, target);
        request_text(request, sizeof request, "HEAD", target, "");
        wire_ask(server, request, &answer);
        struct print head = {.pages = print->pages};
        take_first(&head, &answer);
        memcpy(head.hash, print->hash, sizeof head.hash);
        expect_same(print, &head, &pins[i], "by HEAD");
        cr_expect_eq(strtoul(answer_header(&answer, "Content-Length", length), NULL, 10), print->first_size,
                     "%s: %s", target, length);
        free(head.first);
        answer_done(&answer);
    }
}

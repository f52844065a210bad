#include "api/write.h"

#include "api/digest.h"
#include "api/member.h"
#include "db/catalogue.h"
#include "db/report.h"
#include "db/revisions.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Somebody else may write while we check; then all is checked again against what they wrote. */
#define ATTEMPTS_MAX 5

static void free_write(struct job *job)
{
    write_close((struct write *)job);
}

void write_close(struct write *write)
{
    if (!write)
        return;
    for (size_t i = 0; i < write->count; i++) {
        free((void *)(uintptr_t)write->changes[i].id);
        json_decref((json_t *)(uintptr_t)write->changes[i].document);
    }
    faults_done(&write->faults);
    free(write->note);
    free(write);
}

/* A lapse is told until somebody has looked since: nobody has looked at a day to come. East of us it may be
 * tomorrow already. */
static void check_verification(struct write *write, const json_t *document, const char *pointer)
{
    struct date day;
    const char *text = json_string_value(json_object_get(document, "verified_through"));
    if (!text || !date_parse(text, &day) || day.ymd <= date_add_days(write->today, 1).ymd)
        return;
    char member[WRITE_POINTER_SIZE + 20];
    snprintf(member, sizeof member, "%s/verified_through", pointer);
    faults_add(&write->faults, member, "Lies after today: nobody can have verified a day to come.");
}

/* As it will be stored. */
static json_t *copy_document(struct write *write, const struct change *change, const char *pointer)
{
    json_t *stored = json_deep_copy(change->document);
    if (!stored) {
        write->short_of_memory = true;
        return NULL;
    }
    document_remove_derived(change->kind, stored);
    document_check_shape(change->kind, stored, pointer, &write->faults);
    check_verification(write, stored, pointer);
    const char *key = kinds[change->kind].id_key;
    const char *own = json_string_value(json_object_get(stored, key));
    if (own && strcmp(own, change->id) != 0) {
        char member[WRITE_POINTER_SIZE + 16];
        snprintf(member, sizeof member, "%s/%s", pointer, key);
        faults_add(&write->faults, member, "Is to be recorded as '%.96s': the two must be the same.",
                   change->id);
    }
    return stored;
}

void write_add(struct write *write, const struct change *change, const struct expectation *expected,
               const char *pointer)
{
    const size_t at = write->count++;
    write->changes[at] = *change;
    write->changes[at].document = change->document ? copy_document(write, change, pointer) : NULL;
    write->changes[at].id = strdup(change->id);
    write->expected[at] = *expected;
    snprintf(write->pointers[at], WRITE_POINTER_SIZE, "%s", pointer);
    if (!write->changes[at].id)
        write->short_of_memory = true;
}

/* --- on the thread that writes --- */

/* How a document stands at the head. */
struct found {
    const struct change *change;
    int64_t revision; /* 0: it does not exist */
    bool just_so;     /* as the change would have it */
    bool failed;      /* memory is short: that is not known */
};

static bool compare_found(const struct document *document, void *context)
{
    struct found *found = context;
    struct json_out wanted = {0};
    found->revision = document->revision;
    if (found->change->op == CHANGE_DELETE)
        return false;
    json_out_value(&wanted, found->change->document);
    found->failed = !json_out_finish(&wanted);
    found->just_so = !found->failed && wanted.size == document->body.size &&
                     memcmp(wanted.text, document->body.text, wanted.size) == 0;
    json_out_done(&wanted);
    return false;
}

static bool is_expected(const struct expectation *expected, int64_t revision)
{
    if (expected->any || expected->count == 0)
        return expected->any == (revision > 0);
    for (size_t i = 0; i < expected->count; i++) {
        if (expected->revisions[i] == revision)
            return true;
    }
    return false;
}

static void tell_stale(struct write *write, size_t at, int64_t revision, int64_t gone_since)
{
    const struct change *change = &write->changes[at];
    const char *kind = kinds[change->kind].name, *pointer = write->pointers[at];
    if (revision > 0)
        faults_add(&write->faults, pointer, "The %s %s stands at revision %" PRId64 "%s.", kind, change->id,
                   revision, write->expected[at].count > 0 ? ", which is not the one named" : " already");
    else if (gone_since > 0)
        faults_add(&write->faults, pointer, "The %s %s was deleted in revision %" PRId64 ".", kind,
                   change->id, gone_since);
    else
        faults_add(&write->faults, pointer, "There is no %s %s.", kind, change->id);
}

/* Whether it was deleted after every state that it was expected in: then by this very change, or to the same
 * end. */
static bool was_deleted_since(const struct expectation *expected, int64_t gone_since)
{
    for (size_t i = 0; i < expected->count; i++) {
        if (expected->revisions[i] < 0 || expected->revisions[i] >= gone_since)
            return false;
    }
    return gone_since > 0 && expected->count > 0;
}

/* Who repeats a change that was made, because the answer was lost, finds it made: what stands just so already
 * is never stale. */
static bool check_expectations(struct write *write, struct store *store, int64_t head)
{
    for (size_t i = 0; i < write->count; i++) {
        struct found found = {.change = &write->changes[i]};
        int64_t gone_since = 0;
        if (catalogue_find(store, write->changes[i].kind, write->changes[i].id, head, compare_found, &found,
                           &gone_since) == FIND_FAILED ||
            found.failed)
            return false;
        if (i == 0)
            write->created = found.revision == 0;
        if (write->changes[i].op == CHANGE_DELETE)
            found.just_so = was_deleted_since(&write->expected[i], gone_since);
        if (!found.just_so && !is_expected(&write->expected[i], found.revision))
            tell_stale(write, i, found.revision, gone_since);
    }
    return true;
}

/* Whether all that is wrong is wrong with deletions. */
static bool only_references(const struct write *write)
{
    for (size_t i = 0; i < write->faults.count; i++) {
        size_t k = 0;
        while (k < write->count && (write->changes[k].op != CHANGE_DELETE ||
                                    strcmp(write->pointers[k], write->faults.items[i].pointer) != 0))
            k++;
        if (k == write->count)
            return false;
    }
    return true;
}

static enum write_outcome record(struct write *write, struct store *store, int64_t head)
{
    const struct change_set set = {
        .actor = write->actor, .note = write->note, .changes = write->changes, .count = write->count};
    const uint64_t began_us = meter_now_us();
    const enum record_outcome outcome = record_change_set(store, head, &set, &write->seq);
    if (outcome == RECORD_DONE)
        meter_time(&write->meters->commit, meter_now_us() - began_us);
    switch (outcome) {
    case RECORD_DONE:
        write->recorded = true;
        return WRITE_DONE;
    case RECORD_NOTHING:
        return WRITE_DONE;
    case RECORD_HEAD_MOVED:
        return WRITE_BUSY;
    case RECORD_NO_SPACE:
        return WRITE_NO_SPACE;
    case RECORD_FAILED:
        break;
    }
    return WRITE_FAILED;
}

static enum write_outcome attempt(struct write *write, struct store *store)
{
    const char *pointers[WRITE_CHANGES_MAX];
    for (size_t i = 0; i < write->count; i++)
        pointers[i] = write->pointers[i];
    const int64_t head = store_head(store);
    if (head < 0 || !check_expectations(write, store, head))
        return WRITE_FAILED;
    if (write->faults.total > 0)
        return WRITE_STALE;
    if (!document_check_meaning(store, write->changes, write->count, pointers, &write->faults))
        return WRITE_FAILED;
    if (write->faults.total > 0)
        return only_references(write) ? WRITE_STILL_REFERENCED : WRITE_INVALID;
    return record(write, store, head);
}

static void run_write(struct job *job, struct store *store)
{
    struct write *write = (struct write *)job;
    write->outcome = store_settle(store) ? WRITE_BUSY : WRITE_FAILED;
    for (int i = 0; i < ATTEMPTS_MAX && write->outcome == WRITE_BUSY; i++)
        write->outcome = attempt(write, store);
    const bool unchanged = write->outcome == WRITE_DONE && !write->recorded;
    atomic_fetch_add(&write->meters->writes[unchanged ? METER_WRITES - 1 : (size_t)write->outcome], 1);
}

/* --- on the loop --- */

struct write *write_open(const struct context *context, const char *note)
{
    struct write *write = calloc(1, sizeof *write);
    if (!write)
        return NULL;
    write->job = (struct job){.run = run_write, .free = free_write};
    write->meters = context->meters;
    write->today = context->request->today;
    snprintf(write->actor, sizeof write->actor, "%s", context->bearer->name);
    write->note = strdup(note ? note : "");
    write->short_of_memory = !write->note;
    return write;
}

enum problem write_submit(const struct context *context, struct write *write, struct reply *reply)
{
    if (!write->short_of_memory && !write->faults.short_of_memory && write->faults.total == 0)
        return context_run(context, LANE_WRITE, &write->job, reply);
    const enum problem problem = write->faults.total > 0 && !write->short_of_memory
                                     ? reply_fail_faults(reply, PROBLEM_INVALID_CONTENT, &write->faults)
                                     : reply_fail(reply, PROBLEM_OVERLOADED, "Out of memory.");
    write_close(write);
    return problem;
}

const struct write *write_finished(const struct context *context)
{
    return (const struct write *)context->finished;
}

enum problem write_refusal(const struct write *write, const struct context *context, struct reply *reply)
{
    switch (write->outcome) {
    case WRITE_DONE:
        if (context->at >= write->seq)
            return PROBLEM_NONE;
        return reply_fail(reply, PROBLEM_OVERLOADED,
                          "It is recorded as data version %" PRId64 ", which is not served yet.", write->seq);
    case WRITE_STALE:
        return reply_fail_faults(reply, PROBLEM_PRECONDITION_FAILED, &write->faults);
    case WRITE_INVALID:
        return reply_fail_faults(reply, PROBLEM_INVALID_CONTENT, &write->faults);
    case WRITE_STILL_REFERENCED:
        return reply_fail_faults(reply, PROBLEM_STILL_REFERENCED, &write->faults);
    case WRITE_NO_SPACE:
        return reply_fail(reply, PROBLEM_NO_SPACE, "The disk is full; nothing was recorded.");
    case WRITE_BUSY:
        return reply_fail(reply, PROBLEM_OVERLOADED,
                          "Others keep writing to the store; nothing was recorded, try again shortly.");
    case WRITE_FAILED:
        break;
    }
    return reply_fail(
        reply, PROBLEM_INTERNAL,
        "The store failed; the change may or may not have been recorded. Repeat the request with the "
        "same precondition: the answer says what became of it.");
}

static void write_changes(struct json_out *out, const struct write *write)
{
    json_out_begin_array(out);
    for (size_t i = 0; i < write->count; i++) {
        const struct change *change = &write->changes[i];
        json_out_begin_object(out);
        member_text(out, "op", change->op == CHANGE_PUT ? "put" : "delete");
        member_text(out, "kind", kinds[change->kind].name);
        member_text(out, "id", change->id);
        json_out_end_object(out);
    }
    json_out_end_array(out);
}

enum problem write_receipt(const struct write *write, const struct context *context, struct reply *reply)
{
    struct revision revision = {0};
    char digest[DIGEST_TEXT_SIZE];
    if (write->recorded && !revisions_find(context->store, write->seq, &revision))
        return context_fail(context, reply);
    digest_format(revision.digest, digest);
    struct json_out *out = reply_json(reply);
    json_out_begin_object(out);
    member_boolean(out, "recorded", write->recorded);
    member_integer(out, "data_version", write->seq);
    member_text(out, "recorded_at", revision.recorded_at);
    member_text(out, "actor", revision.actor);
    member_text(out, "note", revision.note);
    member_text(out, "digest", write->recorded ? digest : NULL);
    json_out_key(out, "changes");
    write_changes(out, write);
    json_out_end_object(out);
    return PROBLEM_NONE;
}

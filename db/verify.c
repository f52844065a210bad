#include "db/verify.h"

#include "db/chain.h"
#include "db/compare.h"
#include "db/projection.h"
#include "db/report.h"
#include "db/sqlite.h"

#include <stdio.h>
#include <string.h>

struct chain {
    struct verification *verification;
    struct store *copy; /* gets the log row by row */
    unsigned char previous[REVISION_DIGEST_SIZE];
    bool failed;
};

static bool check_pages(struct store *store, struct verification *verification, bool *failed)
{
    sqlite3_stmt *statement = sqlite_statement(store, SQL_CHECK_PAGES);
    if (!statement || sqlite_step(store, statement) != FETCH_ROW) {
        *failed = true;
        return false;
    }
    verification->sound = strcmp(sqlite_text(statement, 0), "ok") == 0;
    if (!verification->sound)
        snprintf(verification->fault, STORE_REASON_SIZE,
                 "the file is damaged: %.300s: restore it from a backup", sqlite_text(statement, 0));
    sqlite_end(statement);
    return verification->sound;
}

static bool check_revision(const struct revision *revision, void *context)
{
    struct chain *chain = context;
    struct verification *verification = chain->verification;
    unsigned char digest[REVISION_DIGEST_SIZE];
    const int64_t expected = verification->revisions + 1;
    chain_digest(expected == 1 ? NULL : chain->previous, revision, digest);
    verification->sound = revision->seq == expected && memcmp(digest, revision->digest, sizeof digest) == 0;
    if (!verification->sound) {
        snprintf(verification->fault, STORE_REASON_SIZE,
                 revision->seq == expected
                     ? "table revision: the row %lld does not match its digest: the log was changed after it "
                       "was recorded, "
                       "restore it from a backup"
                     : "table revision: the row %lld is missing: restore it from a backup",
                 (long long)expected);
        return false;
    }
    verification->revisions = expected;
    memcpy(chain->previous, digest, sizeof digest);
    chain_format(digest, verification->head_digest);
    chain->failed = !revisions_append(chain->copy, revision);
    return !chain->failed;
}

static bool check_chain(struct store *store, struct chain *chain)
{
    if (!revisions_read(store, 0, check_revision, chain))
        chain->failed = true;
    return !chain->failed;
}

static bool replay(struct store *store, struct store *copy)
{
    return sqlite_execute(copy, "BEGIN") && projection_replay(store, copy) && sqlite_execute(copy, "COMMIT");
}

static void run(struct store *store, struct chain *chain)
{
    struct verification *verification = chain->verification;
    if (!check_pages(store, verification, &chain->failed) || !check_chain(store, chain) || chain->failed ||
        !verification->sound)
        return;
    /* What the log holds now belongs to an unbroken chain; a replay of it can fail only for want of memory.
     */
    if (!replay(store, chain->copy)) {
        chain->failed = true;
        return;
    }
    verification->sound = compare_stores(store, chain->copy, verification->fault, &chain->failed);
}

bool store_verify(struct store *store, struct verification *verification)
{
    char reason[STORE_REASON_SIZE];
    struct verification found = {.sound = true};
    struct chain chain = {.verification = &found};
    bool own;
    if (!store_open(":memory:", STORE_WRITE, &chain.copy, reason)) {
        report_error("%s", reason);
        return false;
    }
    chain.failed = !sqlite_read_begin(store, &own);
    if (!chain.failed) {
        run(store, &chain);
        sqlite_read_end(store, own);
    }
    store_close(chain.copy);
    if (!chain.failed)
        *verification = found;
    return !chain.failed;
}

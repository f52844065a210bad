/* What a file of questions costs when each line is asked by SQL: by_sql DATABASE FILE reads NDJSON lines of
 * chip, destination and date, asks the peers' database (tests/bench/peers/make_db.py) with three prepared
 * statements a line in one read transaction, and prints how many lines a second. No HTTP and no JSON library:
 * this is SQL at its best. */
#include <sqlite3.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define LINE_MAX_SIZE 512
#define TEXT_MAX 64

struct question {
    char chip[TEXT_MAX];
    char destination[TEXT_MAX];
    char date[TEXT_MAX];
};

enum { FIND_CHIP, FIND_PLACE, FIND_PROVISIONS, STATEMENTS };

static const char *const sql[STATEMENTS] = {
    [FIND_CHIP] = "SELECT no FROM chip WHERE id = ?",
    [FIND_PLACE] = "SELECT name FROM place WHERE code = ?",
    [FIND_PROVISIONS] =
        "SELECT p.id, p.effect, p.policy FROM caught c JOIN provision p ON p.no = c.provision "
        "WHERE c.chip = ?1 AND p.from_day <= ?3 AND p.until_day > ?3 "
        "AND EXISTS (SELECT 1 FROM reach r WHERE r.provision = p.no AND r.excluded = 0 AND (r.place IN ('*', "
        "?2) OR r.place IN "
        "(SELECT m.\"group\" FROM membership m WHERE m.place = ?2 AND m.from_day <= ?3 AND m.until_day > "
        "?3))) "
        "AND NOT EXISTS (SELECT 1 FROM reach r WHERE r.provision = p.no AND r.excluded = 1 AND (r.place = ?2 "
        "OR r.place IN "
        "(SELECT m.\"group\" FROM membership m WHERE m.place = ?2 AND m.from_day <= ?3 AND m.until_day > "
        "?3))) "
        "ORDER BY p.severity DESC, p.id"};

static bool take(const char *line, const char *key, char value[static TEXT_MAX])
{
    const char *at = strstr(line, key);
    const char *end = at ? strchr(at + strlen(key), '"') : NULL;
    if (!end || end - at - (long)strlen(key) >= TEXT_MAX)
        return false;
    const size_t size = (size_t)(end - at) - strlen(key);
    memcpy(value, at + strlen(key), size);
    value[size] = '\0';
    return true;
}

static bool parse(const char *line, struct question *question)
{
    return take(line, "\"chip\":\"", question->chip) &&
           take(line, "\"destination\":\"", question->destination) &&
           take(line, "\"date\":\"", question->date);
}

static bool find(sqlite3_stmt *statement, const char *key)
{
    sqlite3_reset(statement);
    sqlite3_bind_text(statement, 1, key, -1, SQLITE_STATIC);
    return sqlite3_step(statement) == SQLITE_ROW;
}

/* How many provisions answer it; -1: nothing is known by that name. */
static int ask(sqlite3_stmt *statements[STATEMENTS], const struct question *question)
{
    if (!find(statements[FIND_CHIP], question->chip) || !find(statements[FIND_PLACE], question->destination))
        return -1;
    sqlite3_stmt *provisions = statements[FIND_PROVISIONS];
    sqlite3_reset(provisions);
    sqlite3_bind_int64(provisions, 1, sqlite3_column_int64(statements[FIND_CHIP], 0));
    sqlite3_bind_text(provisions, 2, question->destination, -1, SQLITE_STATIC);
    sqlite3_bind_text(provisions, 3, question->date, -1, SQLITE_STATIC);
    int count = 0;
    while (sqlite3_step(provisions) == SQLITE_ROW)
        count++;
    return count;
}

static bool ask_all(sqlite3_stmt *statements[STATEMENTS], FILE *file, unsigned long *lines)
{
    char line[LINE_MAX_SIZE];
    struct question question;
    for (*lines = 0; fgets(line, sizeof line, file); ++*lines) {
        if (!parse(line, &question) || ask(statements, &question) < 0) {
            fprintf(stderr, "by_sql: line %lu is not understood: %s", *lines + 1, line);
            return false;
        }
    }
    return *lines > 0;
}

static double now_s(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

int main(int argc, char **argv)
{
    sqlite3 *db = NULL;
    sqlite3_stmt *statements[STATEMENTS] = {NULL};
    FILE *file = argc == 3 ? fopen(argv[2], "r") : NULL;
    if (!file ||
        sqlite3_open_v2(argv[1], &db, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK) {
        fprintf(stderr, "usage: by_sql DATABASE FILE\n");
        sqlite3_close(db);
        if (file)
            fclose(file);
        return 2;
    }
    bool ok = sqlite3_exec(db, "BEGIN", NULL, NULL, NULL) == SQLITE_OK;
    for (int i = 0; i < STATEMENTS && ok; i++)
        ok = sqlite3_prepare_v2(db, sql[i], -1, &statements[i], NULL) == SQLITE_OK;
    if (!ok)
        fprintf(stderr, "by_sql: %s\n", sqlite3_errmsg(db));
    unsigned long lines = 0;
    const double start = now_s();
    ok = ok && ask_all(statements, file, &lines);
    if (ok)
        printf("%.1f\n", (double)lines / (now_s() - start));
    for (int i = 0; i < STATEMENTS; i++)
        sqlite3_finalize(statements[i]);
    sqlite3_close(db);
    fclose(file);
    return ok ? 0 : 1;
}

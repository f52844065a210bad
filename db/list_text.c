/* Full text as a query of FTS5 that cannot fail: every word quoted, all of them wanted, the last as a prefix
 * too where that is asked for. */

#include "db/list_text.h"

#include "db/json_out.h"
#include "db/word_endings.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#define WORDS_MAX 32

static bool has_letter(const char *word, size_t size)
{
    for (size_t i = 0; i < size; i++) {
        if (isalnum((unsigned char)word[i]) || (unsigned char)word[i] >= 0x80)
            return true;
    }
    return false;
}

static void quote(struct json_out *out, const char *word, size_t size)
{
    json_out_bytes(out, out->size ? " \"" : "\"", out->size ? 2 : 1);
    for (size_t i = 0; i < size; i++)
        json_out_bytes(out, word[i] == '"' ? "\"\"" : word + i, word[i] == '"' ? 2 : 1);
    json_out_bytes(out, "\"", 1);
}

/* Puts what the last word may go on as in its place, which begins there. */
static bool lengthen(struct store *store, struct json_out *out, size_t last, const char *word, size_t size)
{
    struct text_cutter cutter = {.state = NULL};
    struct json_out endings = {0};
    char *phrase = strndup(word, size);
    const bool done = phrase && text_cutter_open(store, &cutter) &&
                      word_endings_write(store, &cutter, phrase, false, &endings) &&
                      json_out_finish(&endings);
    text_cutter_close(&cutter);
    free(phrase);
    if (done && endings.size > 0) {
        out->size = last;
        json_out_bytes(out, " AND ", last > 0 ? 5 : 0);
        json_out_bytes(out, endings.text, endings.size);
    } else {
        json_out_bytes(out, "*", 1);
    }
    json_out_done(&endings);
    return done;
}

char *list_text_query(struct store *store, const char *text, bool beginning, bool *failed)
{
    static const char gaps[] = " \t\r\n\v\f";
    struct json_out out = {0};
    const char *word = "";
    size_t words = 0, last = 0, length = 0;
    for (const char *at = text + strspn(text, gaps); *at && words <= WORDS_MAX; at += strspn(at, gaps)) {
        const size_t size = strcspn(at, gaps);
        if (has_letter(at, size)) {
            last = out.size;
            word = at;
            length = size;
            quote(&out, at, size);
            words++;
        }
        at += size;
    }
    *failed = words > 0 && beginning && !lengthen(store, &out, last, word, length);
    *failed = !json_out_finish(&out) || *failed;
    if (!*failed && words > 0 && words <= WORDS_MAX)
        return out.text;
    json_out_done(&out);
    return NULL;
}

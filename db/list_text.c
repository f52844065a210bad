/* Full text as a query of FTS5 that cannot fail: every word quoted, all of them wanted, the last as a prefix
 * too where that is asked for. */

#include "db/list_text.h"

#include "db/json_out.h"

#include <ctype.h>
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

char *list_text_query(const char *text, bool prefix, bool *short_of_memory)
{
    static const char gaps[] = " \t\r\n\v\f";
    struct json_out out = {0};
    size_t words = 0;
    for (const char *at = text + strspn(text, gaps); *at && words <= WORDS_MAX; at += strspn(at, gaps)) {
        const size_t size = strcspn(at, gaps);
        if (has_letter(at, size)) {
            quote(&out, at, size);
            words++;
        }
        at += size;
    }
    if (prefix)
        json_out_bytes(&out, "*", 1);
    *short_of_memory = !json_out_finish(&out);
    if (!*short_of_memory && words > 0 && words <= WORDS_MAX)
        return out.text;
    json_out_done(&out);
    return NULL;
}

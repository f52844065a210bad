#include "api/precondition.h"

#include <stdlib.h>
#include <string.h>

static const char *skip_blanks(const char *at)
{
    return at + strspn(at, " \t,");
}

static bool is_star(const char *value)
{
    const char *at = skip_blanks(value);
    return *at == '*' && *skip_blanks(at + 1) == '\0';
}

/* The revision in an entity tag of ours, "r12.…"; -1 in any other, and in a weak one, which If-Match may not
 * compare. `*at` moves past it; false when it is no entity tag. */
static bool take_tag(const char **at, int64_t *revision)
{
    const bool weak = strncmp(*at, "W/", 2) == 0;
    const char *open = *at + (weak ? 2 : 0);
    const char *close = *open == '"' ? strchr(open + 1, '"') : NULL;
    *revision = -1;
    if (!close)
        return false;
    if (!weak && open[1] == 'r' && open[2] >= '1' && open[2] <= '9') {
        char *end;
        const long long number = strtoll(open + 2, &end, 10);
        if (*end == '.' || end == close)
            *revision = number;
    }
    *at = skip_blanks(close + 1);
    return true;
}

static bool take_tags(const char *value, struct expectation *expected)
{
    const char *at = skip_blanks(value);
    if (!*at)
        return false;
    while (*at) {
        int64_t revision;
        if (!take_tag(&at, &revision))
            return false;
        if (expected->count == EXPECTED_MAX)
            return false;
        expected->revisions[expected->count++] = revision;
    }
    return true;
}

enum problem precondition_read(const struct request *request, bool deleting, struct expectation *expected,
                               struct reply *reply)
{
    *expected = (struct expectation){0};
    const char *match = request->if_match, *none = request->if_none_match;
    const bool creates = none && is_star(none) && !deleting;
    if (match && creates)
        return reply_fail(reply, PROBLEM_MALFORMED_REQUEST,
                          "If-Match and If-None-Match contradict each other: the first replaces what stands, "
                          "the second creates what does not.");
    if (creates)
        return PROBLEM_NONE;
    if (!match)
        return reply_fail(reply, PROBLEM_PRECONDITION_REQUIRED,
                          deleting
                              ? "Send If-Match with the ETag of what is to be deleted, as GET gives it."
                              : "Send If-None-Match: * to create the document, or If-Match with its ETag, "
                                "as GET gives it, to replace it.");
    expected->any = is_star(match);
    if (expected->any || take_tags(match, expected))
        return PROBLEM_NONE;
    return reply_fail(
        reply, PROBLEM_MALFORMED_REQUEST,
        "If-Match is neither * nor a list of at most %d entity tags in double quotes, such as \"r12\" for "
        "revision 12.",
        EXPECTED_MAX);
}

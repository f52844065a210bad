/* One option of the table, and its value from text, checked. */
#include "server/option_values.h"
#include "db/text.h"
#include "server/address.h"
#include "server/limits.h"
#include "server/secret.h"

#include <arpa/inet.h>
#include <assert.h>
#include <sched.h>
#include <stdlib.h>
#include <string.h>

static void *member(struct options *options, const struct option *option)
{
    return (char *)options + option->offset;
}

static const void *member_of(const struct options *options, const struct option *option)
{
    return (const char *)options + option->offset;
}

static void set_text(struct options *options, const struct option *option, const char *text)
{
    memcpy(member(options, option), &text, sizeof text);
}

static void set_number(struct options *options, const struct option *option, unsigned number)
{
    memcpy(member(options, option), &number, sizeof number);
}

static bool parse_number(const char *text, unsigned long minimum, unsigned long maximum, unsigned *number)
{
    unsigned long parsed = 0;
    if (*text == '\0')
        return false;
    for (; *text != '\0'; text++) {
        if (*text < '0' || *text > '9' || parsed > maximum)
            return false;
        parsed = parsed * 10 + (unsigned long)(*text - '0');
    }
    *number = (unsigned)parsed;
    return parsed >= minimum && parsed <= maximum;
}

static bool set_checked_number(struct options *options, const struct option *option, const char *name,
                               const char *value, char fault[static OPTIONS_FAULT_SIZE])
{
    unsigned number;
    if (!parse_number(value, option->minimum, option->maximum, &number)) {
        snprintf(fault, OPTIONS_FAULT_SIZE, "%s is '%.60s' but must be a whole number from %lu to %lu", name,
                 value, option->minimum, option->maximum);
        return false;
    }
    set_number(options, option, number);
    return true;
}

static bool is_address(const char *text)
{
    struct in6_addr room;
    return inet_pton(AF_INET, text, &room) == 1 || inet_pton(AF_INET6, text, &room) == 1;
}

static bool set_address(struct options *options, const struct option *option, const char *name,
                        const char *value, char fault[static OPTIONS_FAULT_SIZE])
{
    if (!is_address(value)) {
        snprintf(fault, OPTIONS_FAULT_SIZE,
                 "%s is '%.60s' but must be an IPv4 or IPv6 address such as 127.0.0.1, 0.0.0.0 or ::", name,
                 value);
        return false;
    }
    set_text(options, option, value);
    return true;
}

/* scheme://host[:port], nothing after it. */
static bool is_origin(const char *text, size_t size)
{
    const size_t scheme = size > 7 && memcmp(text, "http://", 7) == 0    ? 7
                          : size > 8 && memcmp(text, "https://", 8) == 0 ? 8
                                                                         : 0;
    for (size_t i = scheme; i < size; i++) {
        if ((unsigned char)text[i] <= ' ' || strchr("/?#*\"", text[i]))
            return false;
    }
    return scheme > 0;
}

static bool set_origins(struct options *options, const struct option *option, const char *name,
                        const char *value, char fault[static OPTIONS_FAULT_SIZE])
{
    set_text(options, option, value);
    if (strcmp(value, "*") == 0 || strcmp(value, "none") == 0)
        return true;
    for (const char *at = value;;) {
        at += strspn(at, " ");
        const size_t size = strcspn(at, ",");
        size_t trimmed = size;
        while (trimmed > 0 && at[trimmed - 1] == ' ')
            trimmed--;
        if (!is_origin(at, trimmed)) {
            snprintf(fault, OPTIONS_FAULT_SIZE,
                     "%s is '%.80s' but must be *, none, or a comma-separated list of origins such as "
                     "https://example.org",
                     name, value);
            return false;
        }
        if (at[size] == '\0')
            return true;
        at += size + 1;
    }
}

static bool set_ranges(struct options *options, const struct option *option, const char *name,
                       const char *value, char fault[static OPTIONS_FAULT_SIZE])
{
    struct address_ranges ranges;
    if (!address_parse_ranges(value, &ranges)) {
        snprintf(
            fault, OPTIONS_FAULT_SIZE,
            "%s is '%.80s' but must be a comma-separated list of at most %d addresses and ranges such as "
            "10.0.0.0/8 or ::1, with no bit set behind the prefix",
            name, value, ADDRESS_RANGES_MAX);
        return false;
    }
    set_text(options, option, value);
    return true;
}

static bool set_choice(struct options *options, const struct option *option, const char *name,
                       const char *value, char fault[static OPTIONS_FAULT_SIZE])
{
    char allowed[100] = "";
    size_t used = 0;
    for (unsigned i = 0; option->choices[i]; i++) {
        if (strcmp(option->choices[i], value) == 0) {
            set_number(options, option, i);
            return true;
        }
        const int more = used < sizeof allowed ? snprintf(allowed + used, sizeof allowed - used,
                                                          i > 0 ? " or %s" : "%s", option->choices[i])
                                               : 0;
        used += (size_t)more;
    }
    snprintf(fault, OPTIONS_FAULT_SIZE, "%s is '%.60s' but must be %s", name, value, allowed);
    return false;
}

static bool set_some_text(struct options *options, const struct option *option, const char *name,
                          const char *value, char fault[static OPTIONS_FAULT_SIZE])
{
    if (*value == '\0') {
        snprintf(fault, OPTIONS_FAULT_SIZE, "%s is empty but must be %s", name, option->help);
        return false;
    }
    set_text(options, option, value);
    return true;
}

static bool set_words(struct options *options, const struct option *option, const char *name,
                      const char *value, char fault[static OPTIONS_FAULT_SIZE])
{
    const enum text_fault wrong = text_check(value, strlen(value), NULL);
    if (wrong != TEXT_GOOD) {
        snprintf(fault, OPTIONS_FAULT_SIZE, "%s %s", name, text_describe_fault(wrong));
        return false;
    }
    return set_some_text(options, option, name, value, fault);
}

static bool set_secret(struct options *options, const struct option *option, const char *name,
                       const char *value, char fault[static OPTIONS_FAULT_SIZE])
{
    if (!secret_check(value, name, fault))
        return false;
    /* It stands in memory of ours, where it is wiped once it is not needed any more. */
    set_text(options, option, value);
    return true;
}

static bool set_scopes(struct options *options, const struct option *option, const char *name,
                       const char *value, char fault[static OPTIONS_FAULT_SIZE])
{
    unsigned scopes;
    if (!scopes_parse(value, &scopes)) {
        snprintf(fault, OPTIONS_FAULT_SIZE, "%s is '%.80s' but must be %s", name, value, option->help);
        return false;
    }
    set_number(options, option, scopes);
    return true;
}

bool option_set(struct options *options, const struct option *option, const char *name, const char *value,
                char fault[static OPTIONS_FAULT_SIZE])
{
    switch (option->type) {
    case OPTION_TEXT:
        return set_some_text(options, option, name, value, fault);
    case OPTION_WORDS:
        return set_words(options, option, name, value, fault);
    case OPTION_SECRET:
        return set_secret(options, option, name, value, fault);
    case OPTION_NUMBER:
    case OPTION_THREADS:
        return set_checked_number(options, option, name, value, fault);
    case OPTION_ADDRESS:
        return set_address(options, option, name, value, fault);
    case OPTION_ORIGINS:
        return set_origins(options, option, name, value, fault);
    case OPTION_RANGES:
        return set_ranges(options, option, name, value, fault);
    case OPTION_CHOICE:
        return set_choice(options, option, name, value, fault);
    case OPTION_SCOPES:
        return set_scopes(options, option, name, value, fault);
    case OPTION_SWITCH:
        break;
    }
    assert(option->type != OPTION_SWITCH);
    return false;
}

static unsigned count_processors(void)
{
    cpu_set_t set;
    const int count = sched_getaffinity(0, sizeof set, &set) == 0 ? CPU_COUNT(&set) : 1;
    return count > THREADS_MAX ? THREADS_MAX : (unsigned)count;
}

void option_set_fallback(struct options *options, const struct option *option)
{
    char fault[OPTIONS_FAULT_SIZE];
    if (option->type == OPTION_THREADS)
        set_number(options, option, count_processors());
    if (option->type == OPTION_THREADS || !option->fallback)
        return;
    const bool legal = option_set(options, option, option->name, option->fallback, fault);
    assert(legal);
    (void)legal;
}

void option_turn_on(struct options *options, const struct option *option)
{
    const bool on = true;
    memcpy(member(options, option), &on, sizeof on);
}

static size_t size_of(const struct option *option)
{
    switch (option->type) {
    case OPTION_SWITCH:
        return sizeof(bool);
    case OPTION_NUMBER:
    case OPTION_THREADS:
    case OPTION_CHOICE:
    case OPTION_SCOPES:
        return sizeof(unsigned);
    case OPTION_TEXT:
    case OPTION_WORDS:
    case OPTION_SECRET:
    case OPTION_ADDRESS:
    case OPTION_ORIGINS:
    case OPTION_RANGES:
        break;
    }
    return sizeof(const char *);
}

/* Texts are the same when they are the same pointer: a fallback's is, a given one never. */
bool option_equal(const struct options *a, const struct options *b, const struct option *option)
{
    return memcmp(member_of(a, option), member_of(b, option), size_of(option)) == 0;
}

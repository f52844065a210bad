#pragma once
/* What is fuzzed: one function a target, which is given any bytes and ends the process where something that
 * must hold does not. */

#include <stddef.h>
#include <stdint.h>

struct target {
    const char *name;
    void (*run)(const uint8_t *data, size_t size);
};

/* Ends with NULL for a name. */
extern const struct target targets[];
/* NULL: there is none. */
const struct target *target_find(const char *name);

/* Says what does not hold, and ends the process so that libFuzzer keeps the input. */
_Noreturn void target_fail(const char *file, int line, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
#define MUST(claim, ...)                                                                                     \
    do {                                                                                                     \
        if (!(claim))                                                                                        \
            target_fail(__FILE__, __LINE__, __VA_ARGS__);                                                    \
    } while (0)

/* Takes bytes off the input, for choices that it makes. */
struct choices {
    const uint8_t *data;
    size_t size;
};
/* A number below `below`; 0 when nothing is left. */
size_t choices_take(struct choices *choices, size_t below);
/* What is left as a text, from malloc; bytes of zero end it. */
char *choices_text(const struct choices *choices);

void target_params(const uint8_t *data, size_t size);
void target_route(const uint8_t *data, size_t size);
void target_body(const uint8_t *data, size_t size);
void target_predicate(const uint8_t *data, size_t size);
void target_lines(const uint8_t *data, size_t size);
void target_import(const uint8_t *data, size_t size);
void target_gunzip(const uint8_t *data, size_t size);
void target_search(const uint8_t *data, size_t size);
void target_http(const uint8_t *data, size_t size);

/* The entry points of libFuzzer. NAVICERT_FUZZ names the target. */
#include "tests/fuzz/target.h"

#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const struct target *target;

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc, (void)argv;
    const char *name = getenv("NAVICERT_FUZZ");
    target = target_find(name ? name : "");
    if (target) {
        /* What is opened with the first use is no part of an input's time. */
        target->run((const uint8_t *)"", 0);
        return 0;
    }
    fputs("NAVICERT_FUZZ must name a target:", stderr);
    for (const struct target *one = targets; one->name; one++)
        fprintf(stderr, " %s", one->name);
    fputc('\n', stderr);
    exit(2);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    target->run(data, size);
    return 0;
}

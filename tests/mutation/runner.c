/* Runs Criterion's tests one after another in this process and stops at the first that fails: for mutants, of
 * which there are thousands and of which it matters only whether any test notices. Stands in for
 * libcriterion; its arguments are the number of the mutant and the suites to run. */

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <unistd.h>

#define TEST_CPU_S 2 /* ended by SIGPROF; the slowest test takes a third of a second */

extern struct criterion_test *__start_cr_tst[], *__stop_cr_tst[];
extern struct criterion_suite *__start_cr_sts[], *__stop_cr_sts[];

static const char *running = "";
static void *row; /* of a parameterized test */
struct criterion_options criterion_options;
unsigned mutant_in_hand; /* 0: the original */

static _Noreturn void noticed(void)
{
    printf("%s\n", running);
    fflush(stdout);
    _exit(1);
}

void criterion_send_assert(struct criterion_assert_stats *stats)
{
    (void)stats;
}

void criterion_abort_test(void)
{
    noticed();
}

void criterion_continue_test(void)
{
    noticed();
}

void cri_asserts_passed_incr(void)
{
}

char *cr_translate_assert_msg(int index, ...)
{
    (void)index;
    return NULL;
}

int cr_asprintf(char **text, const char *format, ...)
{
    (void)format;
    *text = NULL;
    return 0;
}

void cr_asprintf_free(char *text)
{
    (void)text;
}

void criterion_internal_test_setup(void)
{
}

void criterion_internal_test_main(void (*test)(void))
{
    if (row)
        ((void (*)(void *))test)(row);
    else
        test();
}

void criterion_internal_test_teardown(void)
{
}

static const struct criterion_test_extra_data *suite_of(const struct criterion_test *test)
{
    for (struct criterion_suite **suite = __start_cr_sts; suite < __stop_cr_sts; suite++) {
        if (*suite && strcmp((*suite)->name, test->category) == 0)
            return (*suite)->data;
    }
    return NULL;
}

static void run_once(const struct criterion_test *test)
{
    const struct criterion_test_extra_data *suite = suite_of(test);
    if (suite && suite->init)
        suite->init();
    if (test->data->kind_ != CR_TEST_PARAMETERIZED) {
        test->test();
    } else {
        const struct criterion_test_params rows = test->data->param_();
        for (size_t i = 0; i < rows.length; i++) {
            row = (char *)rows.params + i * rows.size;
            test->test();
        }
        row = NULL;
    }
    if (suite && suite->fini)
        suite->fini();
}

static unsigned run_suite(const char *suite)
{
    const struct itimerval limit = {.it_value = {.tv_sec = TEST_CPU_S}};
    unsigned count = 0;
    for (struct criterion_test **test = __start_cr_tst; test < __stop_cr_tst; test++) {
        char name[256];
        if (!*test || strcmp((*test)->category, suite) != 0)
            continue;
        snprintf(name, sizeof name, "%s/%s", suite, (*test)->name);
        running = name;
        setitimer(ITIMER_PROF, &limit, NULL);
        run_once(*test);
        running = "";
        count++;
    }
    return count;
}

int main(int argc, char **argv)
{
    unsigned count = 0;
    mutant_in_hand = argc > 1 ? (unsigned)strtoul(argv[1], NULL, 10) : 0;
    for (int i = 2; i < argc; i++)
        count += run_suite(argv[i]);
    printf("%u tests passed\n", count);
    return count == 0 ? 2 : 0;
}

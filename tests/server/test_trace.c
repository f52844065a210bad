/* traceparent: what the standard calls valid is taken, all else is ignored. */
#include "server/trace.h"

#include <criterion/criterion.h>

#define ID "4bf92f3577b34da6a3ce929d0e0e4736"
#define PARENT "00f067aa0ba902b7"

Test(trace, takes_what_is_valid)
{
    static const char *const rows[] = {
        "00-" ID "-" PARENT "-01",
        "00-" ID "-" PARENT "-00",
        "00-" ID "-" PARENT "-ff",
        "01-" ID "-" PARENT "-01", /* of a later version, as far as it is known */
        "cc-" ID "-" PARENT "-01-what-comes-then",
        "cc-" ID "-" PARENT "-01-",
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char trace[TRACE_SIZE] = "";
        cr_expect(trace_parse(rows[i], trace), "%s", rows[i]);
        cr_expect_str_eq(trace, ID);
    }
}

Test(trace, ignores_what_is_not)
{
    static const char *const rows[] = {
        "",
        "00",
        "00-" ID "-" PARENT,
        "00-" ID "-" PARENT "-0",
        "00-" ID "-" PARENT "-01-more",
        "00-" ID "-" PARENT "-01 ",
        "01-" ID "-" PARENT "-01.",
        "ff-" ID "-" PARENT "-01",
        "0-" ID "-" PARENT "-001",
        "0g-" ID "-" PARENT "-01",
        "00_" ID "-" PARENT "-01",
        "00-" ID "_" PARENT "-01",
        "00-" ID "-" PARENT "_01",
        "00-" ID "-" PARENT "-0x",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-" PARENT "-01",
        "00-4bf92f3577b34da6a3ce929d0e0e473-0" PARENT "-01",
        "00-4bf92f3577b34da6a3ce929d0e0e473\"-" PARENT "-01",
        "00-" ID "-00f067aa0ba902bG-01",
        "00-00000000000000000000000000000000-" PARENT "-01",
        "00-" ID "-0000000000000000-01",
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        char trace[TRACE_SIZE] = "as it was";
        cr_expect_not(trace_parse(rows[i], trace), "%s", rows[i]);
        cr_expect_str_eq(trace, "as it was");
    }
}

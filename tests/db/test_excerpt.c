/* What is compiled of a document is kept, the rest is not, and a document that breaks off is noticed. */
#include "db/excerpt.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <string.h>

static bool cut(enum kind kind, const char *document, struct json_out *out)
{
    return excerpt_write(out, kind, (struct json_slice){document, strlen(document)}) && json_out_finish(out);
}

struct row {
    enum kind kind;
    char document[240];
    char excerpt[200];
};

ParameterizedTestParameters(excerpt, keeps_what_is_compiled)
{
    static struct row rows[] = {
        {KIND_CHIP,
         "{\"id\":\"a\",\"memory\":{\"bandwidth_gb_s\":3350,\"type\":\"HBM\"},\"notes\":\"x }\\\" "
         "y\",\"peak_tops\":"
         "{\"fp8\":1979},\"sources\":[{\"url\":\"u\"}]}",
         "{\"id\":\"a\",\"memory\":{\"bandwidth_gb_s\":3350},\"peak_tops\":{\"fp8\":1979}}"},
        {KIND_CHIP, "{\"id\":\"a\",\"interconnect\":null,\"aliases\":[],\"tdp_w\":700}",
         "{\"id\":\"a\",\"interconnect\":null,\"aliases\":[]}"},
        {KIND_DESTINATION,
         "{\"code\":\"XX\",\"groups\":[{\"cite\":\"c\",\"from\":null,\"group\":\"B\",\"until\":\"2025-01-"
         "01\"},{\"group\":"
         "\"D\"}],\"region\":\"r\",\"treated_as\":[]}",
         "{\"code\":\"XX\",\"groups\":[{\"from\":null,\"group\":\"B\",\"until\":\"2025-01-01\"},{\"group\":"
         "\"D\"}],"
         "\"treated_as\":[]}"},
        {KIND_RULING,
         "{\"citations\":[\"c\"],\"id\":\"r\",\"provisions\":[{\"text\":\"all of it\"}],\"summary\":\"s\"}",
         "{\"id\":\"r\",\"provisions\":[{\"text\":\"all of it\"}]}"},
        {KIND_RULING, "{}", "{}"},
    };
    return cr_make_param_array(struct row, rows, sizeof rows / sizeof rows[0]);
}

ParameterizedTest(struct row *row, excerpt, keeps_what_is_compiled)
{
    struct json_out out = {0};
    cr_assert(cut(row->kind, row->document, &out));
    cr_expect_str_eq(out.text, row->excerpt);
    json_out_done(&out);
}

/* Each prefix of it lacks something. */
Test(excerpt, a_document_that_breaks_off_anywhere_is_damaged)
{
    static const char whole[] =
        "{\"code\":\"XX\",\"groups\":[{\"from\":null,\"group\":\"B\"}],\"name\":\"X\",\"notes\":[1]}";
    for (size_t size = 0; size <= sizeof whole - 1; size++) {
        struct json_out out = {0};
        const bool good = excerpt_write(&out, KIND_DESTINATION, (struct json_slice){whole, size});
        cr_expect_eq(good, size == sizeof whole - 1, "%zu bytes of it", size);
        json_out_done(&out);
    }
}

/* What Accept-Encoding, If-None-Match and Origin mean. */
#include "server/negotiate.h"

#include <criterion/criterion.h>
#include <criterion/parameterized.h>

struct coding {
    char header[64];
    bool gzip;
};

ParameterizedTestParameters(negotiate, gzip_when_it_is_preferred)
{
    static struct coding rows[] = {
        {"", false},
        {"gzip", true},
        {"GZip", true},
        {"x-gzip", true},
        {" gzip ;q=1 ", true},
        {"gzip; Q=0.001", true},
        {"gzip;q=0", false},
        {"gzip;q=0.000", false},
        {"gzip;q=1.001", false},
        {"gzip;q=nonsense", false},
        {"gzip;level=9", false},
        {"*", true},
        {"*;q=0", false},
        {"gzip;q=0, *", false},
        {"identity, gzip", true},
        {"identity;q=1, gzip;q=0.9", false},
        {"identity;q=0.5, gzip;q=0.6", true},
        {"br, deflate", false},
        {"gzippy", false},
        {",,gzip,", true},
    };
    return cr_make_param_array(struct coding, rows, sizeof rows / sizeof rows[0]);
}

ParameterizedTest(const struct coding *row, negotiate, gzip_when_it_is_preferred)
{
    cr_expect_eq(negotiate_gzip(row->header), row->gzip, "%s", row->header);
}

struct known {
    char header[64];
    bool known;
};

ParameterizedTestParameters(negotiate, etags_are_compared_weakly_in_either_coding)
{
    static struct known rows[] = {
        {"\"1.a.j\"", true},
        {"W/\"1.a.j\"", true},
        {"\"1.a.j-gzip\"", true},
        {"W/\"1.a.j-gzip\"", true},
        {"*", true},
        {"\"x\", \"1.a.j\"", true},
        {"\"x\",W/\"1.a.j-gzip\" ,\"y\"", true},
        {"", false},
        {"1.a.j", false},
        {"\"1.a.j", false},
        {"\"1.a.J\"", false},
        {"\"1.a.j-br\"", false},
        {"\"1.a.j-gzip-gzip\"", false},
        {"w/\"1.a.j\"", false},
        {"\"1.a.jx\"", false},
    };
    return cr_make_param_array(struct known, rows, sizeof rows / sizeof rows[0]);
}

ParameterizedTest(const struct known *row, negotiate, etags_are_compared_weakly_in_either_coding)
{
    cr_expect_eq(negotiate_etag_known(row->header, "\"1.a.j\""), row->known, "%s", row->header);
}

struct preferred {
    char header[128];
    bool preferred;
};

ParameterizedTestParameters(negotiate, a_type_is_preferred_by_its_whole_name)
{
    static struct preferred rows[] = {
        {"text/html", true},
        {"TEXT/HTML", true},
        {"text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", true},
        {"application/json, text/html", true},
        {"application/json;q=0.5, text/html;q=0.6", true},
        {"text/html;q=0.1, application/json;q=0, text/html", true},
        {"application/json, text/html;q=0.1", false},
        {"text/html;q=0.9, application/json", false},
        {"text/html;q=0", false},
        {"*/*", false},
        {"text/*", false},
        {"application/json", false},
        {"text/htmlx", false},
        {"text/htm", false},
        {"", false},
    };
    return cr_make_param_array(struct preferred, rows, sizeof rows / sizeof rows[0]);
}

ParameterizedTest(const struct preferred *row, negotiate, a_type_is_preferred_by_its_whole_name)
{
    cr_expect_eq(negotiate_prefers(row->header, "text/html", "application/json"), row->preferred, "%s",
                 row->header);
}

Test(negotiate, no_header_asks_for_nothing)
{
    cr_expect_not(negotiate_prefers(NULL, "text/html", "application/json"));
    cr_expect_not(negotiate_gzip(NULL));
    cr_expect_not(negotiate_etag_known(NULL, "\"a\""));
}

Test(negotiate, origins_are_compared_whole_and_exactly)
{
    static const char allowed[] = "https://a.example, http://b.example:81";
    cr_expect(negotiate_origin(allowed, "https://a.example"));
    cr_expect(negotiate_origin(allowed, "http://b.example:81"));
    cr_expect_not(negotiate_origin(allowed, "https://A.example"));
    cr_expect_not(negotiate_origin(allowed, "https://a.example.evil"));
    cr_expect_not(negotiate_origin(allowed, "https://a.exampl"));
    cr_expect_not(negotiate_origin(allowed, "null"));
    cr_expect_not(negotiate_origin(allowed, ""));
}

/* Routing: every path of openapi.yaml, and those that are not. */
#include "api/route.h"

#include <criterion/criterion.h>
#include <string.h>

Test(route, finds_an_operation_and_its_path_value)
{
    struct route route;
    route_find("/v1/chips/nvidia-h20", METHOD_GET, &route);
    cr_assert_str_eq(route.operation->id, "get_chip");
    cr_assert_str_eq(route.values[0], "nvidia-h20");
}

Test(route, head_is_get_without_a_body)
{
    struct route route;
    route_find("/v1/chips", METHOD_HEAD, &route);
    cr_assert_str_eq(route.operation->id, "get_chips");
}

Test(route, other_methods_are_told_what_is_allowed)
{
    struct route route;
    route_find("/v1/chips", METHOD_DELETE, &route);
    cr_assert_null(route.operation);
    cr_assert_str_eq(route.allow, "GET, HEAD, OPTIONS");
}

Test(route, what_is_not_there_is_not_found)
{
    static const char *const paths[] = {"/",          "",          "/v1/", "/v1/chips/", "/v1/chips/a/b",
                                        "/v1/chipsx", "/V1/chips", "/v2",  "v1/chips"};
    for (size_t i = 0; i < sizeof paths / sizeof paths[0]; i++) {
        struct route route;
        route_find(paths[i], METHOD_GET, &route);
        cr_expect_str_empty(route.allow, "%s", paths[i]);
    }
}

Test(route, every_operation_is_reached_by_its_own_template)
{
    for (size_t i = 0; i < operation_count; i++) {
        struct route route;
        route_find(operations[i].path, operations[i].method, &route);
        cr_expect_eq(route.operation, &operations[i], "%s", operations[i].id);
    }
}

Test(route, a_mistyped_path_is_answered_with_the_nearest)
{
    cr_assert_str_eq(route_suggest("/v1/eligibilty"), "/v1/eligibility");
    cr_assert_null(route_suggest("/wp-admin/setup-config.php"));
}

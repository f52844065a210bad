#pragma once
/* Private to api/api.c, api/authorize.c and api/dispatch.c: what all loops share, and what each has for
 * itself. */

#include "api/context.h"
#include "api/failures.h"
#include "api/params.h"
#include "db/instant.h"

struct api {
    struct api_options options;
    struct operator_token operator;
    struct store *store; /* beside which every other connection is opened */
    struct snapshots *snapshots;
    struct quota screenings;
    struct meters meters;
    struct failures failures;
    struct instant_course course; /* by which tokens expire */
    struct jobs *lanes[LANE_COUNT];
};

struct api_worker {
    struct api *api;
    struct store *store;
    struct views views;
    struct meter *meter;
    struct args_buffer arguments;
    struct bearer bearer; /* of the request in hand */
};

#pragma once
/* Private to api/api.c, api/authorize.c and api/dispatch.c: what all loops share, and what each has for
 * itself. */

#include "api/context.h"
#include "api/params.h"

struct api {
    struct api_options options;
    struct operator_token operator;
    struct store *store; /* beside which every other connection is opened */
    struct snapshots *snapshots;
    struct quota screenings;
    struct meters meters;
    struct jobs *lanes[LANE_COUNT];
};

struct api_worker {
    struct api *api;
    struct store *store;
    struct views views;
    struct meter *meter;
    struct args_buffer arguments;
    char actor[ACTOR_SIZE]; /* of the request in hand */
};

#pragma once
/* Who may write: the bearer of a token that this instance knows. */

#include "api/worker.h"

/* The name of the token that the request carries, or the problem: nobody may write here, or not with that. */
enum problem authorize(const struct api_worker *worker, const struct request *request,
                       char actor[static ACTOR_SIZE], struct reply *reply);

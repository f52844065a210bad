#pragma once
/* Who may write: the bearer of a token that this instance knows, and of the scope that the operation names.
 * The one place where rights are judged. */

#include "api/worker.h"

/* Who asks, or the problem: nobody may write here, not with that token, or not that. Nothing of the request
 * is looked at but its Authorization, so an answer tells nothing else. */
enum problem authorize(struct api_worker *worker, const struct operation *operation,
                       const struct request *request, struct bearer *bearer, struct reply *reply);
/* Whether the bearer has one of these scopes. */
enum problem authorize_scopes(const struct bearer *bearer, unsigned wanted, struct reply *reply);

#pragma once
/* From a request to the handler that answers it: its route, its arguments, its body, the data version that
 * its clocks mean. */

#include "api/worker.h"

/* WAIT_NONE: the reply is written, but not ended. Else nothing of it is valid. */
enum wait dispatch(struct api_worker *worker, const struct request *request, struct api_waiter waiter,
                   struct reply *reply);
/* As api_begin. */
enum wait dispatch_begin(struct api_worker *worker, const struct request *request, struct api_waiter waiter,
                         struct intake **intake, struct reply *reply);

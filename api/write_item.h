#pragma once
/* PUT and DELETE of one document. */

#include "api/list.h"
#include "api/write.h"

enum problem item_put(const char *id, const struct shape *shape, const struct context *context,
                      struct reply *reply);
enum problem item_delete(const char *id, const char *note, const struct shape *shape,
                         const struct context *context, struct reply *reply);

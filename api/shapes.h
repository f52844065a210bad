#pragma once
/* What each kind of document adds to its stored members when it is shown. */

#include "api/list.h"

struct shape shape_of_chips(void);
/* `day` decides states and memberships; it must outlive the shape. */
/* The object `metrics` of a chip: what rulings count by, and how it comes about. */
void shape_metrics(struct json_out *out, const struct chip *chip);
struct shape shape_of_rulings(const struct date *day);
struct shape shape_of_destinations(const struct date *day);
struct shape shape_of_changes(void);
/* Where the document that a change is about is to be seen as it was recorded, or before it was deleted; from
 * malloc, NULL when memory is short. */
char *change_address(const struct document *change);
/* Kinds that add nothing but their revision. */
struct shape shape_of(enum kind kind);

/* The filter column of that name, which must be there: tables and names come from the same openapi.yaml. */
const struct column *list_column(const struct list_info *info, const char *name);

/* The date given, or the day on which the request arrived. */
struct date day_asked(struct date given, const struct context *context);

#pragma once
/* The form in which names are compared: small letters without marks, and one hyphen for any run of spaces,
 * hyphens and underscores. */

#include <stdbool.h>
#include <stddef.h>

/* False when the folded name and its end do not fit in `size` bytes. */
bool fold_name(const char *name, char *text, size_t size);

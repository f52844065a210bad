#pragma once
/* Whether text from outside is text that we let in: UTF-8 without control or direction-changing characters.
 */

#include <stddef.h>

enum text_fault { TEXT_GOOD, TEXT_NOT_UTF8, TEXT_CONTROL, TEXT_BIDI };

/* The first fault of `size` bytes; `*at` (may be NULL) is the byte where it begins. */
enum text_fault text_check(const char *text, size_t size, size_t *at);
/* What the fault is, as a part of a sentence: "contains …". */
const char *text_describe_fault(enum text_fault fault);

#pragma once
/* Whether text from outside is text that we let in: UTF-8 without characters that are not seen, or by which
 * it reads otherwise than it is. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum text_fault { TEXT_GOOD, TEXT_NOT_UTF8, TEXT_CONTROL, TEXT_BIDI, TEXT_INVISIBLE };

/* The first fault of `size` bytes; `*at` (may be NULL) is the byte where it begins. */
enum text_fault text_check(const char *text, size_t size, size_t *at);
/* What the fault is, as a part of a sentence: "contains …". */
const char *text_describe_fault(enum text_fault fault);
/* How many bytes from there on are printable ASCII, each a character with which nothing is wrong: nearly all
 * there ever is. */
size_t text_skip_plain(const char *text, size_t size);
/* What is wrong with the character itself. */
enum text_fault text_judge(uint32_t character);

/* The character that begins there, and its size in bytes; 0: that is not UTF-8. */
size_t text_decode(const char *text, size_t left, uint32_t *character);
/* Whether all of it is UTF-8, whatever it says; `*at` is the byte where it is not. */
bool text_is_utf8(const char *text, size_t size, size_t *at);
/* Leaves out what is no whole character, as where a text was cut within one. */
void text_drop_broken(char *text);

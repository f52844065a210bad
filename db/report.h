#pragma once
/* Diagnostics for the operator: one sentence a line on stderr. */

/* Prints "navicert: <sentence>\n" in one write, so that lines of several threads never mix. Longer sentences
 * are cut. */
void report_error(const char *format, ...) __attribute__((format(printf, 1, 2)));

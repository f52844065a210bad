#pragma once
/* Included by the build ahead of every file of the program: these names do not compile.
 *
 * They overrun buffers, hide errors, share state between threads or follow the machine's time zone. Their
 * headers come first, because a poisoned name may not even be declared. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* Macros where the C library checks sizes. */
#undef sprintf
#undef vsprintf

#pragma GCC poison strcpy strcat sprintf vsprintf gets strtok
#pragma GCC poison atoi atol atoll atof rand srand
#pragma GCC poison localtime gmtime ctime asctime mktime

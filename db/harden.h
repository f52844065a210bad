#pragma once
/* Private to db/: what a connection to SQLite can be told to do, whoever tells it. */

#include <sqlite3.h>
#include <stdbool.h>

enum rights {
    RIGHTS_OPENING, /* settings and migrations, of which the SQL came with the program */
    RIGHTS_READ,    /* SELECT, with the functions that our own statements use */
    RIGHTS_WRITE,   /* and rows of our own tables; of the log only new ones */
};

/* Limits, flags, and a judge of every statement that is prepared, who looks at `*rights` each time. Before
 * anything is asked of the connection. */
bool harden_connection(sqlite3 *db, const enum rights *rights);

#include "api/import_record.h"

#include "db/report.h"

bool import_tell(enum record_outcome outcome)
{
    switch (outcome) {
    case RECORD_DONE:
    case RECORD_NOTHING:
        return true;
    case RECORD_HEAD_MOVED:
        report_error(
            "nothing was recorded: others keep writing to the store, try again when they have finished");
        return false;
    case RECORD_NO_SPACE:
        return false; /* said where it happened */
    case RECORD_FAILED:
        report_error("nothing was recorded");
        return false;
    }
    return false;
}

-- Every page, index and constraint of the file; the first fault, or ok.
PRAGMA integrity_check(1);

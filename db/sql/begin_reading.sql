-- Begins the read transaction of a request: all that it reads is of one state of the file.
BEGIN;

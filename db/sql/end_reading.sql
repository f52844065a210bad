-- Ends the read transaction of a request.
COMMIT;

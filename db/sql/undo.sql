-- Undoes what the transaction has written.
ROLLBACK;

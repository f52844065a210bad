-- The words of every version from one to before another.
SELECT term FROM word WHERE term >= :from AND term < :until ORDER BY term;

-- The words of every version from one to before another.
SELECT term FROM search_vocabulary WHERE term >= :from AND term < :until ORDER BY term;

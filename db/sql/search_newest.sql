-- Of a kind, whose words have the numbers from :first to :last, the newest that hold the words as it stood at a data version.
SELECT search.rowid FROM search CROSS JOIN "{kind}" AS row ON row.no = search.rowid - :first
WHERE search MATCH :words AND search.rowid BETWEEN :first AND :last
  AND row.recorded_from <= :at AND row.recorded_until > :at
ORDER BY search.rowid DESC LIMIT :limit;

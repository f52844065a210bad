-- Changes whenever another connection has committed to the file.
PRAGMA data_version;

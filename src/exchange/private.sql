-- migration 1
-- What a saying is known by in the file that it was read from: an HMAC, so that the same file read again adds nothing.
CREATE TABLE import_saids (key BLOB PRIMARY KEY, said INTEGER NOT NULL);

-- migration 1
-- What a registered place is known by in the file that it was read from: HMACs, made again from openings.
CREATE TABLE valued_keys (key BLOB PRIMARY KEY, valued INTEGER NOT NULL);

-- migration 1
-- What a registered place is known by in the file that it was read from: HMACs, made again from openings.
CREATE TABLE valued_keys (key BLOB PRIMARY KEY, valued INTEGER NOT NULL);
-- migration 2
-- Which edition told of a place, and where and under which name, where it was the only one of its file there: HMACs, made
-- again from openings.
CREATE TABLE valued_told (valued INTEGER NOT NULL, edition TEXT NOT NULL, address BLOB, name BLOB, PRIMARY KEY (valued, edition));
-- Places that may stand on the register twice, the later one first. Those that a person calls two stay, so that nobody is
-- asked again.
CREATE TABLE valued_same (valued INTEGER NOT NULL, maybe INTEGER NOT NULL, are_two INTEGER NOT NULL, PRIMARY KEY (valued, maybe));
-- migration 3
-- Who follows a place. Nobody reads it but the one who does. Falls with the person.
CREATE TABLE valued_followers (valued INTEGER NOT NULL, person INTEGER NOT NULL, since_day INTEGER NOT NULL, PRIMARY KEY (valued, person));
CREATE INDEX valued_followers_by_person ON valued_followers (person);

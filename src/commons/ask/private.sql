-- migration 1
-- Whose question it is, and the digest of the code to come back by (none where the asker has an account). Falls with the
-- person.
CREATE TABLE askers (
  ask INTEGER PRIMARY KEY,
  person INTEGER NOT NULL,
  code_digest BLOB
);
CREATE UNIQUE INDEX askers_by_code ON askers (code_digest);
CREATE INDEX askers_by_person ON askers (person);
-- Questions of the last day by address, for the limit alone.
CREATE TABLE asks_of_today (address_digest TEXT NOT NULL, at_second INTEGER NOT NULL);
CREATE INDEX asks_of_today_by_address ON asks_of_today (address_digest);
-- migration 2
-- Each question forgets those of the day before: without this it looked at every one of today.
CREATE INDEX asks_of_today_by_second ON asks_of_today (at_second);

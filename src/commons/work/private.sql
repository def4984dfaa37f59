-- migration 1
-- On which side of a piece of work somebody is. Nobody reads it: the end of a step counts it. Falls with the person.
CREATE TABLE work_people (
  work INTEGER NOT NULL,
  person INTEGER NOT NULL,
  side TEXT NOT NULL,
  PRIMARY KEY (work, person)
);
CREATE INDEX work_people_by_person ON work_people (person);
-- How many were on each side when numbers were last told: counts alone, of nobody. The next are told where they differ
-- enough that nobody who came or went between the two can be worked out.
CREATE TABLE work_counted (
  work INTEGER NOT NULL,
  side TEXT NOT NULL,
  people INTEGER NOT NULL,
  PRIMARY KEY (work, side)
);
-- migration 2
-- The most of a side that were told, since then, to have answered or come (told.h).
CREATE TABLE work_at_least (
  work INTEGER NOT NULL,
  side TEXT NOT NULL,
  people INTEGER NOT NULL,
  PRIMARY KEY (work, side)
);

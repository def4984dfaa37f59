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
-- migration 3
-- Words that sound like danger, and that somebody was told. Who was told lies sealed beside it and falls with whoever told;
-- the line stays with nobody's name.
CREATE TABLE work_danger (
  thing INTEGER PRIMARY KEY,
  work INTEGER NOT NULL,
  path TEXT NOT NULL,
  author INTEGER NOT NULL,
  person INTEGER NOT NULL,
  at_second INTEGER NOT NULL,
  ended INTEGER NOT NULL
);
CREATE INDEX work_danger_by_work ON work_danger (work, ended, at_second);
CREATE INDEX work_danger_by_author ON work_danger (author, ended);
CREATE INDEX work_danger_by_person ON work_danger (person);

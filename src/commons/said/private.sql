-- migration 1
-- Who said it. Nobody reads it but the one who did: it shows them their own. Falls with the person.
CREATE TABLE said_authors (
  said INTEGER PRIMARY KEY,
  work INTEGER NOT NULL,
  person INTEGER NOT NULL
);
CREATE INDEX said_authors_by_person ON said_authors (person, said);
-- Words that somebody has begun; they lie sealed beside it (said draft/PERSON/WORK). Falls with the person, and after 30 days.
CREATE TABLE said_drafts (
  person INTEGER NOT NULL,
  work INTEGER NOT NULL,
  saying_kind TEXT NOT NULL,
  kept_on INTEGER NOT NULL,
  PRIMARY KEY (person, work)
);
CREATE INDEX said_drafts_by_day ON said_drafts (kept_on);
-- Something that sounds like danger: when a moderator kept it back, and that somebody was told. Who was told lies sealed
-- beside it (said danger/SAID) and falls with the moderator; the line stays with nobody's name.
CREATE TABLE said_danger (
  said INTEGER PRIMARY KEY,
  work INTEGER NOT NULL,
  person INTEGER NOT NULL,
  at_second INTEGER NOT NULL,
  ended INTEGER NOT NULL
);
CREATE INDEX said_danger_by_work ON said_danger (work, ended, at_second);
CREATE INDEX said_danger_by_person ON said_danger (person);
-- Unread words of somebody who left: nothing is left to read.
CREATE TABLE said_left (said INTEGER PRIMARY KEY);
-- migration 2
-- What sounds like danger is kept in one place, whatever it is (work_danger).
INSERT INTO work_danger (thing, work, path, author, person, at_second, ended)
  SELECT d.said, d.work, '/work/' || d.work || '/said/' || d.said, COALESCE(a.person, 0), d.person, d.at_second, d.ended
  FROM said_danger d LEFT JOIN said_authors a ON a.said = d.said;
DROP TABLE said_danger;

-- migration 1
-- What somebody says of a wording that is open. The close counts it and takes it away. Falls with the person.
CREATE TABLE wording_choices (
  wording INTEGER NOT NULL,
  person INTEGER NOT NULL,
  choice TEXT NOT NULL,
  PRIMARY KEY (wording, person)
);
CREATE INDEX wording_choices_by_person ON wording_choices (person);
-- Who proposed a wording, so that they alone can withdraw it. Falls with the person.
CREATE TABLE wording_authors (wording INTEGER PRIMARY KEY, person INTEGER NOT NULL);
CREATE INDEX wording_authors_by_person ON wording_authors (person);

-- migration 1
-- What somebody answered on notes that are open. Nobody reads it: the close counts it, and drops it. Falls with the person.
CREATE TABLE notes_choices (
  notes INTEGER NOT NULL,
  person INTEGER NOT NULL,
  choice TEXT NOT NULL,
  PRIMARY KEY (notes, person)
);
CREATE INDEX notes_choices_by_person ON notes_choices (person);
-- How many of each side came to the meetings of which some number was told: counts alone, of nobody. The next are told
-- where they differ enough from every one of them that nobody who came to one and not to another can be worked out.
CREATE TABLE came_told (
  work INTEGER NOT NULL,
  gathering INTEGER NOT NULL,
  act INTEGER NOT NULL,
  side TEXT NOT NULL,
  people INTEGER NOT NULL,
  PRIMARY KEY (work, act, side)
);
-- migration 2
-- Who proposed an item, to say how many of theirs wait to be read. Nobody reads it. Falls with the person.
CREATE TABLE agenda_authors (item INTEGER PRIMARY KEY, person INTEGER NOT NULL);
CREATE INDEX agenda_authors_by_person ON agenda_authors (person);
UPDATE notes_choices SET choice = 'abstained' WHERE choice = 'abstain';

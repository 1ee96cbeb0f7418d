"""The tables of the project file, one SQL script a schema version.

A script, once released, is never changed: a later version adds another one. The scripts are the
truth in two places: :mod:`annotator.storage.migrations` runs them on files, and
:mod:`annotator.storage.safety` compares an opened file with what they make.

Strings that came from outside are in columns of type ANY: text normally, and UTF-8 bytes with
surrogates passed where a string holds a lone surrogate, which SQLite's text cannot.
"""

from __future__ import annotations

APPLICATION_ID = 0x416E4E6F
"""``AnNo``: what the header of every project file carries."""

ARTICLES = """
CREATE TABLE article (
  key INTEGER PRIMARY KEY,
  id ANY NOT NULL,
  title ANY NOT NULL,
  sha256 BLOB NOT NULL UNIQUE
) STRICT;
CREATE INDEX article_id ON article (id);

-- Apart from the articles, so that a list of 100,000 reads small rows only. meta is JSON.
CREATE TABLE article_text (
  article INTEGER PRIMARY KEY REFERENCES article (key) ON DELETE CASCADE,
  meta TEXT,
  text ANY NOT NULL
) STRICT;

-- One annotator's work on one article. The annotator '' is nobody: what came with an import, from
-- which every annotator starts. decided and pending count entities and quotes.
CREATE TABLE annotation_set (
  key INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
  annotator ANY NOT NULL,
  status TEXT NOT NULL,
  revision INTEGER NOT NULL,
  decided INTEGER NOT NULL,
  pending INTEGER NOT NULL,
  nonquotes TEXT,
  extra TEXT,
  UNIQUE (article, annotator)
) STRICT;
CREATE INDEX annotation_set_progress ON annotation_set (annotator, status);

CREATE TABLE entity (
  annotation_set INTEGER NOT NULL REFERENCES annotation_set (key) ON DELETE CASCADE,
  id ANY NOT NULL,
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  label ANY NOT NULL,
  status TEXT NOT NULL,
  origin ANY NOT NULL,
  score REAL,
  annotator ANY,
  note ANY NOT NULL,
  created ANY NOT NULL,
  modified ANY NOT NULL,
  more TEXT,
  PRIMARY KEY (annotation_set, id)
) STRICT, WITHOUT ROWID;

-- parts is JSON: the spans and what else only a quote has.
CREATE TABLE quote (
  annotation_set INTEGER NOT NULL REFERENCES annotation_set (key) ON DELETE CASCADE,
  id ANY NOT NULL,
  type TEXT NOT NULL,
  parts TEXT NOT NULL,
  status TEXT NOT NULL,
  origin ANY NOT NULL,
  score REAL,
  annotator ANY,
  note ANY NOT NULL,
  created ANY NOT NULL,
  modified ANY NOT NULL,
  more TEXT,
  PRIMARY KEY (annotation_set, id)
) STRICT, WITHOUT ROWID;

-- The edit history. Rows are added and never removed; only mark moves: done, undone, dropped
-- (undone, then passed over by another edit), arrived (no person did it: undo steps over it).
-- The undone steps of a set always come after its done ones, so keys give both stacks in order.
CREATE TABLE step (
  key INTEGER PRIMARY KEY,
  annotation_set INTEGER NOT NULL REFERENCES annotation_set (key) ON DELETE CASCADE,
  mark TEXT NOT NULL,
  name TEXT NOT NULL,
  args TEXT,
  changes TEXT NOT NULL,
  "by" ANY NOT NULL,
  at ANY NOT NULL
) STRICT;
CREATE INDEX step_stack ON step (annotation_set, mark);

CREATE TABLE place (
  article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
  annotator ANY NOT NULL,
  caret INTEGER NOT NULL,
  scroll INTEGER NOT NULL,
  record ANY,
  PRIMARY KEY (article, annotator)
) STRICT, WITHOUT ROWID;

-- JSON by name: the label set, the window, the article that was open.
CREATE TABLE state (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
"""

SEARCH = """
-- Contentless: the folded text is made again from the stored one where a hit is located.
CREATE VIRTUAL TABLE article_search USING fts5 (
  text, content = '', tokenize = 'unicode61 remove_diacritics 0'
);
"""

LEARNED = """
-- One row a time that the model learned from this project; at is ISO 8601 in UTC.
CREATE TABLE learning (
  key INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  articles INTEGER NOT NULL,
  held INTEGER NOT NULL,
  finished INTEGER NOT NULL,
  f1_before REAL NOT NULL,
  f1_after REAL NOT NULL,
  kept INTEGER NOT NULL
) STRICT;

-- The adapted part of the model, at most one: arrays as .npz without pickle, and which model of
-- the program they belong on.
CREATE TABLE learned_model (
  key INTEGER PRIMARY KEY CHECK (key = 1),
  base TEXT NOT NULL,
  arrays BLOB NOT NULL
) STRICT;
"""

WORKBENCH = """
-- What is said of an article to everybody: tags, and who is to annotate it.
CREATE TABLE article_tag (
  article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
  tag ANY NOT NULL,
  PRIMARY KEY (article, tag)
) STRICT, WITHOUT ROWID;
CREATE INDEX article_tag_tag ON article_tag (tag, article);

CREATE TABLE assignment (
  article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
  annotator ANY NOT NULL,
  PRIMARY KEY (article, annotator)
) STRICT, WITHOUT ROWID;
CREATE INDEX assignment_annotator ON assignment (annotator, article);

-- What one annotator says of an article as a whole. flags is a JSON list of names (unsure);
-- modified is the time of the last step, ISO 8601 in UTC.
ALTER TABLE annotation_set ADD COLUMN note ANY;
ALTER TABLE annotation_set ADD COLUMN flags TEXT;
ALTER TABLE annotation_set ADD COLUMN modified ANY;

-- One decision over several articles, or on the project itself; its steps are undone together.
-- project is JSON: values of state before and after (the label set), or NULL. mark is done or
-- undone.
CREATE TABLE batch (
  key INTEGER PRIMARY KEY,
  mark TEXT NOT NULL,
  name TEXT NOT NULL,
  args TEXT,
  project TEXT,
  "by" ANY NOT NULL,
  at ANY NOT NULL
) STRICT;
ALTER TABLE step ADD COLUMN batch INTEGER REFERENCES batch (key);
CREATE INDEX step_batch ON step (batch) WHERE batch IS NOT NULL;

-- Seconds that an annotator was at work in an article, by local day (2026-11-22).
CREATE TABLE time_spent (
  article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
  annotator ANY NOT NULL,
  day TEXT NOT NULL,
  seconds INTEGER NOT NULL,
  PRIMARY KEY (article, annotator, day)
) STRICT, WITHOUT ROWID;
"""

REVIEW = """
-- What a reviewer decided about a disagreement: a record of the reviewer's set, as entities and
-- quotes are. id is the disagreement's key, fault why annotators came to differ; more is JSON:
-- whose records were taken, and which records of the set the verdict stands for.
CREATE TABLE verdict (
  annotation_set INTEGER NOT NULL REFERENCES annotation_set (key) ON DELETE CASCADE,
  id TEXT NOT NULL,
  kind TEXT NOT NULL,
  choice TEXT NOT NULL,
  fault TEXT,
  note ANY NOT NULL,
  "by" ANY NOT NULL,
  at ANY NOT NULL,
  more TEXT,
  PRIMARY KEY (annotation_set, id)
) STRICT, WITHOUT ROWID;
"""

DESCRIBED = """
-- What a person set of an article, which an import does not change: JSON, whether the title, and
-- the names of the metadata ({"title": true, "meta": ["date"]}), or NULL.
ALTER TABLE article_text ADD COLUMN described TEXT;
"""

SCRIPTS = (
    ("articles", ARTICLES),
    ("search", SEARCH),
    ("learned", LEARNED),
    ("workbench", WORKBENCH),
    ("review", REVIEW),
    ("described", DESCRIBED),
)
"""Name and script of every schema version, in order; version 1 is the first."""

SCHEMA_VERSION = len(SCRIPTS)
"""What ``PRAGMA user_version`` says in a file of this program's version."""

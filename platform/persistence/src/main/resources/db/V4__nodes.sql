-- Which node makes ids with which number, and up to which moment: nobody else's ids with that number are as old as that.
CREATE TABLE platform.node (
  number INTEGER NOT NULL PRIMARY KEY,
  owner VARCHAR(40) NOT NULL,
  name VARCHAR(100) NOT NULL,
  since TIMESTAMP NOT NULL,
  seen_at TIMESTAMP NOT NULL,
  ids_until TIMESTAMP NOT NULL
);

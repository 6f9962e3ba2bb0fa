-- What somebody is told of: it is written with what it tells of, read on the phone, and forgotten after some months.
CREATE TABLE points.notice (
  id      BIGINT       NOT NULL PRIMARY KEY,
  owner   VARCHAR(60)  NOT NULL,
  kind    VARCHAR(20)  NOT NULL,
  area    VARCHAR(9)   NOT NULL,
  subject BIGINT       NOT NULL,
  title   VARCHAR(200) NOT NULL,
  amount  BIGINT       NOT NULL,
  due_at  TIMESTAMP,
  told_at TIMESTAMP    NOT NULL,
  read_at TIMESTAMP
);
CREATE INDEX points.notice_owner ON points.notice (owner, id);
CREATE INDEX points.notice_subject ON points.notice (subject, kind);
CREATE INDEX points.notice_told ON points.notice (told_at);

-- Who would like to be in a team and waits for its leader's word.
CREATE TABLE points.team_request (
  team_id  BIGINT      NOT NULL,
  account  VARCHAR(60) NOT NULL,
  asked_at TIMESTAMP   NOT NULL,
  PRIMARY KEY (team_id, account)
);
CREATE INDEX points.team_request_of ON points.team_request (account, team_id);
CREATE INDEX points.team_area ON points.team (area, id);

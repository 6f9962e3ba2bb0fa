-- Why something was taken from somebody, where the notice tells of it.
ALTER TABLE points.notice ADD COLUMN reason VARCHAR(200) DEFAULT '' NOT NULL;

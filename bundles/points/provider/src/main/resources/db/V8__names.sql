-- By what a volunteer is looked for: the name in the directory of accounts, in small letters. Empty: the job has not seen it yet.
ALTER TABLE points.volunteer ADD COLUMN name_key VARCHAR(200) DEFAULT '' NOT NULL;
CREATE INDEX points.volunteer_name ON points.volunteer (street, state, name_key, id);

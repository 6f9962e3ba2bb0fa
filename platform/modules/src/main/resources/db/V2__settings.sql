-- what is set now, for a street or a district; changed_in is the count in modules.revision at the change
CREATE TABLE modules.setting (
    area VARCHAR(9) NOT NULL,
    module VARCHAR(40) NOT NULL,
    version INTEGER NOT NULL,
    content ${text} NOT NULL,
    changed_in BIGINT NOT NULL,
    CONSTRAINT setting_pk PRIMARY KEY (area, module)
);
CREATE INDEX modules.setting_changed_in ON modules.setting (changed_in);

-- all that was ever set, by whom and when; went_back_to names the earlier version that was taken again
CREATE TABLE modules.setting_version (
    area VARCHAR(9) NOT NULL,
    module VARCHAR(40) NOT NULL,
    version INTEGER NOT NULL,
    content ${text} NOT NULL,
    changed_by VARCHAR(60) NOT NULL,
    changed_at TIMESTAMP NOT NULL,
    went_back_to INTEGER,
    CONSTRAINT setting_version_pk PRIMARY KEY (area, module, version)
);

-- pictures for settings; one that no version of any setting names is thrown away after a day
CREATE TABLE modules.picture (
    id BIGINT NOT NULL,
    area VARCHAR(9) NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    used BOOLEAN NOT NULL,
    made_at TIMESTAMP NOT NULL,
    CONSTRAINT picture_pk PRIMARY KEY (id)
);
CREATE INDEX modules.picture_unused ON modules.picture (used, made_at);

INSERT INTO modules.revision (id, changes) VALUES (2, 0);

-- who may sign in
CREATE TABLE security.account (
    account VARCHAR(60) NOT NULL,
    name VARCHAR(100) NOT NULL,
    password VARCHAR(200),
    created_at TIMESTAMP NOT NULL,
    closed_at TIMESTAMP,
    version BIGINT NOT NULL,
    CONSTRAINT account_pk PRIMARY KEY (account)
);
CREATE INDEX account_by_name ON security.account (name);

-- as what, and where
CREATE TABLE security.account_grant (
    account VARCHAR(60) NOT NULL,
    role VARCHAR(20) NOT NULL,
    area VARCHAR(24) NOT NULL,
    CONSTRAINT account_grant_pk PRIMARY KEY (account, role, area),
    CONSTRAINT account_grant_account FOREIGN KEY (account) REFERENCES security.account (account)
);
CREATE INDEX account_grant_by_role ON security.account_grant (role, area, account);
CREATE INDEX account_grant_by_area ON security.account_grant (area, account);

-- sessions and bearer tokens: of the secret itself only the SHA-256 is kept
CREATE TABLE security.credential (
    digest VARCHAR(64) NOT NULL,
    kind VARCHAR(10) NOT NULL,
    account VARCHAR(60) NOT NULL,
    made_at TIMESTAMP NOT NULL,
    expires_at TIMESTAMP NOT NULL,
    seen_at TIMESTAMP NOT NULL,
    CONSTRAINT credential_pk PRIMARY KEY (digest)
);
CREATE INDEX credential_by_account ON security.credential (account);
CREATE INDEX credential_by_expiry ON security.credential (expires_at);

-- wrong tries at signing in, counted for known and unknown names alike
CREATE TABLE security.sign_in_tries (
    name_digest VARCHAR(64) NOT NULL,
    failed INTEGER NOT NULL,
    since TIMESTAMP NOT NULL,
    locked_until TIMESTAMP,
    CONSTRAINT sign_in_tries_pk PRIMARY KEY (name_digest)
);
CREATE INDEX sign_in_tries_by_since ON security.sign_in_tries (since);

-- one-time links for the first administrator
CREATE TABLE security.setup_link (
    digest VARCHAR(64) NOT NULL,
    made_at TIMESTAMP NOT NULL,
    CONSTRAINT setup_link_pk PRIMARY KEY (digest)
);

-- what must be provable later: rows are added, never changed
CREATE TABLE security.audit_line (
    id BIGINT NOT NULL,
    recorded_at TIMESTAMP NOT NULL,
    account VARCHAR(60) NOT NULL,
    action VARCHAR(80) NOT NULL,
    subject VARCHAR(200) NOT NULL,
    area VARCHAR(24),
    outcome VARCHAR(40) NOT NULL,
    CONSTRAINT audit_line_pk PRIMARY KEY (id)
);
CREATE INDEX audit_line_by_account ON security.audit_line (account, id);
CREATE INDEX audit_line_by_action ON security.audit_line (action, id);
CREATE INDEX audit_line_by_area ON security.audit_line (area, id);

-- lines that wait for their place in the chain
CREATE TABLE security.audit_unsealed (
    line BIGINT NOT NULL,
    CONSTRAINT audit_unsealed_pk PRIMARY KEY (line)
);

-- the chain: each hash is made of the hash before and the line
CREATE TABLE security.audit_seal (
    place BIGINT NOT NULL,
    line BIGINT NOT NULL,
    hash VARCHAR(64) NOT NULL,
    CONSTRAINT audit_seal_pk PRIMARY KEY (place),
    CONSTRAINT audit_seal_line UNIQUE (line)
);

-- Accounts that come by invitation and may be deactivated; projects with members of three roles.

alter table account add column active boolean default true not null;
alter table account add column last_seen_at timestamp with time zone;
-- Counted up whenever what the account may do has changed: open pages and streams look at it.
alter table account add column access_version bigint default 0 not null;
-- Sessions remember the number they were opened under; under another one they are over.
alter table account add column session_number bigint default 0 not null;
-- The project that the account's pages are about; none for all of them.
alter table account add column chosen_project uuid references project (id);

-- One-use addresses: to make an account, or to choose a new password.
create table entry_link (
    id         uuid primary key,
    kind       varchar(16) not null,
    -- SHA-256 in hexadecimal; the key itself is never stored.
    key_hash   varchar(64) not null,
    -- Whom it is for, in the words of whoever made it; nobody reads it but people.
    note       varchar(100) not null,
    -- Whose password; none in an invitation.
    account_id uuid references account (id),
    -- The project invited to, and as what; none where the account gets its own alone.
    project_id uuid references project (id),
    role       varchar(16),
    created_by uuid not null references account (id),
    created_at timestamp with time zone not null,
    expires_at timestamp with time zone not null,
    used_at    timestamp with time zone,
    revoked_at timestamp with time zone,
    constraint entry_link_key unique (key_hash)
);
create index entry_link_account on entry_link (account_id);

-- What an account is told: that a comment calls it, that a run has ended.
create table notice (
    id         uuid primary key,
    account_id uuid not null references account (id),
    kind       varchar(16) not null,
    run_id     uuid not null references run (id) on delete cascade,
    -- The comment that calls; none where a run has ended.
    comment_id uuid references run_comment (id) on delete cascade,
    created_at timestamp with time zone not null,
    read_at    timestamp with time zone
);
create index notice_of_account on notice (account_id, created_at);
create index notice_of_run on notice (run_id);
create index notice_of_comment on notice (comment_id);

-- What it wants to be told; an account without a row wants all but what a browser shows by itself.
create table notice_choice (
    account_id uuid primary key references account (id),
    mentions   boolean not null,
    finished   boolean not null,
    failed     boolean not null,
    diverged   boolean not null,
    own        boolean not null,
    favourites boolean not null,
    browser    boolean not null
);

-- Projects whose every run it wants to hear of.
create table followed_project (
    account_id uuid not null references account (id),
    project_id uuid not null references project (id) on delete cascade,
    primary key (account_id, project_id)
);

-- What people say about runs. It goes with its run.
create table run_comment (
    id         uuid primary key,
    run_id     uuid not null references run (id) on delete cascade,
    author_id  uuid not null references account (id),
    text       varchar(10000) not null,
    created_at timestamp with time zone not null,
    edited_at  timestamp with time zone,
    -- Deleted ones can be brought back for a while; then they are gone.
    deleted_at timestamp with time zone
);
create index run_comment_listed on run_comment (run_id, created_at);
create index run_comment_deleted on run_comment (deleted_at);

-- Whom a comment names, of those who were members when it was written.
create table comment_mention (
    comment_id uuid not null references run_comment (id) on delete cascade,
    account_id uuid not null references account (id),
    primary key (comment_id, account_id)
);

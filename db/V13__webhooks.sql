-- Where a project's events are sent to, if anywhere.
create table webhook (
    project_id uuid primary key references project (id) on delete cascade,
    address    varchar(2000) not null,
    -- Readable, since each delivery is signed with it; nobody is shown it a second time.
    secret     varchar(64) not null,
    -- Names of events, with a comma between them.
    events     varchar(400) not null,
    active     boolean not null,
    -- Why it was switched off by the server itself.
    off_reason varchar(16),
    -- Deliveries given up one after the other; one that gets through ends the row.
    given_up   integer not null,
    created_at timestamp with time zone not null
);

-- What is to be sent, written in the transaction of what happened, and how the last attempt went.
create table webhook_delivery (
    id          uuid primary key,
    project_id  uuid not null references webhook (project_id) on delete cascade,
    event       varchar(24) not null,
    run_id      uuid references run (id) on delete cascade,
    comment_id  uuid references run_comment (id) on delete cascade,
    happened_at timestamp with time zone not null,
    state       varchar(16) not null,
    -- Attempts begun.
    attempt     integer not null,
    -- When it is due; while an attempt lasts, when that counts as lost. None where nothing is to be done.
    next_at     timestamp with time zone,
    -- The last attempt: when it ended, how long it took, what was answered, what was wrong.
    tried_at    timestamp with time zone,
    took_ms     integer,
    status      integer,
    trouble     varchar(24)
);
create index webhook_delivery_due on webhook_delivery (next_at);
create index webhook_delivery_listed on webhook_delivery (project_id, happened_at);
create index webhook_delivery_of_run on webhook_delivery (run_id);
create index webhook_delivery_of_comment on webhook_delivery (comment_id);

-- Admins are told of their project's webhook: a notification may be about a project.
alter table notice alter column run_id drop not null;
alter table notice add column project_id uuid references project (id) on delete cascade;
create index notice_of_project on notice (project_id);

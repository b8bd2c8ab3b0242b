-- Settings of the list of runs under a name: what it is filtered, sorted and grouped by, and which
-- columns it has. No runs, and no rights.
create table run_list_view (
    id             uuid primary key,
    account_id     uuid not null references account (id) on delete cascade,
    name           varchar(100) not null,
    query          varchar(2000) not null,
    sorted_by      varchar(32) not null,
    grouped_by     varchar(16) not null,
    shown_columns  varchar(1000) not null,
    pinned_columns varchar(1000) not null,
    created_at     timestamp with time zone not null,
    changed_at     timestamp with time zone not null,
    constraint run_list_view_name unique (account_id, name)
);

-- The processes that train. Each writes its row when it starts, renews it at every heartbeat and
-- takes it away when it stops; of one that was killed it stays for a day.

create table worker_node (
    id         uuid primary key,
    name       varchar(100) not null,
    host       varchar(100) not null,
    -- Its number on the host.
    process    bigint not null,
    version    varchar(100) not null,
    slots      integer not null,
    -- What it was asked to do with runs: to take new ones, to end those it has, or to put them aside.
    intake     varchar(16) not null,
    started_at timestamp with time zone not null,
    heard_at   timestamp with time zone not null
);

-- The same definition trained with several seeds: one group, which its runs point to.

create table run_group (
    id                 uuid primary key,
    project_id         uuid not null references project (id),
    experiment_id      uuid not null,
    experiment_version integer not null,
    owner_id           uuid not null references account (id),
    owner_name         varchar(64) not null,
    -- Names the request that made the group, so that it makes one however often it is sent.
    request_key        varchar(100),
    name               varchar(200) not null,
    -- How many seeds were asked for: runs in the bin are not listed, but they were trained.
    seeds              integer not null,
    created_at         timestamp with time zone not null,
    constraint run_group_request_unique unique (owner_id, request_key),
    constraint run_group_version foreign key (experiment_id, experiment_version)
        references experiment_version (experiment_id, version)
);
create index run_group_listed on run_group (project_id, created_at);

alter table run add column group_id uuid;
alter table run add constraint run_in_group foreign key (group_id) references run_group (id);
create index run_of_group on run (group_id);

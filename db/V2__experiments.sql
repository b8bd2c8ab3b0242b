-- Experiments, and every version of their definitions: runs refer to the version they ran.

create table experiment (
    id           uuid primary key,
    project_id   uuid not null references project (id),
    created_by   uuid not null references account (id),
    name         varchar(200) not null,
    description  varchar(4000) not null,
    -- The current one's number, from 1.
    version      integer not null,
    lock_version bigint not null,
    archived     boolean not null,
    created_at   timestamp with time zone not null,
    updated_at   timestamp with time zone not null
);
create index experiment_project on experiment (project_id, archived, updated_at);

create table experiment_version (
    id            uuid primary key,
    experiment_id uuid not null references experiment (id),
    version       integer not null,
    -- Canonical JSON, as DefinitionJson writes it.
    definition    text not null,
    created_at    timestamp with time zone not null,
    constraint experiment_version_unique unique (experiment_id, version)
);

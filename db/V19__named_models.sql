-- Models that are served by name. A version has a copy of its checkpoint's weights, and nothing of it
-- refers to the run: whatever becomes of that, the version stays.

create table named_model (
    id            uuid primary key,
    project_id    uuid not null references project (id),
    name          varchar(64) not null,
    -- The last number that was given to a version: none is given twice.
    last_version  integer not null,
    made_by       uuid not null references account (id),
    made_by_name  varchar(64) not null,
    made_at       timestamp with time zone not null,
    constraint named_model_unique unique (project_id, name)
);
create index named_model_by_name on named_model (name);

create table named_model_version (
    id            uuid primary key,
    model_id      uuid not null references named_model (id),
    version       integer not null,
    -- Where it came from, perhaps gone by now.
    run_id        uuid not null,
    run_name      varchar(200) not null,
    checkpoint_id uuid not null,
    epoch         integer not null,
    loss          double precision not null,
    val_loss      double precision,
    -- What it is asked with: how many steps of how many numbers.
    task          varchar(16) not null,
    steps         integer not null,
    features      integer not null,
    cell          varchar(16) not null,
    units         varchar(100) not null,
    size          bigint not null,
    sha256        varchar(64) not null,
    note          varchar(2000) not null,
    made_by       uuid not null references account (id),
    made_by_name  varchar(64) not null,
    made_at       timestamp with time zone not null,
    constraint named_model_version_unique unique (model_id, version)
);

create table named_model_weights (
    version_id    uuid not null references named_model_version (id),
    part          integer not null,
    bytes         bytea not null,
    constraint named_model_weights_key primary key (version_id, part)
);

create table named_model_alias (
    model_id      uuid not null references named_model (id),
    alias         varchar(32) not null,
    version_id    uuid not null references named_model_version (id),
    moved_by_name varchar(64) not null,
    moved_at      timestamp with time zone not null,
    constraint named_model_alias_key primary key (model_id, alias)
);
create index named_model_alias_of_version on named_model_alias (version_id);

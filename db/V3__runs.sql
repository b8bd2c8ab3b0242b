-- Runs, what they measured, what they saved, and what was made of that.
-- Plain enough for H2 and PostgreSQL alike. Bytes are cut into parts below one megabyte, the most
-- that H2 takes in a bytea: so no type is needed that only one of them has.

create table run (
    id                 uuid primary key,
    project_id         uuid not null references project (id),
    experiment_id      uuid not null,
    experiment_version integer not null,
    owner_id           uuid not null references account (id),
    owner_name         varchar(64) not null,
    -- Names the request that made the run, so that it makes one however often it is sent.
    request_key        varchar(100),
    name               varchar(200) not null,
    notes              varchar(20000) not null,
    -- Each tag after a line feed, and one at the end: a tag is found whole by its line feeds.
    tags               varchar(1200) not null,
    seed               bigint not null,
    priority           integer not null,
    -- The version's definition with the run's overrides applied: a copy, so that it never changes.
    definition         varchar(200000) not null,
    state              varchar(16) not null,
    cancel_requested   boolean not null,
    -- Which worker's writes count: one more each time that a worker begins.
    attempt            integer not null,
    -- How often in a row a worker vanished without another epoch stored, and the epoch it began at.
    fruitless          integer not null,
    begun_epoch        integer not null,
    worker             varchar(200),
    epoch              integer not null,
    epochs             integer not null,
    loss               double precision,
    val_loss           double precision,
    best               double precision,
    best_epoch         integer,
    epochs_per_second  double precision,
    checkpoint_epoch   integer not null,
    failure_reason     varchar(32),
    failure_detail     varchar(1000),
    provenance         varchar(4000),
    queued_at          timestamp with time zone not null,
    started_at         timestamp with time zone,
    finished_at        timestamp with time zone,
    deleted_at         timestamp with time zone,
    constraint run_request_unique unique (owner_id, request_key),
    constraint run_version foreign key (experiment_id, experiment_version)
        references experiment_version (experiment_id, version)
);
create index run_listed on run (project_id, queued_at);
create index run_of_experiment on run (experiment_id);
create index run_in_state on run (state);

-- One row an epoch. A diverged loss is stored as it is: not a number, or infinite.
create table run_epoch (
    run_id   uuid not null references run (id),
    epoch    integer not null,
    loss     double precision not null,
    val_loss double precision,
    primary key (run_id, epoch)
);

-- Where a run goes on after its worker stopped: the newest point only, gone when the run has ended.
create table run_resume (
    run_id uuid not null references run (id),
    part   integer not null,
    bytes  bytea not null,
    primary key (run_id, part)
);

create table checkpoint (
    id                uuid primary key,
    run_id            uuid not null references run (id),
    epoch             integer not null,
    loss              double precision not null,
    val_loss          double precision,
    best              boolean not null,
    periodic          boolean not null,
    last              boolean not null,
    size              bigint not null,
    sha256            varchar(64) not null,
    parameters_sha256 varchar(64) not null,
    created_at        timestamp with time zone not null,
    constraint checkpoint_epoch_unique unique (run_id, epoch)
);

-- Apart from the checkpoints, so that listing them never reads weights.
create table checkpoint_weights (
    checkpoint_id uuid not null references checkpoint (id),
    part          integer not null,
    bytes         bytea not null,
    primary key (checkpoint_id, part)
);

create table evaluation (
    id            uuid primary key,
    checkpoint_id uuid not null references checkpoint (id),
    request       varchar(200000) not null,
    mse           double precision,
    mae           double precision,
    rmse          double precision,
    created_at    timestamp with time zone not null
);
create index evaluation_of_checkpoint on evaluation (checkpoint_id);

create table evaluation_result (
    evaluation_id uuid not null references evaluation (id),
    part          integer not null,
    bytes         bytea not null,
    primary key (evaluation_id, part)
);

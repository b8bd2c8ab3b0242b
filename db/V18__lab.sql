-- Results of the checkpoint lab that somebody kept: what saved nets came to on some data.
create table lab_result (
    id          uuid primary key,
    name        varchar(200) not null,
    -- What was asked, as JSON.
    question    varchar(200000) not null,
    author_id   uuid not null references account (id),
    author_name varchar(64) not null,
    created_at  timestamp with time zone not null,
    deleted_at  timestamp with time zone
);
create index lab_result_listed on lab_result (created_at);

-- What one checkpoint came to. It goes with its run; who sees all the runs sees the result.
create table lab_entry (
    id            uuid primary key,
    result_id     uuid not null references lab_result (id),
    run_id        uuid not null references run (id),
    -- Perhaps no more: a better epoch may have taken its place. The numbers stay.
    checkpoint_id uuid not null,
    place         integer not null,
    epoch         integer not null,
    mse           double precision,
    mae           double precision,
    rmse          double precision
);
create index lab_entry_of_result on lab_entry (result_id, place);
create index lab_entry_of_run on lab_entry (run_id);

create table lab_entry_part (
    entry_id uuid not null references lab_entry (id),
    part     integer not null,
    bytes    bytea not null,
    primary key (entry_id, part)
);

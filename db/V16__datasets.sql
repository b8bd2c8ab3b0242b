-- Tables of numbers that people brought, to learn from.

create table dataset (
    id            uuid primary key,
    project_id    uuid not null references project (id),
    owner_id      uuid not null references account (id),
    owner_name    varchar(64) not null,
    name          varchar(200) not null,
    -- The file it came as; sha256 is of the file's bytes.
    file_name     varchar(255) not null,
    size          bigint not null,
    sha256        varchar(64) not null,
    encoding      varchar(16) not null,
    field_separator varchar(16) not null,
    decimal_sign  varchar(8) not null,
    header        boolean not null,
    -- "rows" is a word of SQL.
    row_count     bigint not null,
    -- Values in each part of a column but its last.
    part_rows     integer not null,
    created_at    timestamp with time zone not null,
    deleted_at    timestamp with time zone,
    gone_at       timestamp with time zone
);
create index dataset_of_project on dataset (project_id, created_at);
create index dataset_deleted on dataset (deleted_at);
create index dataset_gone on dataset (gone_at);

create table dataset_column (
    id            uuid primary key,
    dataset_id    uuid not null references dataset (id),
    -- From 0, as in the file.
    place         integer not null,
    name          varchar(200) not null,
    type          varchar(8) not null,
    missing       bigint not null,
    -- Of the numbers that are there; none where there is no number.
    least         double precision,
    greatest      double precision,
    mean          double precision,
    deviation     double precision,
    -- The first and the last value that is there, as written.
    first_value   varchar(100),
    last_value    varchar(100),
    -- What made a column of numbers or times one of text.
    odd_line      bigint,
    odd_value     varchar(100),
    -- Of the values as little-endian doubles; none but for numbers.
    sha256        varchar(64),
    constraint dataset_column_unique unique (dataset_id, place)
);

-- Numbers of a column: little-endian doubles, deflated; NaN where one is missing.
create table dataset_part (
    dataset_id    uuid not null references dataset (id),
    place         integer not null,
    part          integer not null,
    bytes         bytea not null,
    constraint dataset_part_key primary key (dataset_id, place, part)
);

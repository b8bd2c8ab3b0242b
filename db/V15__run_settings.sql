-- What runs are filtered by besides their own columns: the settings of their definitions, one row
-- each. Runs of equal definitions share their rows, by a key made from the definition's text.

create table run_setting (
    settings_key uuid not null,
    -- The field's path in the definition.
    path         varchar(64) not null,
    -- From 0 within a list, such as a network's units; else 0.
    place        integer not null,
    -- In lower case. Neither for what only holds other fields.
    text_value   varchar(1000),
    number_value double precision,
    primary key (settings_key, path, place)
);
create index run_setting_number on run_setting (path, number_value);

-- None of runs that came from an archive or an older version, until their settings are written.
alter table run add column settings_key uuid;
create index run_settings on run (settings_key);

-- How long it took, of a run that has ended.
alter table run add column seconds double precision;
update run set seconds = extract(epoch from (finished_at - started_at))
    where finished_at is not null and started_at is not null;

-- How long a run had trained when some of its epochs ended, in seconds: its pauses, and the time that
-- it waited for a worker, are left out. Between two rows time passes evenly; the run itself has the
-- time up to its last epoch. None for runs that began before this was measured.

create table run_clock (
    run_id          uuid not null references run (id),
    epoch           integer not null,
    trained_seconds double precision not null,
    primary key (run_id, epoch)
);
alter table run add column trained_seconds double precision;

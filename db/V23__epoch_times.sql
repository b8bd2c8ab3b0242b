-- How long a run had trained when an epoch ended, in seconds: its pauses, and the time that it waited
-- for a worker, are left out. None for the epochs of runs that began before this was measured.

alter table run_epoch add column trained_seconds double precision;
alter table run add column trained_seconds double precision;

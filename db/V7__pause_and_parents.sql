-- A run can be asked to pause while it trains, and a run can begin with the weights of another.

alter table run add column pause_requested boolean default false not null;

-- The checkpoint whose weights it began with. No foreign keys: a checkpoint that a better one
-- replaced is deleted, and what was made of its weights stays as it is.
alter table run add column parent_run_id uuid;
alter table run add column parent_checkpoint_id uuid;
alter table run add column parent_epoch integer;
create index run_of_parent on run (parent_run_id);

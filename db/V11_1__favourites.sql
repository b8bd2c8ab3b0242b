-- Runs that somebody wants at hand.
create table favourite (
    account_id uuid not null references account (id),
    run_id     uuid not null references run (id) on delete cascade,
    primary key (account_id, run_id)
);
create index favourite_of_run on favourite (run_id);

-- How somebody's list of runs looks: which columns, in which order.

create table run_list_setting (
    account_id uuid not null references account (id) on delete cascade,
    name       varchar(32) not null,
    content    varchar(2000) not null,
    primary key (account_id, name)
);

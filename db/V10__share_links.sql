-- Links that show a run, a group or two groups beside each other to whoever has them, read-only.
-- A link has no project of its own: it is of the project that what it shows is in now.

create table share_link (
    id             uuid primary key,
    -- SHA-256 in hexadecimal; the key itself is never stored.
    key_hash       varchar(64) not null,
    run_id         uuid references run (id) on delete cascade,
    group_id       uuid references run_group (id) on delete cascade,
    -- What the group is compared with; none where the group is shown by itself.
    with_group_id  uuid references run_group (id) on delete cascade,
    -- Whom it is for, in the words of whoever made it.
    note           varchar(100) not null,
    created_by     uuid not null references account (id),
    created_at     timestamp with time zone not null,
    -- None for a link that ends only when it is revoked.
    expires_at     timestamp with time zone,
    revoked_at     timestamp with time zone,
    opens          bigint default 0 not null,
    last_opened_at timestamp with time zone,
    constraint share_link_key unique (key_hash),
    constraint share_link_of_one check ((run_id is null and group_id is not null)
        or (run_id is not null and group_id is null and with_group_id is null))
);
create index share_link_run on share_link (run_id);
create index share_link_group on share_link (group_id);
create index share_link_with_group on share_link (with_group_id);

-- Who may sign in, the projects they see, and the tokens their scripts carry.
-- Plain enough for H2 and PostgreSQL alike: ids are made by the application.

create table account (
    id            uuid primary key,
    name          varchar(64) not null,
    -- The name as compared: normalised and in lower case, so that no two look alike.
    name_key      varchar(128) not null,
    password_hash varchar(200) not null,
    created_at    timestamp with time zone not null,
    constraint account_name_unique unique (name_key)
);

-- One row at most: whoever writes it first owns the server, however many try at once.
create table server (
    id       smallint primary key,
    owner_id uuid not null references account (id),
    constraint server_single check (id = 1)
);

create table project (
    id          uuid primary key,
    name        varchar(100) not null,
    -- Set on the one project that each account gets for itself.
    personal_of uuid references account (id),
    created_at  timestamp with time zone not null,
    constraint project_personal_unique unique (personal_of)
);

create table membership (
    id         uuid primary key,
    project_id uuid not null references project (id),
    account_id uuid not null references account (id),
    role       varchar(16) not null,
    constraint membership_unique unique (project_id, account_id)
);
create index membership_account on membership (account_id);

create table access_token (
    id           uuid primary key,
    account_id   uuid not null references account (id),
    name         varchar(100) not null,
    -- SHA-256 in hexadecimal; the token itself is never stored.
    token_hash   varchar(64) not null,
    created_at   timestamp with time zone not null,
    expires_at   timestamp with time zone,
    last_used_at timestamp with time zone,
    constraint access_token_unique unique (token_hash)
);
create index access_token_account on access_token (account_id);

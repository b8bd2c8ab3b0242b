-- Who signs in by OpenID Connect: the accounts of an issuer's people. Such an account may do without a password.

alter table account alter column password_hash drop not null;

create table openid_identity (
    id           uuid primary key,
    account_id   uuid not null references account (id),
    -- The issuer as it names itself, and its own name for the person, which never changes hands there.
    issuer       varchar(500) not null,
    subject      varchar(255) not null,
    -- An e-mail address or a name, as the issuer had it last: shown to the person, compared with nothing.
    label        varchar(200) not null,
    connected_at timestamp with time zone not null,
    constraint openid_identity_once unique (issuer, subject),
    constraint openid_identity_of_account unique (account_id, issuer)
);

create table consents (
  account_id uuid not null references accounts (id) on delete cascade,
  purpose text not null,
  given_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (account_id, purpose, given_at)
);

create table sessions (
  id text primary key,
  account_id uuid not null references accounts (id) on delete cascade,
  created_at timestamptz not null default now(),
  revoked_at timestamptz
);

create index sessions_revoked_at on sessions (revoked_at) where revoked_at is not null;

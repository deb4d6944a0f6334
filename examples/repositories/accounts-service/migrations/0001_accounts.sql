create table accounts (
  id uuid primary key,
  email bytea not null,
  name bytea,
  locked_at timestamptz,
  created_at timestamptz not null default now()
);

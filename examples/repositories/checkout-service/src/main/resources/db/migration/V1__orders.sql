create table orders (
  id text primary key,
  customer_id text not null,
  event_id text not null,
  state text not null,
  held_until timestamptz,
  created_at timestamptz not null default now()
);

create table outbox (
  id bigint generated always as identity primary key,
  order_id text not null,
  type text not null,
  payload jsonb not null,
  created_at timestamptz not null default now(),
  sent_at timestamptz
);

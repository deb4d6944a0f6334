create table events (
  id text primary key,
  venue_id text not null references venues (id),
  title text not null,
  state text not null default 'draft',
  sale_begins timestamptz,
  version integer not null default 1
);

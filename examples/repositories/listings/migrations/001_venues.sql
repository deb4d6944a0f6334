create table venues (
  id text primary key,
  name text not null,
  city text not null,
  places integer not null check (places > 0)
);

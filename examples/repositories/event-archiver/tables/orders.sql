create table orders (
  order_id String,
  event_id String,
  organiser_id String,
  channel LowCardinality(String),
  amount Int64,
  fee Int64,
  paid_at DateTime
) engine = MergeTree order by (event_id, paid_at);

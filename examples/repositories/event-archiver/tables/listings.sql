create table listings (
  event_id String,
  version UInt32,
  title String,
  changed_at DateTime
) engine = ReplacingMergeTree (version) order by event_id;

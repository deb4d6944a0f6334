-- What the region has and this gate lacks, oldest first.
select id, ticket, scanned_at from scans where sequence > ?1 order by sequence limit 500;

select
  toStartOfInterval(paid_at, interval 1 hour) as hour,
  channel,
  count() as sold,
  sum(amount) as revenue
from orders
where event_id = {event:String}
group by hour, channel
order by hour

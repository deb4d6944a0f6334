select event_id, count() as sold, sum(amount) as revenue, sum(fee) as fee
from orders
where organiser_id = {organiser:String} and toYYYYMM(paid_at) = {month:UInt32}
group by event_id

-- An order holds the latest callback of each payment that a filter found, or each callback that a filter of callbacks found.
alter table resend_orders rename column filter to payment_filter;
alter table resend_orders alter column payment_filter drop not null;
alter table resend_orders add column callback_filter jsonb;
alter table resend_orders add check (num_nonnulls(payment_filter, callback_filter) = 1);

alter table resend_items alter column payment_id drop not null;
alter table resend_items add column callback_id bigint references callbacks (id); -- null: the latest of the payment
alter table resend_items add check (num_nonnulls(payment_id, callback_id) > 0);
alter table resend_items add column order_key text;        -- what has the same one goes one after the other, by number
alter table resend_items add column not_before timestamptz; -- it could not be sent at its turn, and has another one then
create index resend_items_in_order on resend_items (order_id, order_key, number)
  where outcome in ('waiting', 'sending') and order_key is not null;

-- False: an order sent it, and it never had a place in the queue.
alter table deliveries add column queued boolean not null default true;

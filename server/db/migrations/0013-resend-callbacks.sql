-- An order holds the latest callback of each payment that a filter found, or each callback that a filter of callbacks found.
alter table resend_orders rename column filter to payment_filter;
alter table resend_orders alter column payment_filter drop not null;
alter table resend_orders add column callback_filter jsonb;
alter table resend_orders add check (num_nonnulls(payment_filter, callback_filter) = 1);
alter table resend_items alter column payment_id drop not null;
alter table resend_items add column callback_id bigint references callbacks (id);
alter table resend_items add check (num_nonnulls(payment_id, callback_id) > 0);

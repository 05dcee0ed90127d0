-- QRIS routings and one-time payments: what a payer needs to pay them, what they cost, and what people watch.
alter table payments
  add column app_url text,
  add column qr_image_url text,
  add column account_number text,
  add column payment_code text,
  add column fee_sen bigint,                        -- hundredths of a rupiah: Fazz states 116.55
  add column partner_user_id text,
  add column has_hosted_page boolean,
  add column failure_provider_code text,
  add column simulated_at timestamptz,              -- a person last had the provider simulate a payment
  add column called_back_at timestamptz,            -- the latest callback about it
  add column contradicted_at timestamptz,           -- a statement contradicts what we believe, and nobody has acknowledged it
  -- When it counts as paid: Fazz names no time, and then it is when we learned of it; of what was paid before we imported it,
  -- when it was made, or months of history would count as paid on the day of the import.
  add column counts_at timestamptz generated always as (case when status = 'paid' then
    coalesce(paid_at, case when known_source = 'import' then created_at else known_at end) end) stored,
  -- What a payer types at an ATM or says at the counter is looked for too, and the merchant's own id of the customer.
  drop column search_text,
  add column search_text text generated always as (lower(
    id || ' ' || reference || ' ' || coalesce(provider_payment_id, '') || ' ' || coalesce(partner_user_id, '') || ' ' ||
    coalesce(customer_name, '') || ' ' || coalesce(description, '') || ' ' || emails || ' ' || coalesce(phone, '') || ' ' ||
    coalesce(account_number, '') || ' ' || coalesce(payment_code, '') || ' ' || coalesce(tx_ref_number, '') || ' ' ||
    coalesce(payment_reference_number, '') || ' ' || coalesce(payer_name, '') || ' ' || coalesce(payer_phone, '') || ' ' ||
    amount_idr::text || ' ' || coalesce(paid_amount_idr::text, ''))) stored;
create index payments_search on payments using gin (search_text gin_trgm_ops);

update audit_entries set action = case action
  when 'deleteLink' then 'deletePayment' when 'refreshLink' then 'refreshPayment'
  when 'resendLinkCallback' then 'resendPaymentCallback' when 'importLink' then 'importPayment' else action end;

-- A search by such a range finds its rows here and then sorts them (server/payments/search-payments.sql.ts). What it is sorted
-- by stands in the index too: of 600,000 payments a month of them takes 20 ms instead of 140.
create index payments_paid on payments (environment, counts_at)
  include (kind, created_at, amount_idr, id) where counts_at is not null;
create index payments_settles on payments (environment, settles_at)
  include (kind, created_at, amount_idr, id) where settles_at is not null;
-- With the amount, so that the overview's sum of what waits reads the index alone.
create index payments_waiting on payments (environment, settles_at) include (paid_amount_idr) where settlement = 'waiting';
create index payments_unknown on payments (environment) where status = 'creating' or deleting_since is not null;
create index payments_contradicted on payments (environment, contradicted_at) where contradicted_at is not null;
create index payments_uncalled on payments (environment, simulated_at)
  where simulated_at is not null and (called_back_at is null or called_back_at < simulated_at);
create index payments_changed on payments (environment, updated_at desc, id desc);

-- The screen of callbacks: what each says stands beside it from the moment it is read, so that receiving stays one plain insert.
alter table callbacks
  add column kind text,                      -- of the payment that it is about, as it says, like all down to amount_idr
  add column reference text,
  add column provider_payment_id text,
  add column status text,
  add column settlement text,
  add column provider_status text,
  add column amount_idr bigint,
  add column deviations jsonb not null default '[]',
  add column parked_detail text,
  add column search_text text;               -- the payment's id, and the start of the body as plain text

update callbacks set
  parked_detail = nullif(substr(parked_reason, length(split_part(parked_reason, ':', 1)) + 3), ''),
  parked_reason = split_part(parked_reason, ':', 1),
  -- Of callbacks of before: bytes beyond ASCII stay escaped.
  search_text = lower(coalesce(payment_id, '') || ' ' || left(encode(body, 'escape'), 16000))
where state <> 'received';

update callbacks set
  kind = payments.kind,
  reference = observations.statement->>'reference',
  provider_payment_id = observations.statement->>'providerPaymentId',
  status = observations.statement->>'status',
  settlement = observations.statement->>'settlement',
  provider_status = observations.statement->>'providerStatus',
  amount_idr = coalesce(observations.statement->>'paidAmountIdr', observations.statement->>'amountIdr')::bigint,
  deviations = observations.deviations
from observations join payments on payments.id = observations.payment_id
where observations.callback_id = callbacks.id;

alter table callbacks add constraint callbacks_parked_reason_check
  check (parked_reason in ('unknown_payment', 'unreadable', 'provider_not_configured', 'processing_failed'));

-- The only one beside the key that an arriving callback is written to; a list of both providers merges its two halves.
create index callbacks_newest on callbacks (environment, provider, received_at desc, id desc);
create index callbacks_search on callbacks using gin (search_text gin_trgm_ops) where search_text is not null;
create index callbacks_says on callbacks (environment, status, received_at desc, id desc) where status is not null;
create index callbacks_parked on callbacks (environment, received_at desc, id desc) where state = 'parked';
create index callbacks_unknown on callbacks (environment, provider, kind, reference)
  where state = 'parked' and parked_reason = 'unknown_payment';
create index callbacks_deviating on callbacks (environment, received_at) where deviations <> '[]';

create index observations_callback on observations (callback_id) where callback_id is not null;
create index observations_callback_verdict on observations (verdict, callback_id) where callback_id is not null;
create index observations_deviating on observations (observed_at) where deviations <> '[]' and callback_id is null;
create index deliveries_undelivered on deliveries (callback_id) where state <> 'delivered';

-- When each token of our callback addresses was last used, to know when an old one may go. Kept by digest: a token that is
-- rotated takes its history along.
create table callback_tokens (
  digest bytea primary key,
  last_used_at timestamptz not null
);

-- A live event is about a payment or about a callback.
alter table live_events
  alter column payment_id drop not null,
  add column callback_id bigint,
  add constraint live_events_about check ((payment_id is null) <> (callback_id is null));

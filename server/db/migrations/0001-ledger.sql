-- The ledger: what we believe of each payment (payments), and why (observations).
create extension if not exists pg_trgm;

create table staff (
  id text primary key,
  email text not null,
  name text not null,
  role text not null check (role in ('viewer', 'support', 'finance', 'tester', 'admin')),
  password_hash text not null,
  is_demo boolean not null default false,
  disabled_at timestamptz,
  created_at timestamptz not null default now()
);
create unique index staff_email on staff (lower(email));

create table sessions (
  token_digest bytea primary key,
  staff_id text not null references staff (id) on delete cascade,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index sessions_expiry on sessions (expires_at);

create table sign_in_attempts (
  id bigint generated always as identity primary key,
  subject text not null,
  failed_at timestamptz not null default now()
);
create index sign_in_attempts_subject on sign_in_attempts (subject, failed_at);

create table payments (
  id text primary key,
  environment text not null check (environment in ('sandbox', 'staging', 'production')),
  kind text not null check (kind in ('link', 'routing', 'one-time')),
  provider text not null check (provider in ('rem', 'fazz')),
  reference text not null,
  provider_payment_id text,

  status text not null check (status in ('creating', 'open', 'awaiting_payment', 'processing', 'paid', 'expired', 'deleted', 'failed')),
  settlement text not null default 'none' check (settlement in ('none', 'waiting', 'settled')),
  late boolean not null default false,
  ended boolean not null default false,      -- ended unpaid, and its provider lets nothing but money follow
  provider_status text,
  failure_code text,
  failure_detail text,
  known_source text,
  known_at timestamptz,
  confirmed_at timestamptz,

  amount_idr bigint not null check (amount_idr >= 0),
  paid_amount_idr bigint,
  is_open_amount boolean not null default false,
  include_admin_fee boolean not null default false,
  customer_name text,
  description text,
  notes text,
  emails text not null default '',           -- up to three addresses, separated by ';' (array_to_string is not immutable)
  phone text,
  display_name text,
  enabled_methods text[] not null default '{}',
  enabled_banks text[] not null default '{}',
  url text,
  method text,
  channel text,
  tx_ref_number text,
  payment_reference_number text,
  payer_name text,
  payer_phone text,
  payer_note text,
  created_at timestamptz not null,
  expires_at timestamptz,
  paid_at timestamptz,
  settles_at timestamptz,
  settled_at timestamptz,

  imported boolean not null default false,
  created_by text references staff (id),
  reference_released boolean not null default false, -- its creation never happened: another attempt may use its reference
  -- the intent: what we asked the provider for, and the key under which the browser asked us
  idempotency_key text,
  request_digest text,
  request jsonb,
  deleting_since timestamptz,                -- a delete was sent and its outcome is not known
  check_after timestamptz,                   -- when the resolver looks at this payment next; null when nothing is unknown
  check_attempts integer not null default 0,

  version integer not null default 1,
  updated_at timestamptz not null default now(),

  search_text text generated always as (lower(
    id || ' ' || reference || ' ' || coalesce(provider_payment_id, '') || ' ' || coalesce(customer_name, '') || ' ' ||
    coalesce(description, '') || ' ' || emails || ' ' || coalesce(phone, '') || ' ' || coalesce(tx_ref_number, '') || ' ' ||
    coalesce(payment_reference_number, '') || ' ' || coalesce(payer_name, '') || ' ' || coalesce(payer_phone, '') || ' ' ||
    amount_idr::text || ' ' || coalesce(paid_amount_idr::text, ''))) stored
);
-- One payment holds a reference; those that have released it stand beside it. Whole, so that it finds all of them.
create unique index payments_reference on payments
  (environment, provider, kind, reference, (case when reference_released then id else '' end));
create unique index payments_provider_id on payments (environment, provider, provider_payment_id) where provider_payment_id is not null;
create unique index payments_idempotency on payments (environment, idempotency_key) where idempotency_key is not null;
create index payments_newest on payments (environment, kind, created_at desc, id desc);
create index payments_amount on payments (environment, kind, amount_idr desc, id desc);
create index payments_status on payments (environment, kind, status, created_at desc, id desc);
create index payments_search on payments using gin (search_text gin_trgm_ops);
create index payments_to_check on payments (check_after) where check_after is not null;

create table callbacks (
  id bigint generated always as identity primary key,
  environment text not null,
  provider text not null,
  received_at timestamptz not null default now(),
  source_address text,
  headers jsonb not null,
  body bytea not null,
  state text not null default 'received' check (state in ('received', 'processed', 'parked')),
  parked_reason text,
  payment_id text references payments (id),
  attempts integer not null default 0,
  claimed_until timestamptz,
  processed_at timestamptz
);
create index callbacks_to_process on callbacks (id) where state = 'received';
create index callbacks_payment on callbacks (payment_id, id);

create table observations (
  id bigint generated always as identity primary key,
  payment_id text not null references payments (id),
  source text not null check (source in ('create', 'read', 'callback', 'sweep', 'import', 'delete')),
  observed_at timestamptz not null default now(),
  statement jsonb not null,                  -- a Statement (server/payments/statement.ts)
  digest text not null,                      -- of what it says, for recognising repeats
  verdict text not null check (verdict in ('applied', 'duplicate', 'stale', 'contradicts')),
  reason jsonb,
  changes jsonb not null default '[]',
  deviations jsonb not null default '[]',
  raw text,
  callback_id bigint references callbacks (id)
);
create index observations_payment on observations (payment_id, id);

create table audit_entries (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  staff_id text references staff (id),
  staff_name text not null,
  staff_role text not null,
  action text not null,                      -- an operationId of console.yaml
  environment text,
  payment_id text references payments (id),
  outcome text not null,
  detail jsonb not null default '{}',
  request_id text
);
create index audit_entries_payment on audit_entries (payment_id, id);
create index audit_entries_newest on audit_entries (at desc, id desc);

-- Appended under a transaction-level advisory lock, so that id order is commit order.
create table live_events (
  id bigint generated always as identity primary key,
  environment text not null,
  payment_id text not null,
  at timestamptz not null default now()
);
create index live_events_newest on live_events (environment, id);
create index live_events_at on live_events (at);

-- Orders to send the callbacks of many payments again: the payments are fixed when the order is made, each has one result.
create table resend_orders (
  id text primary key,
  environment text not null check (environment in ('sandbox', 'staging', 'production')),
  filter jsonb not null,
  via text not null check (via in ('provider', 'destination')),
  destination_id text references destinations (id),
  per_minute integer not null,
  ordered_by text not null references staff (id),
  idempotency_key text not null,
  request_digest text not null,
  audit_entry_id bigint references audit_entries (id), -- the one entry, which says at the end what came of it
  created_at timestamptz not null,

  stage text not null default 'canary' check (stage in ('canary', 'canary_done', 'running')),
  paused_at timestamptz,
  paused_reason text check (paused_reason in ('by_person', 'destination_paused', 'provider_unavailable')),
  problem text,
  ended_at timestamptz,
  ended_as text check (ended_as in ('done', 'cancelled')),

  count integer not null default 0,
  done_count integer not null default 0,
  failed_count integer not null default 0,
  unknown_count integer not null default 0,
  skipped_count integer not null default 0,
  cancelled_count integer not null default 0,

  refusals integer not null default 0,       -- how often the provider could not be asked, one time after the other
  next_at timestamptz not null,              -- when the next item may be sent
  claim integer not null default 0,          -- grows with each claim: only the latest may send
  claimed_until timestamptz
);
create unique index resend_orders_idempotency on resend_orders (environment, idempotency_key);
create index resend_orders_newest on resend_orders (environment, created_at desc, id desc);
-- One at a time to each target: two would double its pace.
create unique index resend_orders_running on resend_orders (environment, coalesce(destination_id, 'provider'))
  where stage = 'running' and paused_at is null and ended_at is null;
create index resend_orders_due on resend_orders (next_at)
  where (stage <> 'canary_done' and paused_at is null and ended_at is null) or claimed_until is not null;

create table resend_items (
  order_id text not null references resend_orders (id),
  number integer not null,                   -- the order of sending; what cannot be sent comes last
  payment_id text not null references payments (id),
  outcome text not null check (outcome in ('waiting', 'sending', 'done', 'failed', 'unknown', 'skipped', 'cancelled')),
  detail text,
  at timestamptz,
  primary key (order_id, number)
);
create index resend_items_open on resend_items (order_id, number) where outcome in ('waiting', 'sending');

-- Systems of the merchant to which callbacks are sent on, and how far each callback is on its way to each of them.
create table destinations (
  id text primary key,
  environment text not null check (environment in ('sandbox', 'staging', 'production')),
  name text not null,
  url text not null,
  providers text[],                          -- whose callbacks it takes; null: everybody's
  kinds text[],                              -- about which payments; null: all, and what nobody could read
  -- [{"secret": "whsec_…", "until": null}], newest first. As they are, not as digests: it takes the secret itself to sign.
  secrets jsonb not null,
  paused_at timestamptz,
  paused_reason text check (paused_reason in ('by_person', 'keeps_failing', 'gone')),
  failure_count integer not null default 0,  -- attempts that failed since the last one that did not, and since when
  failing_since timestamptz,
  last_delivered_at timestamptz,
  created_at timestamptz not null,
  deleted_at timestamptz                     -- its history stays
);
create unique index destinations_name on destinations (environment, lower(name)) where deleted_at is null;

create table deliveries (
  id bigint generated always as identity primary key,
  callback_id bigint not null references callbacks (id),
  destination_id text not null references destinations (id),
  order_key text not null,                   -- names its payment: what waits with the same key goes one after the other, by id
  state text not null check (state in ('waiting', 'delivered', 'given_up')),
  tries integer not null default 0,          -- since it was last put into the queue
  next_attempt_at timestamptz not null,
  claim integer not null default 0,          -- grows with each claim: only the latest may write
  claimed_until timestamptz,
  resending_by text,                         -- the order that sends it once more at this moment; it holds up the next ones too
  created_at timestamptz not null,
  ended_at timestamptz,
  unique (callback_id, destination_id)
);
create index deliveries_waiting on deliveries (destination_id, next_attempt_at, id) where state = 'waiting';
create index deliveries_in_order on deliveries (destination_id, order_key, id) where state = 'waiting' or resending_by is not null;
create index deliveries_resending on deliveries (resending_by) where resending_by is not null;

create table delivery_attempts (
  id bigint generated always as identity primary key,
  delivery_id bigint not null references deliveries (id),
  at timestamptz not null,
  duration_ms integer not null,
  http_status integer,                       -- null when there was no answer, and then error says why
  error text,
  answer text                                -- its first 1,000 characters
);
create index delivery_attempts_delivery on delivery_attempts (delivery_id, id);

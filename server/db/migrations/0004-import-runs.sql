-- Imports of all one-time payments that Fazz made in a range of days: how far each has come, in one row.
create table import_runs (
  id text primary key,
  environment text not null check (environment in ('sandbox', 'staging', 'production')),
  provider text not null check (provider in ('rem', 'fazz')),
  from_day date not null,                    -- in WIB, the last day included
  to_day date not null,
  state text not null default 'running' check (state in ('running', 'done', 'stopped', 'cancelled')),
  started_by text not null references staff (id),
  started_at timestamptz not null,
  ended_at timestamptz,
  idempotency_key text not null,

  seen_count integer not null default 0,
  imported_count integer not null default 0,
  known_count integer not null default 0,
  left_out_count integer not null default 0, -- listed, but unreadable or of somebody else
  problem text,

  -- the place: what was made before done_until is in the ledger, and from then on slice_ms are asked for at once
  done_until timestamptz not null,
  slice_ms bigint not null,
  page integer not null,
  seen_there text[] not null,                -- the provider's ids of what was made at done_until and is in the ledger

  failures integer not null default 0,       -- one after the other
  next_at timestamptz not null,
  claim integer not null default 0,          -- grows with each claim: only the latest may write
  claimed_until timestamptz
);
create unique index import_runs_idempotency on import_runs (environment, idempotency_key);
-- One at a time for each account: two would only share what the provider lets through.
create unique index import_runs_running on import_runs (environment, provider) where state = 'running';
create index import_runs_newest on import_runs (environment, started_at desc, id desc);

-- A listed payment of ours whose creation is still unknown is found by its reference, which Fazz may give in another case.
create index payments_reference_any_case on payments (environment, provider, kind, lower(reference));

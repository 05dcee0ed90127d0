-- What an unsigned callback says is a claim, which its provider confirms or denies; and payments that should have changed are read.
alter table observations
  -- An answer to our own question, or a signed callback. What was believed before there were claims stays believed.
  add column is_proven boolean not null default true,
  -- When we asked, of an answer to our question: it cannot say less than what was so then.
  add column asked_at timestamptz,
  drop constraint observations_verdict_check,
  add constraint observations_verdict_check check (verdict in ('applied', 'claimed', 'duplicate', 'stale', 'contradicts'));
alter table observations alter column is_proven drop default;

alter table payments
  add column claimed_at timestamptz,                -- the oldest claim of money that is neither confirmed nor denied
  add column confirm_after timestamptz,             -- when the provider is asked about a claim next; null when none is open
  add column confirm_attempts integer not null default 0,
  add column sweep_after timestamptz,               -- when it should have changed (server/payments/sweep-after.ts); null: never
  add column sweep_leased_until timestamptz,        -- a sweeper is at it, or the provider could not be asked
  add column sweep_attempts integer not null default 0;

-- About what server/payments/sweep-after.ts reckons, which does it anew at the next word about each; and what REM's callbacks
-- alone said is paid is read once, at once.
update payments set sweep_after = case
  when status = 'paid' and provider = 'rem' and confirmed_at is null then now()
  when status = 'paid' and settlement <> 'settled'
    then coalesce(settles_at + interval '30 minutes', coalesce(paid_at, known_at, created_at) + interval '36 hours')
  when status in ('open', 'awaiting_payment', 'processing') or (status = 'failed' and not ended)
    then coalesce(expires_at, created_at + interval '1 day') + interval '5 minutes'
  end;

create index payments_to_confirm on payments (confirm_after) where confirm_after is not null;
create index payments_to_sweep on payments (environment, provider, sweep_after) where sweep_after is not null;
create index payments_swept on payments (environment, provider, known_at) where known_source = 'sweep';

-- How many reads of a provider account are allowed now, shared by all replicas (server/sweep/read-budget.ts).
create table read_budgets (
  environment text not null,
  provider text not null,
  full_per_minute double precision not null,        -- as the settings last said
  per_minute double precision not null,             -- the pace at filled_at; below the full one after the provider asked for fewer
  tokens double precision not null,                 -- below zero when confirmations took more than there was
  filled_at timestamptz not null,
  slowed_until timestamptz,
  primary key (environment, provider)
);

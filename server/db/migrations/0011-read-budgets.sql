-- A payment that its provider always fails about slows no other; the sweep has a part of the reads that claims cannot take.
alter table read_budgets
  add column failing_ids text[] not null default '{}',          -- payments whose reads failed since one was last answered
  add column sweep_tokens double precision not null default 0;  -- what of the tokens is the sweep's alone

-- Each account's claims are confirmed apart from those of the others.
drop index payments_to_confirm;
create index payments_to_confirm on payments (environment, provider, confirm_after) where confirm_after is not null;

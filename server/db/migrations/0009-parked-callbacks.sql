-- The program that shares our callback address may have sent many callbacks that are about no payment of ours: those that a
-- payment with a new id may be about are found by it.
create index callbacks_unknown_id on callbacks (environment, provider, provider_payment_id)
  where state = 'parked' and parked_reason = 'unknown_payment' and provider_payment_id is not null;

-- One million payments: without these, a filter whose rows lie far from the beginning of the list (what waits for
-- settlement, oldest first; a method that nobody uses) walks all of them, 0.2 to 2 s; with them it takes below 1 ms.
create index payments_settlement on payments (environment, kind, settlement, created_at desc, id desc) where settlement <> 'none';
create index payments_method on payments (environment, kind, method, created_at desc, id desc) where method is not null;
create index payments_provider on payments (environment, kind, provider, created_at desc, id desc);

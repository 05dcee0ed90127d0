-- Claims that stay open need a person after a while (server/payments/filter.sql.ts).
create index payments_claimed on payments (environment, claimed_at) where claimed_at is not null;

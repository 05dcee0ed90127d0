-- What REM's callbacks say of money is sent on when REM itself has said whether it is so.
alter table deliveries add column held boolean not null default false;
create index deliveries_held on deliveries (callback_id) where held;

-- N9: how many transactions a month the holder declares; null where nothing was declared.
alter table seal add column monthly_transactions int;
alter table application add column monthly_transactions int;

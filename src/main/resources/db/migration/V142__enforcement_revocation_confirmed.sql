-- Who confirmed, or returned and why, that a remedy does not save the seal.
alter table remedy add column confirmed boolean;
alter table remedy add column note varchar(3000);
alter table remedy add column confirmed_by varchar(64);
alter table remedy add column confirmed_at datetime(6);
-- Before, one person's word was in force at once: nobody can be named.
update remedy set confirmed = true where verdict = 'REVOKE';

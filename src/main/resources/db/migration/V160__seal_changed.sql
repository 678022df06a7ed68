-- When what the public sees of a seal changed last: the badges of every node and the status feed follow it.
alter table seal add column changed_at datetime(6) default '2000-01-01 00:00:00' not null;
update seal set changed_at = status_changed_at;
create index seal_changed on seal (changed_at, id);

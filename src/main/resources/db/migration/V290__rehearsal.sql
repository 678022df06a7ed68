-- Rehearsals of models, and what came of them. At most one is under way: under_way is 1 or null.
create sequence rehearsal_seq start with 1 increment by 50;
create table rehearsal (
  id         bigint        not null primary key,
  name       varchar(255)  not null,
  files      varchar(4000) not null,
  stories    varchar(1000) not null,
  started_by varchar(255)  not null,
  started_at datetime(6)   not null,
  ended_at   datetime(6),
  given_up_at datetime(6)  not null,
  under_way  int,
  state      varchar(20)   not null,
  reason     blob(16777215),
  outcome    blob(16777215),
  constraint rehearsal_one_under_way unique (under_way)
);

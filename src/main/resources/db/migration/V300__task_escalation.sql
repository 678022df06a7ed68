-- Who was told that a task of the staff is overdue: each audience once for each task. Rows are only ever added.
create sequence task_escalation_seq start with 1 increment by 50;
create table task_escalation (
  id        bigint        not null primary key,
  task_id   varchar(64)   not null,
  audience  varchar(64)   not null,
  case_key  varchar(80),
  task_name varchar(255)  not null,
  readers   varchar(1000) not null,
  told_at   datetime(6)   not null,
  constraint task_escalation_once unique (task_id, audience)
);
create index task_escalation_by_case on task_escalation (case_key, id);

-- Who changed what, when, from what to what. Rows are only ever added, in the transaction of the change itself.
create sequence change_entry_seq start with 1 increment by 1;
create table change_entry (
  id         bigint       not null primary key,
  case_key   varchar(80)  not null,
  field      varchar(120) not null,
  old_text   varchar(500),
  new_text   varchar(500),
  actor_kind varchar(10)  not null,
  actor      varchar(255),
  element    varchar(255),
  changed_at datetime(6)  not null
);
create index change_entry_by_case on change_entry (case_key, id);

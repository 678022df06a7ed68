-- What staff note about a case for each other. Rows are only ever added.
create sequence case_note_seq start with 1 increment by 50;
create table case_note (
  id         bigint        not null primary key,
  case_key   varchar(80)   not null,
  text       varchar(4000) not null,
  author     varchar(255)  not null,
  written_at datetime(6)   not null
);
create index case_note_by_case on case_note (case_key, id);

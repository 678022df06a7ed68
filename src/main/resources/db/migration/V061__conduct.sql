-- The ledger of negative points. Rows are only ever added: a point is taken back by a second row of kind REVERSAL.
create sequence point_entry_seq start with 1 increment by 50;
create table point_entry (
  id           bigint      not null primary key,
  seal_id      bigint      not null,
  complaint_id bigint      not null,
  kind         varchar(10) not null,
  ground       varchar(20) not null,
  entered_at   datetime(6) not null,
  constraint point_entry_once unique (complaint_id, kind),
  constraint point_entry_seal foreign key (seal_id) references seal (id)
);
create index point_entry_by_seal on point_entry (seal_id, entered_at);

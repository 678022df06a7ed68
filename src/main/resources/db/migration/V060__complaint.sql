create sequence complaint_seq start with 1 increment by 50;
create table complaint (
  id                  bigint        not null primary key,
  version             int           not null,
  tracking            varchar(10)   not null,
  seal_id             bigint        not null,
  complainant_id      bigint        not null,
  filed_on            date          not null,
  invoice_number      varchar(60)   not null,
  shipment_number     varchar(60),
  reason              varchar(20)   not null,
  description         varchar(3000) not null,
  payment_amount      bigint,
  payment_date        date,
  payment_reference   varchar(40),
  payment_terminal    varchar(40),
  status              varchar(24)   not null,
  registered_at       datetime(6)   not null,
  answer_due          datetime(6),
  left_unanswered_at  datetime(6),
  answer              varchar(3000),
  answered_at         datetime(6),
  verdict_due         datetime(6),
  verdict_at          datetime(6),
  objection           varchar(2000),
  ruling_reasons      varchar(2000),
  closed_at           datetime(6),
  constraint complaint_tracking unique (tracking),
  -- R4: one complaint per website per day per person
  constraint complaint_daily unique (complainant_id, seal_id, filed_on),
  constraint complaint_seal foreign key (seal_id) references seal (id),
  constraint complaint_complainant foreign key (complainant_id) references person (id)
);
create index complaint_by_seal on complaint (seal_id, registered_at);

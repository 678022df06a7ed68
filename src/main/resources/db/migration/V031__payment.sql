create sequence invoice_seq start with 100001 increment by 50;
create table invoice (
  id        bigint      not null primary key,
  version   int         not null,
  case_key  varchar(60) not null,
  payer_id  bigint      not null,
  status    varchar(10) not null,
  opened_at datetime(6) not null,
  paid_at   datetime(6),
  ref_id    varchar(40),
  card_pan  varchar(40),
  constraint invoice_case unique (case_key),
  constraint invoice_payer foreign key (payer_id) references person (id)
);

create table invoice_item (
  invoice_id   bigint       not null,
  line         int          not null,
  label_key    varchar(100) not null,
  amount_toman bigint       not null,
  primary key (invoice_id, line),
  constraint invoice_item_invoice foreign key (invoice_id) references invoice (id)
);

create sequence payment_attempt_seq start with 1 increment by 50;
create table payment_attempt (
  id          bigint      not null primary key,
  version     int         not null,
  invoice_id  bigint      not null,
  authority   varchar(64) not null,
  amount_rial bigint      not null,
  status      varchar(10) not null,
  started_at  datetime(6) not null,
  ref_id      varchar(40),
  constraint payment_attempt_authority unique (authority),
  constraint payment_attempt_invoice foreign key (invoice_id) references invoice (id)
);
create index payment_attempt_open on payment_attempt (status, started_at);

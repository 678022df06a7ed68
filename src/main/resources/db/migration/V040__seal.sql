create sequence seal_seq start with 1001 increment by 50;
create table seal (
  id                bigint       not null primary key,
  version           int          not null,
  code              varchar(20)  not null,
  business_id       bigint       not null,
  title             varchar(200) not null,
  search_title      varchar(200) not null,
  domain            varchar(253) not null,
  url               varchar(500) not null,
  activity          varchar(40)  not null,
  status            varchar(10)  not null,
  prepared_at       datetime(6)  not null,
  issued_at         datetime(6),
  expires_at        datetime(6),
  status_changed_at datetime(6)  not null,
  status_reason     varchar(1000),
  stars             int          not null,
  constraint seal_domain unique (domain),
  constraint seal_code unique (code),
  constraint seal_business foreign key (business_id) references business (id)
);
create index seal_term on seal (status, expires_at);

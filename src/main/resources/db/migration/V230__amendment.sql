create index application_seal on application (seal_id);
-- The licence under which each shop is run, as its last application named it.
alter table seal add column licence_number varchar(60);
update seal set licence_number = (select a.licence_number from application a
  where a.id = (select max(b.id) from application b where b.seal_id = seal.id));

create sequence amendment_seq start with 1 increment by 50;
create table amendment (
  id                   bigint       not null primary key,
  version              int          not null,
  seal_id              bigint       not null,
  asked_by             bigint       not null,
  subject              varchar(20)  not null,
  open_subject         varchar(60),
  open_domain          varchar(253),
  formerly_text        varchar(500),
  formerly_province    varchar(60),
  formerly_city        varchar(60),
  wanted_text          varchar(500),
  wanted_province      varchar(60),
  wanted_city          varchar(60),
  why                  varchar(1000),
  status               varchar(20)  not null,
  asked_at             datetime(6)  not null,
  licence_finding      varchar(20),
  licence_note         varchar(500),
  reviewed_by          varchar(64),
  reviewed_at          datetime(6),
  review_reasons       varchar(3000),
  placement_fault      varchar(40),
  placement_checked_at datetime(6),
  closed_at            datetime(6),
  constraint amendment_once unique (open_subject),
  constraint amendment_domain unique (open_domain),
  constraint amendment_seal foreign key (seal_id) references seal (id),
  constraint amendment_person foreign key (asked_by) references person (id)
);

create sequence enforcement_case_seq start with 1 increment by 50;
create table enforcement_case (
  id           bigint      not null primary key,
  version      int         not null,
  seal_id      bigint      not null,
  open_seal_id bigint,
  status       varchar(12) not null,
  opened_at    datetime(6) not null,
  closed_at    datetime(6),
  complaints   int         not null,
  unanswered   int         not null,
  points       int         not null,
  reply_due    datetime(6),
  reply        varchar(3000),
  replied_at   datetime(6),
  remedy_due   datetime(6),
  constraint enforcement_case_one_open unique (open_seal_id),
  constraint enforcement_case_seal foreign key (seal_id) references seal (id)
);

create sequence stated_ground_seq start with 1 increment by 50;
create table stated_ground (
  id        bigint        not null primary key,
  case_id   bigint        not null,
  ground    varchar(30)   not null,
  evidence  varchar(3000),
  stated_at datetime(6)   not null,
  constraint stated_ground_once unique (case_id, ground),
  constraint stated_ground_case foreign key (case_id) references enforcement_case (id)
);

create sequence enforcement_decision_seq start with 1 increment by 50;
create table enforcement_decision (
  id           bigint        not null primary key,
  case_id      bigint        not null,
  measure      varchar(10)   not null,
  reasons      varchar(3000) not null,
  decided_by   varchar(64)   not null,
  decided_at   datetime(6)   not null,
  confirmed    boolean,
  note         varchar(3000),
  confirmed_by varchar(64),
  confirmed_at datetime(6),
  constraint enforcement_decision_case foreign key (case_id) references enforcement_case (id)
);

create sequence remedy_seq start with 1 increment by 50;
create table remedy (
  id          bigint        not null primary key,
  case_id     bigint        not null,
  report      varchar(3000) not null,
  reported_at datetime(6)   not null,
  verdict     varchar(12),
  reasons     varchar(3000),
  checked_by  varchar(64),
  checked_at  datetime(6),
  constraint remedy_case foreign key (case_id) references enforcement_case (id)
);

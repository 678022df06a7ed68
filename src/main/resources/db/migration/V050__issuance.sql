create sequence application_seq start with 1 increment by 50;
create table application (
  id                bigint       not null primary key,
  version           int          not null,
  submission_id     varchar(36)  not null,
  applicant_id      bigint       not null,
  kind              varchar(10)  not null,
  business_name     varchar(200) not null,
  legal_id          varchar(11),
  title             varchar(200) not null,
  domain            varchar(253) not null,
  -- The domain while the application is open, otherwise null: one open application per domain.
  open_domain       varchar(253),
  activity          varchar(40)  not null,
  licence_number    varchar(40)  not null,
  province          varchar(60)  not null,
  city              varchar(60)  not null,
  address           varchar(500) not null,
  phone             varchar(20)  not null,
  sells_to_visitors boolean      not null,
  payment_gateway   boolean      not null,
  postal_validation boolean      not null,
  placement_help    boolean      not null,
  stage             varchar(20)  not null,
  submitted_at      datetime(6)  not null,
  closed_at         datetime(6),
  reason            varchar(1000),
  identity_finding  varchar(20),
  identity_note     varchar(500),
  licence_finding   varchar(20),
  licence_note      varchar(500),
  police_finding    varchar(20),
  police_note       varchar(500),
  invoice_number    varchar(30),
  seal_id           bigint,
  placement_fault   varchar(40),
  placement_checked_at datetime(6),
  constraint application_submission unique (submission_id),
  constraint application_open_domain unique (open_domain),
  constraint application_applicant foreign key (applicant_id) references person (id)
);

create table application_stage (
  application_id bigint      not null,
  position       int         not null,
  stage          varchar(20) not null,
  since          datetime(6) not null,
  primary key (application_id, position),
  constraint application_stage_of foreign key (application_id) references application (id)
);

create table application_fee (
  application_id bigint      not null,
  position       int         not null,
  label_key      varchar(100) not null,
  amount_toman   bigint      not null,
  primary key (application_id, position),
  constraint application_fee_of foreign key (application_id) references application (id)
);

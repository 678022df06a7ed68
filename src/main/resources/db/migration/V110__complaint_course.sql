-- What was said about a complaint, the arithmetic of its deadline (N5), proof of notice (N7), reopening and appeals.
alter table complaint add column consent_to_publish   boolean default true not null;
alter table complaint alter column consent_to_publish drop default;
alter table complaint add column clock_started_at     datetime(6);
alter table complaint add column notice_proven_by     varchar(10);
alter table complaint add column notice_proof         varchar(500);
alter table complaint add column notice_proven_at     datetime(6);
alter table complaint add column notice_refused       varchar(500);
alter table complaint add column excused_at           datetime(6);
alter table complaint add column answer_seconds       bigint;
alter table complaint add column reopen_until         datetime(6);
alter table complaint add column reopened_at          datetime(6);
alter table complaint add column ruling_appeal_until  datetime(6);
alter table complaint add column silence_appeal_until datetime(6);
update complaint set clock_started_at = registered_at,
  answer_seconds = timestampdiff(second, registered_at, answered_at);

create table complaint_statement (
  complaint_id bigint        not null,
  line_no      int           not null,
  kind         varchar(20)   not null,
  side         varchar(10)   not null,
  text         varchar(3000) not null,
  made_at      datetime(6)   not null,
  primary key (complaint_id, line_no),
  constraint complaint_statement_of foreign key (complaint_id) references complaint (id)
);
insert into complaint_statement select id, 0, 'DESCRIPTION', 'CONSUMER', description, registered_at from complaint;
insert into complaint_statement select id, 1, 'ANSWER', 'BUSINESS', answer, answered_at from complaint
  where answer is not null;
insert into complaint_statement select id, 2, 'OBJECTION', 'CONSUMER', objection, verdict_at from complaint
  where objection is not null;
insert into complaint_statement select id, 3, 'RULING', 'STAFF', ruling_reasons, closed_at from complaint
  where ruling_reasons is not null;

create table complaint_clock_step (
  complaint_id bigint        not null,
  line_no      int           not null,
  kind         varchar(20)   not null,
  taken_at     datetime(6)   not null,
  duration     varchar(40),
  due          datetime(6),
  source       varchar(255),
  who          varchar(255),
  reason       varchar(2000),
  primary key (complaint_id, line_no),
  constraint complaint_clock_step_of foreign key (complaint_id) references complaint (id)
);
insert into complaint_clock_step
  select id, 0, 'START', registered_at, 'PT96H', answer_due, 'complaint', null, null from complaint
  where answer_due is not null;
-- N16: complaints about one seal that share an invoice or a payment
create index complaint_invoice on complaint (seal_id, invoice_number);
create index complaint_payment on complaint (seal_id, payment_reference);

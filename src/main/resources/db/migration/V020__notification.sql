create sequence mail_seq start with 1 increment by 50;
create table mail (
  id              bigint       not null primary key,
  case_key        varchar(60)  not null,
  template        varchar(60)  not null,
  occurrence      varchar(120) not null,
  address         varchar(254) not null,
  recipient_name  varchar(200) not null,
  language        varchar(2)   not null,
  message_id      varchar(36)  not null,
  subject         varchar(500) not null,
  text            blob(16777215) not null,
  html            blob(16777215) not null,
  secret          boolean      not null,
  posted_at       datetime(6)  not null,
  status          varchar(10)  not null,
  next_attempt_at datetime(6),
  claimed_until   datetime(6),
  sent_at         datetime(6),
  constraint mail_once unique (case_key, template, occurrence, address)
);
create index mail_due on mail (status, next_attempt_at);
create index mail_posted on mail (posted_at);
create index mail_address on mail (address, posted_at);

create table mail_attempt (
  mail_id      bigint       not null,
  attempt_no   int          not null,
  attempted_at datetime(6)  not null,
  outcome      varchar(10)  not null,
  reply        varchar(500) not null,
  primary key (mail_id, attempt_no),
  constraint mail_attempt_mail foreign key (mail_id) references mail (id)
);

-- What was said to earlier letters of a case: a further ground brings a new letter.
create table enforcement_reply (
  case_id bigint        not null,
  text    varchar(3000) not null,
  said_at datetime(6)   not null,
  primary key (case_id, said_at),
  constraint enforcement_reply_case foreign key (case_id) references enforcement_case (id)
);

create sequence one_time_code_seq start with 1 increment by 50;
create table one_time_code (
  id             bigint      not null primary key,
  national_id    varchar(10) not null,
  remote_address varchar(45) not null,
  salt           varchar(36) not null,
  hash           varchar(43) not null,
  issued_at      datetime(6) not null,
  expires_at     datetime(6) not null,
  tries          int         not null,
  used_at        datetime(6)
);
create index one_time_code_person on one_time_code (national_id, issued_at);
create index one_time_code_address on one_time_code (remote_address, issued_at);
create index one_time_code_issued on one_time_code (issued_at);

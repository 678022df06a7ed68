create sequence outage_seq start with 1 increment by 50;
create table outage (
  id           bigint       not null primary key,
  started_at   datetime(6)  not null,
  ended_at     datetime(6)  not null,
  reason       varchar(500),
  reason_en    varchar(500),
  entered_by   varchar(64),
  entered_at   datetime(6)  not null,
  clocks_moved boolean      not null,
  constraint outage_once unique (started_at, ended_at)
);

create sequence clock_move_seq start with 1 increment by 50;
create table clock_move (
  id          bigint       not null primary key,
  outage_id   bigint       not null,
  timer_id    varchar(64)  not null,
  case_key    varchar(60)  not null,
  process_key varchar(255) not null,
  activity_id varchar(255) not null,
  from_due    datetime(6)  not null,
  to_due      datetime(6)  not null,
  moved_at    datetime(6)  not null,
  constraint clock_move_once unique (outage_id, timer_id),
  constraint clock_move_outage foreign key (outage_id) references outage (id)
);
create index clock_move_timer on clock_move (timer_id);

-- When any node was last seen at work, by the machines' clocks, in milliseconds since 1970.
create table heartbeat (
  id          int    not null primary key,
  beat_millis bigint
);
insert into heartbeat (id, beat_millis) values (1, null);

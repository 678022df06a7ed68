create table demo_clock (
  offset_millis bigint not null
);
insert into demo_clock (offset_millis) values (0);

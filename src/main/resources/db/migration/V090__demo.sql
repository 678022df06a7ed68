create table demo_state (
  offset_millis bigint  not null,
  data_loaded   boolean not null
);
insert into demo_state (offset_millis, data_loaded) values (0, false);

-- Who is away and who does that person's work meanwhile. Rows are never deleted: an absence is ended.
create sequence staff_absence_seq start with 1 increment by 50;
create table staff_absence (
  id            bigint      not null primary key,
  absent_id     varchar(64) not null,
  substitute_id varchar(64) not null,
  first_day     date        not null,
  last_day      date        not null,
  entered_by    varchar(64) not null,
  entered_at    datetime(6) not null,
  ended_by      varchar(64),
  ended_at      datetime(6)
);
create index staff_absence_by_absent on staff_absence (absent_id, last_day);
create index staff_absence_by_substitute on staff_absence (substitute_id, last_day);

-- Whoever may do a task (16384) may read it (2), but no longer change its variables, dates and candidates (4).
update ACT_RU_AUTHORIZATION set PERMS_ = 16386 where RESOURCE_TYPE_ = 7 and PERMS_ = 6 and RESOURCE_ID_ <> '*';

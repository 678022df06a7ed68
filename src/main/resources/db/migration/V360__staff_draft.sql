-- What staff have typed and not sent yet: of a task's form its values as JSON. Read by its author alone, gone when it is sent.
create table staff_draft (
  place    varchar(190)   not null,
  author   varchar(64)    not null,
  typed    blob(16777215) not null,
  kept_at  datetime(6)    not null,
  primary key (place, author)
);

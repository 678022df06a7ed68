-- Drafts that are to go live from a day on (N8). A row goes with its draft: when it is live, thrown away, or planned anew.
create sequence planned_draft_seq start with 1 increment by 50;
create table planned_draft (
  id         bigint       not null primary key,
  draft_id   varchar(64)  not null,
  name       varchar(255) not null,
  live_from  date         not null,
  planned_by varchar(255) not null,
  refused_at datetime(6),
  reasons    varchar(4000),
  constraint planned_draft_once unique (draft_id)
);
create index planned_draft_due on planned_draft (refused_at, live_from);

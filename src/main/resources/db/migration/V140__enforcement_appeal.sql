-- Who stated a ground: unknown of those stated earlier.
alter table stated_ground add column stated_by_kind varchar(10);
alter table stated_ground add column stated_by varchar(64);

create sequence enforcement_appeal_seq start with 1 increment by 50;
create table enforcement_appeal (
  id             bigint        not null primary key,
  against        varchar(10)   not null,
  reasons        varchar(3000) not null,
  lodged_at      datetime(6)   not null,
  ruling         varchar(10),
  ruling_reasons varchar(3000),
  ruled_by       varchar(64),
  ruled_at       datetime(6)
);

alter table enforcement_case add column appeal_due datetime(6);
alter table enforcement_case add column appeal_id bigint;
-- One appeal belongs to one case.
alter table enforcement_case add constraint enforcement_case_one_appeal unique (appeal_id);
alter table enforcement_case add constraint enforcement_case_appeal
  foreign key (appeal_id) references enforcement_appeal (id);

-- What the holder of a suspended seal has to put right, as the decision table named it then.
create sequence remedy_item_seq start with 1 increment by 50;
create table remedy_item (
  id          bigint       not null primary key,
  case_id     bigint       not null,
  place       int          not null,
  ground      varchar(30)  not null,
  persian     varchar(400) not null,
  english     varchar(400) not null,
  done        boolean      not null,
  comment     varchar(500),
  reported_at datetime(6),
  in_order    boolean,
  checked_at  datetime(6),
  constraint remedy_item_place unique (case_id, place),
  constraint remedy_item_case foreign key (case_id) references enforcement_case (id)
);

create sequence delegation_seq start with 1 increment by 50;
create table delegation (
  id               bigint       not null primary key,
  version          int          not null,
  business_id      bigint       not null,
  national_id      varchar(10)  not null,
  name             varchar(120) not null,
  email            varchar(254) not null,
  invited_by_id    bigint       not null,
  invited_at       datetime(6)  not null,
  state            varchar(10)  not null,
  delegate_id      bigint,
  answered_at      datetime(6),
  ended_at         datetime(6),
  open_national_id varchar(10),
  constraint delegation_one_open unique (business_id, open_national_id),
  constraint delegation_business foreign key (business_id) references business (id),
  constraint delegation_inviter foreign key (invited_by_id) references person (id),
  constraint delegation_delegate foreign key (delegate_id) references person (id)
);

alter table invoice add column business_id bigint;
alter table invoice add constraint invoice_business foreign key (business_id) references business (id);

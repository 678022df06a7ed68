create sequence person_seq start with 1 increment by 50;
create table person (
  id            bigint       not null primary key,
  national_id   varchar(10)  not null,
  full_name     varchar(120) not null,
  birth_date    date         not null,
  email         varchar(254) not null,
  mobile        varchar(20),
  language      varchar(2)   not null,
  registered_at datetime(6)  not null,
  constraint person_national_id unique (national_id)
);

create sequence business_seq start with 1 increment by 50;
create table business (
  id       bigint       not null primary key,
  kind     varchar(10)  not null,
  legal_id varchar(11),
  name     varchar(200) not null,
  owner_id bigint       not null,
  province varchar(60),
  city     varchar(60),
  address  varchar(500),
  phone    varchar(20),
  constraint business_legal_id unique (legal_id),
  constraint business_owner foreign key (owner_id) references person (id)
);

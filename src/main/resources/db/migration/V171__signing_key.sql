-- The keys that sign profiles. No sequence: two nodes that make the next key at the same moment choose the same number.
create table signing_key (
  id          bigint        not null primary key,
  public_key  varchar(500)  not null,
  private_key varchar(1000) not null,
  created_at  datetime(6)   not null
);

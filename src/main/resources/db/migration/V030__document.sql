create sequence document_seq start with 1 increment by 50;
create table document (
  id          bigint       not null primary key,
  owner_ref   varchar(60)  not null,
  purpose     varchar(60)  not null,
  file_name   varchar(200) not null,
  type        varchar(10)  not null,
  size        int          not null,
  uploaded_by bigint       not null,
  uploaded_at datetime(6)  not null,
  constraint document_uploader foreign key (uploaded_by) references person (id)
);
create index document_owner on document (owner_ref);

create table document_content (
  document_id bigint         not null primary key,
  content     blob(16777215) not null,
  constraint document_content_document foreign key (document_id) references document (id)
);

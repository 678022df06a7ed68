-- Applications, and corrections of applications, that are being filled in: what was typed so far, as JSON.
create sequence application_draft_seq start with 1 increment by 50;
create table application_draft (
  id             bigint         not null primary key,
  token          varchar(36)    not null,
  owner_id       bigint         not null,
  -- The application that it corrects; null for a new one.
  application_id bigint,
  typed          blob(16777215) not null,
  saved_at       datetime(6)    not null,
  constraint application_draft_token unique (token),
  constraint application_draft_owner foreign key (owner_id) references person (id),
  constraint application_draft_corrected foreign key (application_id) references application (id)
);
create index application_draft_saved on application_draft (saved_at);

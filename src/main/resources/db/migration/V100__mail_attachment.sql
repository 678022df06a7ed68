create table mail_attachment (
  mail_id       bigint       not null,
  attachment_no int          not null,
  file_name     varchar(200) not null,
  media_type    varchar(100) not null,
  content       blob(16777215) not null,
  primary key (mail_id, attachment_no),
  constraint mail_attachment_mail foreign key (mail_id) references mail (id)
);

-- Whether the mail's end, accepted or refused, has still to be told to the modules that wait for it.
alter table mail add untold boolean default false not null;
create index mail_untold on mail (untold);

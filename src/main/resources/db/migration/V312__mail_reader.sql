-- The address that the reader of a mail has now, by which the panel and the export find it: at first the one that it was
-- sent to, and another once the person has changed it.
alter table mail add column reader_address varchar(254);
update mail set reader_address = address;
create index mail_reader on mail (reader_address, posted_at);

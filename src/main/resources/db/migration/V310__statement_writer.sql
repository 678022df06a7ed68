-- Which of its people said what a business said; null for what came by the link of a mail, and for the other sides.
alter table complaint_statement add column written_by bigint;
alter table complaint_statement add constraint complaint_statement_writer foreign key (written_by) references person (id);

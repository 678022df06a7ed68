-- Nobody sends what the platform or its staff draw up, and a business that comes by the link of a mail is not signed in.
alter table document add column sender_id bigint;
update document set sender_id = uploaded_by;
alter table document drop constraint document_uploader;
alter table document drop column uploaded_by;
alter table document rename column sender_id to uploaded_by;
alter table document add constraint document_sender foreign key (uploaded_by) references person (id);

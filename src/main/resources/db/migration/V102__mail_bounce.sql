create index mail_message on mail (message_id);

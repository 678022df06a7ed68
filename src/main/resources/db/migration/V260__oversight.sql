-- What the supervisors' dashboard counts every half minute.
create index complaint_awaited on complaint (status, answer_due);
create index complaint_registered on complaint (registered_at);
create index complaint_closed on complaint (closed_at);
create index application_submitted on application (submitted_at);
create index application_closed on application (stage, closed_at);

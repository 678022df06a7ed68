-- The engine looks for due jobs of every type at once. With an index that begins with the type, as it was before,
-- MariaDB reads all jobs each time; none of Camunda's own serves this either.
drop index if exists NAMAD_IDX_JOB_DUE on ACT_RU_JOB;
create index NAMAD_IDX_JOB_DUE on ACT_RU_JOB (DUEDATE_);

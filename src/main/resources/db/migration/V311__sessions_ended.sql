-- How often a person has ended all sessions: those that were opened before are signed out.
alter table person add column sessions_ended int default 0 not null;

-- Whether the demo's past is being made; still true at a start if that was interrupted.
alter table demo_state add column loading boolean default false not null;

-- N6: every line of the ledger says what it rests on, and a point that was taken back may be given again.
alter table point_entry drop constraint point_entry_once;
alter table point_entry add column turn          int         default 1 not null;
alter table point_entry add column follows       int;
alter table point_entry add column rule_id       varchar(10) default 'R2' not null;
alter table point_entry add column proof         varchar(1000);
alter table point_entry add column model         varchar(255);
alter table point_entry add column model_version int;
alter table point_entry add column entered_by    varchar(255);
alter table point_entry add column reverses_id   bigint;
alter table point_entry add column reason        varchar(2000);
update point_entry set rule_id = 'R20' where ground = 'UPHELD';
alter table point_entry alter column turn drop default;
alter table point_entry alter column rule_id drop default;
-- The lines about a complaint are a chain: point, reversal, point … Each line follows the one before it, no two lines
-- follow the same one, and only every second line is a point. So a complaint has one standing point at most.
alter table point_entry add constraint point_entry_turn unique (complaint_id, turn);
alter table point_entry add constraint point_entry_follows foreign key (complaint_id, follows)
  references point_entry (complaint_id, turn);
alter table point_entry add constraint point_entry_chain
  check (turn = 1 and follows is null or turn > 1 and follows is not null and follows = turn - 1);
alter table point_entry add constraint point_entry_kind check (kind = case mod(turn, 2) when 1 then 'POINT' else 'REVERSAL' end);
alter table point_entry add constraint point_entry_reverses unique (reverses_id);
alter table point_entry add constraint point_entry_reversed foreign key (reverses_id) references point_entry (id);
alter table point_entry add constraint point_entry_reason
  check (kind = 'POINT' and reverses_id is null or kind = 'REVERSAL' and reverses_id is not null and reason is not null);

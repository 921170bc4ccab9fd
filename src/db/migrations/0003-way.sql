-- A visit runs through its stations under one number: which they are, and which comes now.
alter table visit add column route text[] not null default '{desk}';
alter table visit add column stop smallint not null default 0;
alter table visit add constraint stop_on_route check (stop >= 0 and stop < cardinality(route));

-- Why she was called last, as a code: her page and the desk can say it.
alter table visit add column called_why text;
-- What she should bring when she comes again: keys of the pack's papers.
alter table visit add column bring text[] not null default '{}';
-- The range she was told when she came; her page says when it will not hold.
alter table visit add column promised_from timestamptz;
alter table visit add column promised_to timestamptz;
-- She went out for a while and keeps her place.
alter table visit add column away_since timestamptz;
alter table visit add constraint away_while_waiting check (away_since is null or state = 'waiting');

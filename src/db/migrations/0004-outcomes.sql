-- A noted wish for an appointment is an outcome too: what somebody takes home when today is not enough.
alter table visit drop constraint visit_outcome_check;
alter table visit add constraint visit_outcome_check check (outcome in ('done', 'partly', 'come_back', 'left', 'wish'));

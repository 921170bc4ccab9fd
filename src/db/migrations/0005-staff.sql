-- Where whoever sits at an open desk is. `open` stays true on a break and in the back office: the desk is still hers.
alter table desk_state
  add column work text not null default 'at_desk' check (work in ('at_desk', 'to_break', 'back_office', 'break')),
  -- Since when she works without a break; by it the next one is due.
  add column rested_at timestamptz,
  add column break_until timestamptz,
  add check (open and work = 'break' or break_until is null);

-- What happened in the house beside the visits, append-only like their journal: desks, alarms, stops of intake.
-- A table of its own, because every line of `journal` belongs to a visit and figures are worked out of it.
create table house_journal (
  seq bigint generated always as identity primary key,
  at timestamptz not null,
  day date not null,
  desk text,
  step text not null,
  from_state text not null,
  to_state text not null,
  role text not null,
  detail jsonb not null
);
create index house_journal_day on house_journal (day, seq);

create table alarm (
  id text primary key,
  desk text not null,
  drill boolean not null,
  state text not null check (state in ('raised', 'accepted', 'arrived', 'over')),
  raised_at timestamptz not null,
  since timestamptz not null
);
-- However often somebody presses: a desk has one alarm at a time.
create unique index one_alarm_at_a_desk on alarm (desk) where state <> 'over';

alter table intake_stop add column reason text not null default 'other'
  check (reason in ('full', 'staff', 'technical', 'safety', 'other'));

grant usage on sequence house_journal_seq_seq to foyer_viewer;
grant select, insert on house_journal to foyer_viewer;
grant select, insert, update on alarm to foyer_viewer;

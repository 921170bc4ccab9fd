-- Ticket numbers come from a sequence, so that nobody waits for a counter row; a day remembers where it began.
create sequence ticket_number;
create table service_day (
  day date primary key,
  first_number bigint not null
);

create table visit (
  id text primary key,
  secret text not null unique,
  day date not null,
  number integer not null check (number > 0),
  arrived_at timestamptz not null,
  arrival text not null check (arrival in ('kiosk', 'phone', 'reception')),
  concerns text[] not null check (cardinality(concerns) > 0),
  party_size smallint not null check (party_size between 1 and 20),
  reading_language text not null,
  spoken_language text not null,
  needs text[] not null,
  state text not null
    check (state in ('waiting', 'called', 'serving', 'parked', 'done', 'left', 'missed', 'unserved')),
  since timestamptz not null,
  desk text,
  unit text not null,
  calls smallint not null,
  called_at timestamptz,
  callable_from timestamptz,
  pass jsonb,
  outcome text check (outcome in ('done', 'partly', 'come_back', 'left')),
  concerns_done text[] not null,
  last jsonb,
  version integer not null,
  -- The writing transaction: readers catch up by it, which no order of commits can upset.
  changed_tx xid8 not null default pg_current_xact_id(),
  unique (day, number),
  check ((state in ('called', 'serving', 'parked')) = (desk is not null) or state in ('done', 'left', 'missed', 'unserved')),
  check (state not in ('called', 'serving') or called_at is not null)
);
-- Whatever the code above does, a desk has one visitor at a time, and a visitor, being one row, one desk.
create unique index one_visit_at_a_desk on visit (desk) where state in ('called', 'serving');
create index visit_changed on visit (changed_tx);
create index visit_open on visit (day) where state in ('waiting', 'called', 'serving', 'parked');

create table desk_state (
  desk text primary key,
  open boolean not null,
  since timestamptz not null,
  buffer_until timestamptz,
  -- Who sits there, so that language and skills are right; erased every night.
  sitter text,
  languages text[],
  skills text[],
  changed_tx xid8 not null default pg_current_xact_id()
);

-- What happened, append-only: when, what, where, by which role. Never a person.
create table journal (
  seq bigint generated always as identity primary key,
  at timestamptz not null,
  day date not null,
  visit text not null,
  step text not null,
  from_state text,
  to_state text not null,
  desk text,
  role text not null,
  unit text not null,
  detail jsonb not null
);
create index journal_day on journal (day, seq);
create index journal_visit on journal (visit, seq);

-- A stop of intake is a row: there is one while nobody may take a number.
create table intake_stop (
  one boolean primary key default true check (one),
  since timestamptz not null,
  role text not null
);

-- An answer given once under a key is given again, never done again.
create table answered (
  scope text not null,
  key text not null,
  content text not null,
  answer jsonb not null,
  at timestamptz not null,
  primary key (scope, key)
);
create index answered_at on answered (at);

grant usage on schema public to foyer_viewer;
grant usage on sequence ticket_number, journal_seq_seq to foyer_viewer;
grant select, insert, update, delete on service_day, visit, desk_state, intake_stop, answered, device_token to foyer_viewer;
grant select, insert on journal to foyer_viewer;

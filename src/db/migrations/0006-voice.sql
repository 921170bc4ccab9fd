-- What stood in somebody's way, as she wrote it. The key of the form is the row's, so that sending it twice has one effect.
create table barrier_report (
  id text primary key,
  at timestamptz not null,
  language text not null,
  what text not null check (length(what) between 1 and 2000),
  place text check (length(place) between 1 and 200),
  -- An e-mail or a telephone number, only where she wants an answer.
  answer_to text check (length(answer_to) between 1 and 200),
  done_at timestamptz
);
create index barrier_report_at on barrier_report (at);

grant select, insert, delete on barrier_report to foyer_viewer;
grant update (done_at) on barrier_report to foyer_viewer;

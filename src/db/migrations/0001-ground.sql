-- The one role under which every statement of the house runs; walls (row-level security) hang on it.
do $$ begin
  if not exists (select from pg_roles where rolname = 'foyer_viewer') then create role foyer_viewer nologin; end if;
exception when duplicate_object or unique_violation then null;
end $$;
do $$ begin execute format('grant foyer_viewer to %I', current_user); end $$;

-- Staff accounts and sessions (better-auth). Sign-in stays on wall time; the library sets every time itself.
create table "user" (
  id text primary key,
  name text not null,
  email text not null unique,
  "emailVerified" boolean not null,
  image text,
  "createdAt" timestamptz not null,
  "updatedAt" timestamptz not null,
  "staffId" text,
  role text
);
create table session (
  id text primary key,
  "expiresAt" timestamptz not null,
  token text not null unique,
  "createdAt" timestamptz not null,
  "updatedAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "userId" text not null references "user" (id) on delete cascade
);
create table account (
  id text primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" text not null references "user" (id) on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  scope text,
  password text,
  "createdAt" timestamptz not null,
  "updatedAt" timestamptz not null
);
create table verification (
  id text primary key,
  identifier text not null,
  value text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null,
  "updatedAt" timestamptz not null
);
create table "rateLimit" (
  id text primary key,
  key text not null unique,
  count integer not null,
  "lastRequest" bigint not null
);
create index on session ("userId");
create index on account ("userId");
create index on verification (identifier);

-- Bearer tokens of devices: only the hash is kept.
create table device_token (
  id text primary key,
  hash text not null unique,
  role text not null check (role in ('desk', 'kiosk', 'display', 'reception')),
  desk text,
  created_at timestamptz not null,
  revoked_at timestamptz
);

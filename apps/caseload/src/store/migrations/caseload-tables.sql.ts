/**
 * The projection: one row for each client, each group of columns written by the events of one topic, so that topics
 * may arrive in any order. Only risk is made of two of them; whoever writes it holds the row's lock.
 */
export const caseloadTables = `
CREATE TABLE client_entry (
  client_id uuid PRIMARY KEY,
  name text,
  sort_name text COLLATE "C" NOT NULL DEFAULT '',
  therapist_id uuid,
  therapist_changes_at timestamptz,
  last_session_at timestamptz,
  last_score double precision,
  last_score_band text,
  last_score_at timestamptz,
  last_score_change double precision,
  trend double precision[] NOT NULL DEFAULT '{}',
  alerts jsonb NOT NULL DEFAULT '[]',
  risk smallint NOT NULL DEFAULT 0 CHECK (risk BETWEEN 0 AND 100),
  reasons text[] NOT NULL DEFAULT '{}',
  known_at timestamptz NOT NULL DEFAULT '-infinity',
  -- The keys of the sort orders: what is not known yet sorts last, and a cursor never meets a NULL.
  session_key timestamptz NOT NULL GENERATED ALWAYS AS (coalesce(last_session_at, '-infinity')) STORED,
  score_key double precision NOT NULL GENERATED ALWAYS AS (coalesce(last_score, 'infinity')) STORED
);
CREATE INDEX client_entry_by_risk ON client_entry (risk DESC, client_id DESC);
CREATE INDEX client_entry_by_name ON client_entry (sort_name, client_id);
CREATE INDEX client_entry_by_session ON client_entry (session_key DESC, client_id DESC);
CREATE INDEX client_entry_by_score ON client_entry (score_key, client_id);
CREATE INDEX client_entry_of_therapist ON client_entry (therapist_id);
CREATE INDEX client_entry_therapist_due ON client_entry (therapist_changes_at) WHERE therapist_changes_at IS NOT NULL;

-- Beside the entries, because row security keeps a text search away from its index; the API role reaches it only
-- through find_clients, which gives ids and no names.
CREATE TABLE client_words (
  client_id uuid PRIMARY KEY,
  words tsvector NOT NULL
);
CREATE INDEX client_words_search ON client_words USING gin (words);
CREATE FUNCTION find_clients(search tsquery) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path FROM CURRENT
  AS 'SELECT client_id FROM client_words WHERE words @@ search';
REVOKE ALL ON FUNCTION find_clients FROM PUBLIC;

CREATE TABLE staff (
  person_id uuid PRIMARY KEY,
  name text NOT NULL
);

CREATE TABLE session (
  session_id uuid PRIMARY KEY,
  client_id uuid NOT NULL,
  therapist_id uuid NOT NULL,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  zone text NOT NULL,
  status text NOT NULL CHECK (status IN ('booked', 'completed', 'cancelled', 'missed'))
);
CREATE INDEX session_of_client ON session (client_id, starts_at DESC);
CREATE INDEX session_booked ON session (client_id, starts_at) WHERE status = 'booked';
CREATE INDEX session_completed ON session (client_id, starts_at DESC) WHERE status = 'completed';

CREATE TABLE course_point (
  response_id uuid NOT NULL,
  scale text NOT NULL,
  client_id uuid NOT NULL,
  session_id uuid,
  instrument_url text NOT NULL,
  instrument_version text NOT NULL,
  value double precision,
  band text,
  answered_at timestamptz NOT NULL,
  PRIMARY KEY (response_id, scale)
);
CREATE INDEX course_point_series ON course_point (client_id, instrument_url, scale, answered_at DESC);

CREATE TABLE scale (
  instrument_url text NOT NULL,
  instrument_version text NOT NULL,
  code text NOT NULL,
  instrument_title text NOT NULL,
  title text NOT NULL,
  position smallint NOT NULL,
  min double precision NOT NULL,
  max double precision NOT NULL,
  higher_is_better boolean NOT NULL,
  bands jsonb NOT NULL,
  PRIMARY KEY (instrument_url, instrument_version, code)
);
`;

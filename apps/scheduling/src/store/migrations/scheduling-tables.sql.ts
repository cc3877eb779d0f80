/** The database itself refuses a second primary therapist and a therapist in two sessions at once. */
export const schedulingTables = `
  CREATE TABLE person (
    person_id uuid PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('client', 'staff')),
    name text NOT NULL,
    search_name text NOT NULL GENERATED ALWAYS AS (lower(name)) STORED,
    email text,
    phone text,
    language text NOT NULL,
    zone text NOT NULL,
    roles text[] NOT NULL,
    subject text,
    consent jsonb NOT NULL,
    version integer NOT NULL DEFAULT 1
  );
  CREATE INDEX person_by_name ON person (kind, search_name, person_id);

  CREATE TABLE care_relationship (
    care_relationship_id uuid PRIMARY KEY,
    client_id uuid NOT NULL REFERENCES person,
    staff_id uuid NOT NULL REFERENCES person,
    kind text NOT NULL CHECK (kind IN ('primary', 'cover', 'supervisor')),
    valid_from timestamptz NOT NULL,
    valid_to timestamptz CHECK (valid_to > valid_from),
    CONSTRAINT one_primary_at_a_time EXCLUDE USING gist (
      client_id WITH =, tstzrange(valid_from, valid_to) WITH &&) WHERE (kind = 'primary')
  );
  CREATE INDEX care_relationship_of_staff ON care_relationship (staff_id, client_id);
  CREATE INDEX care_relationship_of_client ON care_relationship (client_id);

  CREATE TABLE session (
    session_id uuid PRIMARY KEY,
    client_id uuid NOT NULL REFERENCES person,
    therapist_id uuid NOT NULL REFERENCES person,
    starts_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL CHECK (ends_at > starts_at),
    zone text NOT NULL,
    status text NOT NULL CHECK (status IN ('booked', 'completed', 'cancelled', 'missed')),
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT therapist_in_one_place EXCLUDE USING gist (
      therapist_id WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE (status <> 'cancelled')
  );
  CREATE INDEX session_of_client ON session (client_id, starts_at, session_id);
  CREATE INDEX session_of_therapist ON session (therapist_id, starts_at, session_id);
  CREATE INDEX session_by_start ON session (starts_at, session_id);`;

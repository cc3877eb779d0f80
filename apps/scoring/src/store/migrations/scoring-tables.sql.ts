export const scoringTables = `
CREATE TABLE instrument (
  url text NOT NULL,
  version text NOT NULL,
  definition jsonb NOT NULL,
  PRIMARY KEY (url, version)
);

CREATE TABLE score (
  score_id uuid PRIMARY KEY,
  response_id uuid NOT NULL UNIQUE,
  client_id uuid NOT NULL,
  session_id uuid,
  instrument_url text NOT NULL,
  instrument_version text NOT NULL,
  answered_at timestamptz NOT NULL,
  submitted_at timestamptz NOT NULL,
  scales jsonb NOT NULL,
  engine text NOT NULL,
  withdrawn_at timestamptz
);
CREATE INDEX score_course ON score (client_id, answered_at DESC, score_id DESC) WHERE withdrawn_at IS NULL;
`;

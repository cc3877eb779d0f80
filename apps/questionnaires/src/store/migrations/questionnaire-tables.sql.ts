/** Answers have a table of their own, so that who may see that a client answered need not see what. */
export const questionnaireTables = `
CREATE TABLE instrument (
  url text NOT NULL,
  version text NOT NULL,
  slug text NOT NULL,
  definition jsonb NOT NULL,
  published_at timestamptz NOT NULL,
  PRIMARY KEY (url, version)
);
CREATE INDEX instrument_by_slug ON instrument (slug, published_at DESC);

CREATE TABLE client (
  client_id uuid PRIMARY KEY,
  language text NOT NULL
);

CREATE TABLE response (
  response_id uuid PRIMARY KEY,
  request_id uuid UNIQUE,
  client_id uuid NOT NULL,
  session_id uuid,
  instrument_url text NOT NULL,
  instrument_version text NOT NULL,
  answered_at timestamptz NOT NULL,
  submitted_at timestamptz NOT NULL,
  mode text NOT NULL CHECK (mode IN ('link', 'staff', 'import')),
  voided_at timestamptz,
  voided_by uuid,
  void_reason text,
  FOREIGN KEY (instrument_url, instrument_version) REFERENCES instrument,
  CHECK ((voided_at IS NULL) = (voided_by IS NULL) AND (voided_at IS NULL) = (void_reason IS NULL)),
  CHECK ((mode = 'link') = (request_id IS NOT NULL))
);
CREATE INDEX response_course ON response (client_id, answered_at DESC, response_id DESC);

CREATE TABLE response_answers (
  response_id uuid PRIMARY KEY REFERENCES response,
  client_id uuid NOT NULL,
  answers jsonb NOT NULL
);

CREATE TABLE request (
  request_id uuid PRIMARY KEY,
  client_id uuid NOT NULL,
  session_id uuid,
  instrument_url text NOT NULL,
  instrument_version text NOT NULL,
  issued_at timestamptz NOT NULL,
  issued_by uuid NOT NULL,
  expires_at timestamptz NOT NULL,
  revoked_at timestamptz,
  response_id uuid UNIQUE,
  answered_at timestamptz,
  -- Of the submission that answered: its Idempotency-Key and its content, sealed with the client's token.
  submission_key bytea,
  submission_seal bytea,
  FOREIGN KEY (instrument_url, instrument_version) REFERENCES instrument,
  CHECK ((response_id IS NULL) = (answered_at IS NULL)),
  CHECK (revoked_at IS NULL OR answered_at IS NULL)
);
CREATE INDEX request_of_client ON request (client_id, issued_at DESC, request_id DESC);
ALTER TABLE response ADD FOREIGN KEY (request_id) REFERENCES request;

-- Every message to the client mints a token of its own, so a request may have several. None is stored readable.
CREATE TABLE link (
  token_hash bytea PRIMARY KEY CHECK (octet_length(token_hash) = 32),
  request_id uuid NOT NULL REFERENCES request,
  minted_at timestamptz NOT NULL
);
`;

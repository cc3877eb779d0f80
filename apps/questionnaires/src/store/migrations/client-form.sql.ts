/**
 * Answers on their way. They belong to the open request alone: whoever has its link sees and writes them, staff never,
 * and the database itself forgets them the moment the request is answered or taken back.
 */
export const draftTables = `
CREATE TABLE draft_answers (
  request_id uuid NOT NULL REFERENCES request,
  link_id text NOT NULL,
  client_id uuid NOT NULL,
  answer jsonb NOT NULL,
  -- The writer's time in milliseconds, and always later than what the writer had read: the later one stands.
  written_at bigint NOT NULL,
  PRIMARY KEY (request_id, link_id)
);
ALTER TABLE draft_answers ENABLE ROW LEVEL SECURITY;
ALTER TABLE draft_answers FORCE ROW LEVEL SECURITY;
CREATE POLICY draft_owner ON draft_answers TO CURRENT_USER USING (true);
CREATE FUNCTION forget_draft() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT
  AS $$ BEGIN DELETE FROM draft_answers WHERE request_id = NEW.request_id; RETURN NULL; END $$;
CREATE TRIGGER request_closed AFTER UPDATE OF response_id, revoked_at ON request FOR EACH ROW
  WHEN (NEW.response_id IS NOT NULL OR NEW.revoked_at IS NOT NULL) EXECUTE FUNCTION forget_draft();
DO $policy$
DECLARE api text := current_schema() || '_api';
BEGIN
  EXECUTE format('CREATE POLICY draft_worker ON draft_answers TO %I USING (true)', current_schema() || '_worker');
  EXECUTE format('CREATE POLICY draft_link ON draft_answers TO %I USING (request_id = (SELECT app_link()))', api);
  -- Whoever keys in what a client wrote on paper need not be able to read it again.
  EXECUTE format('CREATE POLICY answers_keyed ON response_answers FOR INSERT TO %I
    WITH CHECK (app_has_role(''operations''))', api);
END $policy$;
`;

/** How forms are filled in, in numbers: of whom, and on which day, is not in them. */
export const usageTables = `
CREATE TABLE item_seconds (
  instrument_url text NOT NULL,
  instrument_version text NOT NULL,
  link_id text NOT NULL,
  month date NOT NULL,
  -- The upper end of a step of the histogram; 0 is longer than the last step.
  within_seconds smallint NOT NULL,
  count integer NOT NULL,
  PRIMARY KEY (instrument_url, instrument_version, link_id, month, within_seconds)
);
CREATE TABLE item_left (
  instrument_url text NOT NULL,
  instrument_version text NOT NULL,
  -- The last item that was answered before the form was left for good.
  link_id text NOT NULL,
  month date NOT NULL,
  count integer NOT NULL,
  PRIMARY KEY (instrument_url, instrument_version, link_id, month)
);
-- So that each request counts once.
ALTER TABLE request ADD COLUMN timed boolean NOT NULL DEFAULT false;
`;

/** What the provider decides about the form. */
export const settingTable = `
CREATE TABLE form_setting (
  name text PRIMARY KEY CHECK (name IN ('crisis-information', 'shown-results')),
  version integer NOT NULL,
  value jsonb NOT NULL,
  changed_at timestamptz NOT NULL,
  changed_by uuid NOT NULL
);
`;

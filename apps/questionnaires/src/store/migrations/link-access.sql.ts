/**
 * What the holder of a client's link may do: see the one request, answer it, and nothing besides. Nobody can list
 * links: a token's hash opens its request through `find_link`, which runs as the owner.
 */
export const linkAccess = `
ALTER TABLE link ENABLE ROW LEVEL SECURITY;
ALTER TABLE link FORCE ROW LEVEL SECURITY;
CREATE POLICY link_owner ON link FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY request_owner ON request FOR SELECT TO CURRENT_USER USING (true);
CREATE FUNCTION find_link(hash bytea) RETURNS SETOF request
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT
  AS $$ SELECT request.* FROM link JOIN request USING (request_id) WHERE link.token_hash = hash $$;
REVOKE ALL ON FUNCTION find_link FROM PUBLIC;
DO $policy$
DECLARE api text := current_schema() || '_api';
BEGIN
  EXECUTE format('GRANT EXECUTE ON FUNCTION find_link TO %I', api);
  EXECUTE format('CREATE POLICY link_minted ON link FOR INSERT TO %I
    WITH CHECK (EXISTS (SELECT FROM request WHERE request.request_id = link.request_id))', api);
  EXECUTE format('CREATE POLICY request_link ON request FOR SELECT TO %I USING (request_id = (SELECT app_link()))', api);
  EXECUTE format('CREATE POLICY request_answered ON request FOR UPDATE TO %I USING (request_id = (SELECT app_link()))', api);
  EXECUTE format('CREATE POLICY client_link ON client FOR SELECT TO %I USING (client_id IN (
    SELECT request.client_id FROM request WHERE request.request_id = (SELECT app_link())))', api);
  EXECUTE format('CREATE POLICY response_link ON response FOR INSERT TO %I
    WITH CHECK (request_id = (SELECT app_link()))', api);
  EXECUTE format('CREATE POLICY answers_link ON response_answers FOR INSERT TO %I
    WITH CHECK (client_id IN (SELECT request.client_id FROM request WHERE request.request_id = (SELECT app_link())))', api);
END $policy$;
`;

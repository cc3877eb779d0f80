import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whoever answers by a link settles what the same client was asked of the same instrument by messages. The link opens
 * nothing more by that: these functions run as the owner, and know of no request but those beside the one that is open.
 */
const besideLink = `
CREATE POLICY request_settled ON request FOR UPDATE TO CURRENT_USER USING (true);
CREATE FUNCTION lock_beside_link(at timestamptz) RETURNS SETOF request
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path FROM CURRENT
  AS $$ SELECT other.* FROM request AS mine JOIN request AS other USING (client_id, instrument_url)
    WHERE mine.request_id = app_link() AND other.request_id <> mine.request_id AND other.delivery = 'message'
      AND other.response_id IS NULL AND other.revoked_at IS NULL AND other.expired_at IS NULL AND other.expires_at > at
    -- What somebody else holds is being answered or taken back.
    FOR UPDATE OF other SKIP LOCKED $$;
CREATE FUNCTION revoke_beside_link(ids uuid[], at timestamptz) RETURNS void
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path FROM CURRENT
  AS $$ UPDATE request SET revoked_at = at, next_reminder_at = NULL
    WHERE request_id = ANY (ids) AND request_id IN (SELECT beside.request_id FROM lock_beside_link(at) AS beside) $$;
REVOKE ALL ON FUNCTION lock_beside_link FROM PUBLIC;
REVOKE ALL ON FUNCTION revoke_beside_link FROM PUBLIC;
DO $grant$
DECLARE api text := current_schema() || '_api';
BEGIN
  EXECUTE format('GRANT EXECUTE ON FUNCTION lock_beside_link TO %I', api);
  EXECUTE format('GRANT EXECUTE ON FUNCTION revoke_beside_link TO %I', api);
END $grant$;`;

export class SettleBesideLink1764500200000 implements MigrationInterface {
  readonly name = 'SettleBesideLink1764500200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(besideLink);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION revoke_beside_link');
    await runner.query('DROP FUNCTION lock_beside_link');
    await runner.query('DROP POLICY request_settled ON request');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A request of which the client could not know is over, and counts as neither sent nor unanswered. */
export class NotReached1764500300000 implements MigrationInterface {
  readonly name = 'NotReached1764500300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE client_request DROP CONSTRAINT client_request_state_check,
      ADD CONSTRAINT client_request_state_check CHECK (state IN ('open', 'expired', 'not-reached', 'revoked'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE client_request DROP CONSTRAINT client_request_state_check,
      ADD CONSTRAINT client_request_state_check CHECK (state IN ('open', 'expired', 'revoked')) NOT VALID`);
  }
}

import { grant } from '@attune/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Names are needed by no message, and what was settled long ago by nobody. */
export class ForgetWhatIsOver1764400000000 implements MigrationInterface {
  readonly name = 'ForgetWhatIsOver1764400000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE recipient DROP COLUMN name');
    await runner.query(grant('message', { worker: 'DELETE' }));
    await runner.query(`
      CREATE INDEX message_settled ON message (settled_at) WHERE settled_at IS NOT NULL;
      CREATE INDEX asked_over ON asked (expires_at);
      CREATE INDEX opt_out_link_minted ON opt_out_link (minted_at);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX message_settled, asked_over, opt_out_link_minted');
    await runner.query(`ALTER TABLE recipient ADD COLUMN name text NOT NULL DEFAULT ''`);
  }
}

import { grant } from '@attune/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const counted = `risk, score_key, change_key, alert_key, attrition, missed_in_a_row, missed_lately, rate_key,
  requests_silent, since_key, contact_key, session_key, next_key, sessions_ahead`;
const share = (of: string) => `(CASE WHEN last_score_max > last_score_min THEN ${of} END)`;

/**
 * Which scale stands for the alliance is what the rules in force say, so a row tells of which one its score is. Scores
 * of several scales are sorted by the part of their scale. Rows from before are chosen anew by the sweep.
 */
export class FollowRuleSets1764520000000 implements MigrationInterface {
  readonly name = 'FollowRuleSets1764520000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE alliance_scale (
        rule_set text NOT NULL,
        rule_set_version int NOT NULL,
        position smallint NOT NULL,
        instrument_url text NOT NULL,
        scale text NOT NULL,
        PRIMARY KEY (rule_set, rule_set_version, instrument_url, scale)
      );
      CREATE TABLE rule_set_activation (
        rule_set text NOT NULL,
        rule_set_version int NOT NULL,
        activated_at timestamptz NOT NULL,
        PRIMARY KEY (rule_set, rule_set_version)
      );
      ALTER TABLE client_entry
        ADD last_score_instrument text,
        ADD last_score_scale text,
        ADD last_score_min double precision,
        ADD last_score_max double precision,
        ADD last_score_higher_is_better boolean,
        ADD alliance_choice text COLLATE "C" NOT NULL DEFAULT '';
      UPDATE client_entry SET last_score_instrument = 'https://attune.example/instruments/attune-alliance-check-in',
        last_score_scale = 'total', last_score_min = 12, last_score_max = 60, last_score_higher_is_better = true
        WHERE last_score IS NOT NULL;
      ALTER TABLE client_entry
        -- Of the way from the scale's weak end to its strong one; what is not known sorts last, as in other orders.
        ADD share_key double precision NOT NULL GENERATED ALWAYS AS (coalesce(${share(`
          CASE WHEN last_score_higher_is_better THEN last_score - last_score_min ELSE last_score_max - last_score END
            / (last_score_max - last_score_min)`)}, 'infinity')) STORED,
        ADD shift_key double precision NOT NULL GENERATED ALWAYS AS (coalesce(${share(`
          CASE WHEN last_score_higher_is_better THEN last_score_change ELSE -last_score_change END
            / (last_score_max - last_score_min)`)}, 'infinity')) STORED;
      DROP INDEX client_entry_by_score, client_entry_by_change, client_entry_of_therapist;
      CREATE INDEX client_entry_by_share ON client_entry (share_key, client_id);
      CREATE INDEX client_entry_by_shift ON client_entry (shift_key, client_id);
      CREATE INDEX client_entry_by_choice ON client_entry (alliance_choice);
      CREATE INDEX client_entry_of_therapist ON client_entry (therapist_id, client_id)
        INCLUDE (${counted}, share_key);
      DROP INDEX course_point_by_time;
      CREATE INDEX course_point_of_scale ON course_point (instrument_url, scale, answered_at);`);
    for (const table of ['alliance_scale', 'rule_set_activation'])
      await runner.query(grant(table, { api: 'SELECT', worker: 'SELECT, INSERT, UPDATE, DELETE' }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX course_point_of_scale, client_entry_of_therapist;
      CREATE INDEX course_point_by_time ON course_point (answered_at) WHERE scale = 'total';
      ALTER TABLE client_entry DROP share_key, DROP shift_key, DROP alliance_choice, DROP last_score_instrument,
        DROP last_score_scale, DROP last_score_min, DROP last_score_max, DROP last_score_higher_is_better;
      CREATE INDEX client_entry_by_score ON client_entry (score_key, client_id);
      CREATE INDEX client_entry_by_change ON client_entry (change_key, client_id);
      CREATE INDEX client_entry_of_therapist ON client_entry (therapist_id, client_id) INCLUDE (${counted});
      DROP TABLE alliance_scale, rule_set_activation;`);
  }
}

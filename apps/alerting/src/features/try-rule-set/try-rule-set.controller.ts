import { audit, Clock, CurrentPerson, Database, notFound, Roles, type Person } from '@attune/platform';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { z } from 'zod';
import { ruleSetKey } from '../../domain/series/rules-in-force.ts';
import { findRuleSet } from '../../store/rule-set.store.ts';
import { demandScales, warnOfScales } from '../keep-rule-sets/check-against-scales.ts';
import { ruleSetDraft } from '../keep-rule-sets/rule-set.schema.ts';
import { TryRuleSet } from './try-rule-set.query.ts';
import { trialSchema, type Trial } from './trial.schema.ts';

const period = z.object({ days: z.int().min(1).max(3660).default(90) });
const draftTrial = period.extend({ rules: ruleSetDraft.shape.rules });
const version = z.coerce.number().int().min(1).max(999_999);

@Controller('api/alerting/rule-sets')
@Roles('clinic-lead', 'admin')
export class TryRuleSetController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly tryRuleSet: TryRuleSet,
  ) {}

  @ApiOperation({
    summary: "What rules would have raised on the provider's own history, before anything is written down",
  })
  @Post('dry-run')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: trialSchema })
  async draft(
    @CurrentPerson() person: Person,
    @Body({ schema: draftTrial }) { rules, days }: z.infer<typeof draftTrial>,
  ): Promise<Trial> {
    const warnings = await this.database.asPerson(person, (tx) => demandScales(tx, rules));
    return { ...(await this.run(person, rules, days, null)), warnings: [...warnings] };
  }

  @ApiOperation({
    summary: "What a version would have raised on the provider's own history, had it been in force",
  })
  @Post(':name/:version/dry-run')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: trialSchema })
  async kept(
    @CurrentPerson() person: Person,
    @Param('name', { schema: ruleSetDraft.shape.name }) name: string,
    @Param('version', { schema: version }) number: number,
    @Body({ schema: period }) { days }: z.infer<typeof period>,
  ): Promise<Trial> {
    const { found, warnings } = await this.database.asPerson(person, async (tx) => {
      const one = await findRuleSet(tx, name, number);
      if (!one) throw notFound('rule set');
      return { found: one, warnings: await warnOfScales(tx, one.rules) };
    });
    return { ...(await this.run(person, found.rules, days, ruleSetKey(found))), warnings: [...warnings] };
  }

  private async run(
    person: Person,
    rules: Parameters<TryRuleSet['run']>[1],
    days: number,
    subject: string | null,
  ): Promise<Omit<Trial, 'warnings'>> {
    const trial = await this.tryRuleSet.run(person, rules, days);
    const clientIds = [...new Set(trial.items?.map(({ clientId }) => clientId) ?? [])];
    await this.database.asPerson(person, (tx) => {
      audit(tx, { person, action: 'try-rule-set', clientIds, subject, at: this.clock.now() });
    });
    return trial;
  }
}

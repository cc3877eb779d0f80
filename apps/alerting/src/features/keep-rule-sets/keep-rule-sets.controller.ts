import { defaultRuleSet, operatingPoints } from '@attune/clinical';
import { rule } from '@attune/contracts';
import {
  audit,
  Clock,
  CurrentPerson,
  Database,
  IdempotencyKey,
  invalid,
  notFound,
  onceFor,
  Roles,
  type Person,
} from '@attune/platform';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { z } from 'zod';
import { ruleSetKey } from '../../domain/series/rules-in-force.ts';
import { findActiveRuleSet, findRuleSet, listRuleSets, nextVersion } from '../../store/rule-set.store.ts';
import { demandFit, demandScales, warnOfScales } from './check-against-scales.ts';
import { KeepRuleSets } from './keep-rule-sets.handler.ts';
import {
  operatingPointSchema,
  ruleSetDraft,
  ruleSetSchema,
  viewRuleSet,
  type RuleSetView,
} from './rule-set.schema.ts';

const rulesSchema = z.object({ ruleSet: z.string().nullable(), items: z.array(rule) });
const ruleSets = z.object({ items: z.array(ruleSetSchema) });
const points = z.object({ items: z.array(operatingPointSchema) });
const version = z.coerce.number().int().min(1).max(999_999);
const readers = ['therapist', 'supervisor', 'clinic-lead', 'operations', 'admin'] as const;
const changers = ['clinic-lead', 'admin'] as const;

/** The next release brings the next version under it, whose place another one would have taken. */
const nameIsTaken = { pointer: '/name', detail: 'This name is for the set that ships. Choose another.' };

@Controller('api/alerting')
export class KeepRuleSetsController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly keepRuleSets: KeepRuleSets,
  ) {}

  @ApiOperation({ summary: 'The rules in force' })
  @Get('rules')
  @Roles(...readers)
  @ApiOkResponse({ standardSchema: rulesSchema })
  rules(@CurrentPerson() person: Person): Promise<z.infer<typeof rulesSchema>> {
    return this.database.asPerson(person, async (tx) => {
      const active = await findActiveRuleSet(tx);
      return { ruleSet: active && ruleSetKey(active), items: z.array(rule).parse(active?.rules ?? []) };
    });
  }

  @ApiOperation({ summary: 'Every version of every rule set, by name and newest first' })
  @Get('rule-sets')
  @Roles(...readers)
  @ApiOkResponse({ standardSchema: ruleSets })
  list(@CurrentPerson() person: Person): Promise<z.infer<typeof ruleSets>> {
    return this.database.asPerson(person, async (tx) => ({
      items: (await listRuleSets(tx)).map(viewRuleSet),
    }));
  }

  @ApiOperation({
    summary: 'Writes down a rule set, as the next version of its name',
    description:
      'It is not in force until it is activated. A rule about a scale that its instrument does not have, or with the wrong direction, is refused; one about an instrument that nobody has published is kept with a warning.',
  })
  @Post('rule-sets')
  @Roles(...changers)
  @ApiCreatedResponse({ standardSchema: ruleSetSchema })
  publish(
    @CurrentPerson() person: Person,
    @IdempotencyKey() key: string | null,
    @Body({ schema: ruleSetDraft }) draft: z.infer<typeof ruleSetDraft>,
  ): Promise<RuleSetView> {
    if (draft.name === defaultRuleSet.name) throw invalid([nameIsTaken], 'rule-set-name-taken');
    const at = this.clock.now();
    return this.database.asPerson(person, (tx) =>
      onceFor(tx, { caller: person.id, key, request: ['publish-rule-set', draft], at }, async () => {
        const warnings = await demandScales(tx, draft.rules);
        const ruleSet = { ...draft, version: await nextVersion(tx, draft.name) };
        await this.keepRuleSets.publish(tx, ruleSet, person.id, at);
        audit(tx, { person, action: 'publish-rule-set', clientIds: [], subject: ruleSetKey(ruleSet), at });
        const kept = { ...ruleSet, publishedAt: at, activatedAt: null, active: false };
        return { ...viewRuleSet(kept), warnings: [...warnings] };
      }),
    );
  }

  @ApiOperation({
    summary: 'Other points on the curve of the set that ships, and what each costs and brings by simulation',
  })
  @Get('rule-sets/operating-points')
  @Roles(...readers)
  @ApiOkResponse({ standardSchema: points })
  operatingPoints(): z.infer<typeof points> {
    return points.parse({ items: operatingPoints });
  }

  @ApiOperation({ summary: 'A version of a rule set' })
  @Get('rule-sets/:name/:version')
  @Roles(...readers)
  @ApiOkResponse({ standardSchema: ruleSetSchema })
  one(
    @CurrentPerson() person: Person,
    @Param('name', { schema: ruleSetDraft.shape.name }) name: string,
    @Param('version', { schema: version }) number: number,
  ): Promise<RuleSetView> {
    return this.database.asPerson(person, async (tx) => {
      const found = await findRuleSet(tx, name, number);
      if (!found) throw notFound('rule set');
      return { ...viewRuleSet(found), warnings: [...(await warnOfScales(tx, found.rules))] };
    });
  }

  @ApiOperation({ summary: 'Puts a version in force: from now on new scores are judged by it' })
  @Post('rule-sets/:name/:version/activate')
  @HttpCode(200)
  @Roles(...changers)
  @ApiOkResponse({ standardSchema: ruleSetSchema })
  activate(
    @CurrentPerson() person: Person,
    @Param('name', { schema: ruleSetDraft.shape.name }) name: string,
    @Param('version', { schema: version }) number: number,
  ): Promise<RuleSetView> {
    return this.database.asPerson(person, async (tx) => {
      const active = await this.keepRuleSets.activate(tx, { name, version: number }, person.id);
      const warnings = await demandFit(tx, active.rules);
      const subject = ruleSetKey(active);
      audit(tx, { person, action: 'activate-rule-set', clientIds: [], subject, at: this.clock.now() });
      return { ...viewRuleSet(active), warnings: [...warnings] };
    });
  }
}

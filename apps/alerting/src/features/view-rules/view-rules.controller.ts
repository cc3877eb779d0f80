import { Roles } from '@attune/platform';
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { z } from 'zod';
import { ruleSet } from '../../domain/rule-set.ts';

const ruleSchema = z.object({
  code: z.string(),
  title: z.string(),
  concern: z.enum(['alliance', 'outcome', 'safety', 'attendance']),
  severity: z.enum(['low', 'medium', 'high']),
  instrument: z.string(),
  scale: z.string(),
  detector: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('absolute-cut-off'), below: z.number() }),
    z.object({ kind: z.literal('fall-since-last'), by: z.number() }),
  ]),
});
const rulesSchema = z.object({ items: z.array(ruleSchema) });

@Controller('api/alerting/rules')
export class ViewRulesController {
  /** The rules in force. */
  @Get()
  @Roles('therapist', 'supervisor', 'clinic-lead', 'operations', 'admin')
  @ApiOkResponse({ standardSchema: rulesSchema })
  rules(): z.infer<typeof rulesSchema> {
    return { items: [...ruleSet] };
  }
}

import { rule } from '@attune/contracts';
import { Roles } from '@attune/platform';
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { z } from 'zod';
import { ruleSet } from '../../domain/rule-set.ts';

const rulesSchema = z.object({ items: z.array(rule) });

@Controller('api/alerting/rules')
export class ViewRulesController {
  /** The rules in force. */
  @Get()
  @Roles('therapist', 'supervisor', 'clinic-lead', 'operations', 'admin')
  @ApiOkResponse({ standardSchema: rulesSchema })
  rules(): z.infer<typeof rulesSchema> {
    return { items: z.array(rule).parse(ruleSet) };
  }
}

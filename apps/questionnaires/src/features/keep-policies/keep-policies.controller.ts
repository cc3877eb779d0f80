import {
  ChangesVersion,
  CurrentPerson,
  fromCursor,
  IdempotencyKey,
  IfMatch,
  pageLimit,
  pageOf,
  Roles,
  Versioned,
  type Person,
} from '@attune/platform';
import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { z } from 'zod';
import { KeepPolicies } from './keep-policies.handler.ts';
import { newPolicy, policyChange, policyCode, policySchema, type PolicyView } from './policy.schema.ts';

const query = z.object({
  clientId: z.uuid().optional().describe('Only those for this one client'),
  cursor: z.string().max(1_000).optional(),
  limit: pageLimit(),
});
const place = z.object({ code: policyCode });
const page = z.object({ items: z.array(policySchema), next: z.string().nullable() });
const readers = ['therapist', 'supervisor', 'clinic-lead', 'operations', 'admin'] as const;

@Controller('api/questionnaires/policies')
export class KeepPoliciesController {
  constructor(private readonly policies: KeepPolicies) {}

  @ApiOperation({ summary: 'What clients are asked, and when' })
  @Get()
  @Roles(...readers)
  @ApiOkResponse({ standardSchema: page })
  async list(
    @CurrentPerson() person: Person,
    @Query({ schema: query }) { clientId, cursor, limit }: z.infer<typeof query>,
  ): Promise<z.infer<typeof page>> {
    const after = fromCursor(cursor, place)?.code ?? null;
    const found = await this.policies.list(person, clientId ?? null, after, limit + 1);
    return pageOf(found, limit, ({ code }) => ({ code }));
  }

  @ApiOperation({ summary: 'A policy, by its code' })
  @Get(':code')
  @Versioned()
  @Roles(...readers)
  @ApiOkResponse({ standardSchema: policySchema })
  view(
    @CurrentPerson() person: Person,
    @Param('code', { schema: policyCode }) code: string,
  ): Promise<PolicyView> {
    return this.policies.view(person, code);
  }

  @ApiOperation({ summary: 'A new policy', description: 'What happened before it asks nobody.' })
  @Post()
  @Versioned()
  @Roles('clinic-lead', 'admin')
  @ApiCreatedResponse({ standardSchema: policySchema })
  add(
    @CurrentPerson() person: Person,
    @Body({ schema: newPolicy }) given: z.infer<typeof newPolicy>,
    @IdempotencyKey() key: string | null,
  ): Promise<PolicyView> {
    return this.policies.add(person, given, key);
  }

  @ApiOperation({
    summary: 'Replaces a policy by a new version; requests that it has made go on as they are',
    description: 'Inactive it makes none.',
  })
  @Put(':code')
  @Roles('clinic-lead', 'admin')
  @ChangesVersion()
  @ApiOkResponse({ standardSchema: policySchema })
  change(
    @CurrentPerson() person: Person,
    @Param('code', { schema: policyCode }) code: string,
    @Body({ schema: policyChange }) given: z.infer<typeof policyChange>,
    @IfMatch() seen: number | null,
  ): Promise<PolicyView> {
    return this.policies.change(person, { code, ...given }, seen);
  }
}

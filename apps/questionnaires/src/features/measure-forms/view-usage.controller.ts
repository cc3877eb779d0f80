import { CurrentPerson, Database, notFound, Roles, type Person } from '@attune/platform';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { z } from 'zod';
import { fewest, withinSeconds } from '../../domain/item-times.ts';
import { findUrl } from '../../store/instrument.store.ts';
import { readUsage, type ItemCounts } from '../../store/item-usage.store.ts';

const seconds = z.int().nullable();
const usage = z.object({
  items: z.array(
    z.object({
      version: z.string(),
      linkId: z.string(),
      timed: z.int().nullable().describe(`How many answers were timed; null below ${fewest}`),
      halfWithinSeconds: seconds.describe('Half of them took no longer; null where unknown or more than 300'),
      nineTenthsWithinSeconds: seconds,
      left: z
        .int()
        .nullable()
        .describe('How many forms were left for good after this item; null where few forms are known at all'),
    }),
  ),
});

const timedOf = ({ steps }: ItemCounts) => steps.reduce((sum, { count }) => sum + count, 0);

@Controller('api/questionnaires/instruments')
export class ViewUsageController {
  constructor(private readonly database: Database) {}

  @ApiOperation({
    summary: 'How long the items of an instrument take, and after which of them forms are left unsent',
    description: 'Counts, of nobody.',
  })
  @Get(':name/usage')
  @Roles('operations', 'clinic-lead', 'admin')
  @ApiOkResponse({ standardSchema: usage })
  async view(
    @CurrentPerson() person: Person,
    @Param('name', { schema: z.string().max(200) }) name: string,
  ): Promise<z.infer<typeof usage>> {
    const counts = await this.database.asPerson(person, async (tx) => {
      const url = await findUrl(tx, name);
      if (url === null) throw notFound('instrument');
      return readUsage(tx, url);
    });
    const forms = new Map<string, number>();
    for (const { version } of counts)
      forms.set(version, formsOf(counts.filter((each) => each.version === version)));
    return {
      items: counts.map((each) => {
        const { version, linkId, steps, left } = each;
        const timed = timedOf(each);
        const enough = timed >= fewest;
        return {
          ...{ version, linkId, timed: enough ? timed : null },
          halfWithinSeconds: enough ? withinSeconds(steps, 0.5) : null,
          nineTenthsWithinSeconds: enough ? withinSeconds(steps, 0.9) : null,
          left: (forms.get(version) ?? 0) >= fewest ? left : null,
        };
      }),
    };
  }
}

/** Of how many forms of a version something is known: those sent and those left. */
const formsOf = (counts: readonly ItemCounts[]): number =>
  Math.max(...counts.map(timedOf)) + counts.reduce((sum, { left }) => sum + left, 0);

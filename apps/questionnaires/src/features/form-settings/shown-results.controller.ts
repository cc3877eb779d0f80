import { ChangesVersion, CurrentPerson, IfMatch, Roles, Versioned, type Person } from '@attune/platform';
import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { z } from 'zod';
import { instrumentRef } from '../instrument.schema.ts';
import { FormSettings } from './setting.handler.ts';

const choice = z.object({
  instruments: z
    .array(instrumentRef.shape.url)
    .max(200)
    .describe('The urls of the instruments whose result the client sees after sending; no others are shown'),
});
const chosen = choice.extend({ version: z.int() });

@Controller('api/questionnaires/shown-results')
export class ShownResultsController {
  constructor(private readonly settings: FormSettings) {}

  @ApiOperation({
    summary: 'For which instruments the client sees the result after sending',
    description: 'For none, until somebody decides.',
  })
  @Get()
  @Versioned()
  @Roles('therapist', 'supervisor', 'clinic-lead', 'operations', 'admin')
  @ApiOkResponse({ standardSchema: chosen })
  async read(@CurrentPerson() person: Person): Promise<z.infer<typeof chosen>> {
    const { version, value } = await this.settings.read<string[]>(person, 'shown-results');
    return { version, instruments: value ?? [] };
  }

  @ApiOperation({ summary: 'Decides for which instruments the client sees the result after sending' })
  @Put()
  @ChangesVersion()
  @Roles('clinic-lead', 'admin')
  @ApiOkResponse({ standardSchema: chosen })
  async change(
    @CurrentPerson() person: Person,
    @IfMatch() match: number | null,
    @Body({ schema: choice }) { instruments }: z.infer<typeof choice>,
  ): Promise<z.infer<typeof chosen>> {
    const { version, value } = await this.settings.change(person, 'shown-results', match, instruments);
    return { version, instruments: value };
  }
}

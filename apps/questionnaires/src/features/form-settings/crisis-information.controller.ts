import { ChangesVersion, CurrentPerson, IfMatch, Roles, Versioned, type Person } from '@attune/platform';
import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { z } from 'zod';
import { crisisTexts, type CrisisInformation } from '../../domain/crisis-information.ts';
import { crisisInformation, crisisView, type CrisisView } from '../crisis-information.schema.ts';
import { FormSettings } from './setting.handler.ts';

const view = (version: number, own: readonly CrisisInformation[]): CrisisView => ({
  version,
  texts: crisisTexts(own).map(({ contacts, ...text }) => ({
    ...text,
    contacts: [...contacts],
    shipped: !own.some(({ language }) => language === text.language),
  })),
});

@Controller('api/questionnaires/crisis-information')
export class CrisisInformationController {
  constructor(private readonly settings: FormSettings) {}

  @ApiOperation({
    summary:
      'What the form says to a client in danger, in each language: yours, and what ships where you have said nothing',
  })
  @Get()
  @Versioned()
  @Roles('therapist', 'supervisor', 'clinic-lead', 'operations', 'admin')
  @ApiOkResponse({ standardSchema: crisisView })
  async read(@CurrentPerson() person: Person): Promise<CrisisView> {
    const found = await this.settings.read<CrisisInformation[]>(person, 'crisis-information');
    return view(found.version, found.value ?? []);
  }

  @ApiOperation({
    summary: 'Sets what the form says to a client in danger',
    description: 'A language that is left out says again what ships.',
  })
  @Put()
  @ChangesVersion()
  @Roles('clinic-lead', 'admin')
  @ApiOkResponse({ standardSchema: crisisView })
  async change(
    @CurrentPerson() person: Person,
    @IfMatch() match: number | null,
    @Body({ schema: crisisInformation }) { texts }: z.infer<typeof crisisInformation>,
  ): Promise<CrisisView> {
    const { version, value } = await this.settings.change(person, 'crisis-information', match, texts);
    return view(version, value);
  }
}

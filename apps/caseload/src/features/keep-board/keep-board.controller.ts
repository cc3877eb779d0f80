import {
  audit,
  ChangesVersion,
  Clock,
  CurrentPerson,
  Database,
  IfMatch,
  Roles,
  saveNext,
  Versioned,
  type Person,
} from '@attune/platform';
import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { z } from 'zod';
import { findBoard, saveBoard } from '../../store/board.store.ts';
import { selectionQuery } from '../list-clients/selection.schema.ts';

const { care, filter, sort, therapistId } = selectionQuery.shape;
const view = z.object({
  name: z.string().trim().min(1).max(60),
  search: z
    .strictObject({ care: care.unwrap().optional(), filter, sort: sort.unwrap().optional(), therapistId })
    .describe('As the list takes it, but for the name that is searched: that is not kept'),
});
const mostViews = 20;
const board = z.object({
  views: z
    .array(view)
    .max(mostViews)
    .refine((views) => new Set(views.map(({ name }) => name)).size === views.length, {
      error: 'Give each view a name of its own.',
    }),
  hidden: z
    .array(z.string().regex(/^[a-z-]{1,30}$/, 'Name a column in small letters.'))
    .max(30)
    .describe('Columns that are left out'),
});
const kept = board.extend({ version: z.int().describe('0 until something has been kept') });
type Kept = z.infer<typeof kept>;

@Controller('api/caseload/board')
@Roles('therapist', 'supervisor', 'clinic-lead', 'operations')
export class KeepBoardController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The views that the person who asks has kept, and the columns left out. */
  @Get()
  @Versioned()
  @ApiOkResponse({ standardSchema: kept })
  read(@CurrentPerson() person: Person): Promise<Kept> {
    return this.database.asPerson(person, async (tx) => {
      const found = await findBoard(tx, person.id);
      return { ...mutable(found.board), version: found.version };
    });
  }

  /** Replaces them, for this person alone. */
  @Put()
  @ChangesVersion()
  @ApiOkResponse({ standardSchema: kept })
  change(
    @CurrentPerson() person: Person,
    @Body({ schema: board }) value: z.infer<typeof board>,
    @IfMatch() seen: number | null,
  ): Promise<Kept> {
    const at = this.clock.now();
    return this.database.asPerson(person, async (tx) => {
      const before = await findBoard(tx, person.id);
      const save = (version: number) => saveBoard(tx, person.id, { board: value, version });
      const version = await saveNext(seen, before.version, save);
      audit(tx, { person, action: 'change-board', clientIds: [], subject: person.id, at });
      return { ...value, version };
    });
  }
}

const mutable = ({ views, hidden }: Awaited<ReturnType<typeof findBoard>>['board']) => ({
  views: [...views],
  hidden: [...hidden],
});

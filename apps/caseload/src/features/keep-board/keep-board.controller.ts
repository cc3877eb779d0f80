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
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { z } from 'zod';
import { findBoard, saveBoard } from '../../store/board.store.ts';
import { type Board, board, keptBoard } from './board.schema.ts';

type Kept = z.infer<typeof keptBoard>;
const nothing: Board = { views: [], hidden: [] };

@Controller('api/caseload/board')
@Roles('therapist', 'supervisor', 'clinic-lead', 'operations')
export class KeepBoardController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @ApiOperation({ summary: 'The views that the person who asks has kept, and the columns left out' })
  @Get()
  @Versioned()
  @ApiOkResponse({ standardSchema: keptBoard })
  read(@CurrentPerson() person: Person): Promise<Kept> {
    return this.database.asPerson(person, async (tx) => {
      const found = await findBoard<Board>(tx, person.id);
      return { ...(found?.board ?? nothing), version: found?.version ?? 0 };
    });
  }

  @ApiOperation({ summary: 'Replaces the views and columns of the person who asks' })
  @Put()
  @ChangesVersion()
  @ApiOkResponse({ standardSchema: keptBoard })
  change(
    @CurrentPerson() person: Person,
    @Body({ schema: board }) value: Board,
    @IfMatch() seen: number | null,
  ): Promise<Kept> {
    const at = this.clock.now();
    return this.database.asPerson(person, async (tx) => {
      const before = (await findBoard(tx, person.id))?.version ?? 0;
      const save = (version: number) => saveBoard(tx, person.id, { board: value, version });
      const version = await saveNext(seen, before, save);
      audit(tx, { person, action: 'change-board', clientIds: [], subject: person.id, at });
      return { ...value, version };
    });
  }
}

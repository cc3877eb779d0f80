import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Open } from '../access/access.decorators.ts';

/** `GET /health/live`: the process answers. */
@ApiExcludeController()
@Controller('health/live')
export class LivenessController {
  @Get()
  @Open()
  live() {
    return { status: 'live' };
  }
}

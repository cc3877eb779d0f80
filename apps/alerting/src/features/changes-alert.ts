import { ChangesVersion, Roles } from '@attune/platform';
import { applyDecorators, HttpCode } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { alertSchema } from './alert-view.ts';

/** A route by which somebody who treats or supervises says something about one alert, and is answered how it is now. */
export const ChangesAlert = () =>
  applyDecorators(
    HttpCode(200),
    Roles('therapist', 'supervisor', 'clinic-lead'),
    ChangesVersion(),
    ApiOkResponse({ standardSchema: alertSchema }),
  );

import { IdempotencyKey, Open } from '@attune/platform';
import { Body, Controller, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOperation } from '@nestjs/swagger';
import { z } from 'zod';
import { answersSchema } from '../answer.schema.ts';
import { LinkToken } from '../link-token.ts';
import { SubmitResponse } from './submit-response.handler.ts';

const submission = z.object({
  answers: answersSchema,
  answeredAt: z.iso
    .datetime()
    .optional()
    .describe(
      'When the client sent them, by the clock of the device: counts where answers that waited for a connection arrive up to a day after the time to answer',
    ),
});
const submitted = z.object({
  responseId: z.uuid(),
  submittedAt: z.iso.datetime().describe('When the client sent them, as it counts'),
  result: z
    .array(
      z.object({
        ...{ title: z.string(), value: z.number(), min: z.number(), max: z.number() },
        band: z.string().nullable(),
      }),
    )
    .readonly()
    .nullable()
    .describe('The scores, where the provider shows them to the client; null otherwise'),
});

@Controller('api/questionnaires/check-in/responses')
export class SubmitResponseController {
  constructor(private readonly submitResponse: SubmitResponse) {}

  @ApiOperation({
    summary: "Answers the form behind a client's link, once",
    description: 'A retry with the same Idempotency-Key gets the first answer.',
  })
  @Post()
  @Open()
  @ApiHeader({ name: 'Attune-Link', required: true, description: 'The token from the fragment of the link' })
  @ApiCreatedResponse({ standardSchema: submitted })
  submit(
    @LinkToken() token: string,
    @IdempotencyKey() key: string | null,
    @Body({ schema: submission }) given: z.infer<typeof submission>,
  ): Promise<z.infer<typeof submitted>> {
    return this.submitResponse.submit({ token, key, ...given });
  }
}

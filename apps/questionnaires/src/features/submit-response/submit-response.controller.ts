import { IdempotencyKey, Open } from '@attune/platform';
import { Body, Controller, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader } from '@nestjs/swagger';
import { z } from 'zod';
import { answersSchema } from '../answer.schema.ts';
import { LinkToken } from '../link-token.ts';
import { SubmitResponse } from './submit-response.handler.ts';

const submission = z.object({ answers: answersSchema });
const submitted = z.object({
  responseId: z.uuid(),
  submittedAt: z.iso.datetime(),
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

  /** Answers the form behind a client's link, once. A retry with the same Idempotency-Key gets the first answer. */
  @Post()
  @Open()
  @ApiHeader({ name: 'Attune-Link', required: true, description: 'The token from the fragment of the link' })
  @ApiCreatedResponse({ standardSchema: submitted })
  submit(
    @LinkToken() token: string,
    @IdempotencyKey() key: string | null,
    @Body({ schema: submission }) { answers }: z.infer<typeof submission>,
  ): Promise<z.infer<typeof submitted>> {
    return this.submitResponse.submit({ token, key, answers });
  }
}

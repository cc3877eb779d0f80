import { z } from 'zod';

const text = z.string().trim().min(1);
const language = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/);

export const crisisText = z.object({
  language: language.describe('A BCP 47 tag'),
  text: text.max(1000),
  contacts: z
    .array(
      z.object({
        name: text.max(100),
        phone: z
          .string()
          .trim()
          .regex(/^\+?[0-9][0-9 ()-]{1,30}$/, 'Write it as it is dialled, such as 0800 111 0 111.')
          .describe('As it is dialled'),
      }),
    )
    .max(5)
    .describe('Whom to call; the form offers to dial'),
});

export const crisisInformation = z.object({
  texts: z
    .array(crisisText)
    .max(30)
    .refine((texts) => new Set(texts.map((each) => each.language)).size === texts.length, {
      error: 'Name a language once.',
    }),
});
export const crisisView = z.object({
  version: z.int(),
  texts: z.array(
    crisisText.extend({ shipped: z.boolean().describe('True where you have said nothing in this language') }),
  ),
});
export type CrisisView = z.infer<typeof crisisView>;

import { z } from 'zod';

/** How this service reaches the world. */
const environment = z.object({
  /** `smtp://user:password@host:587` or `smtps://…`. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).default('smtp://127.0.0.1:8093'),
  /** Who messages are from, as `Clinic <check-in@clinic.example>`. */
  MAIL_FROM: z.string().min(3).default('Attune <check-in@attune.example>'),
  /** Where an SMS provider takes messages; without it none are sent. */
  SMS_WEBHOOK_URL: z.url({ protocol: /^https?$/ }).optional(),
  SMS_WEBHOOK_TOKEN: z.string().optional(),
});

export type MailConfig = z.infer<typeof environment>;
export const MAIL_CONFIG = Symbol('MAIL_CONFIG');

/** @throws Error that names the variables, never their values */
export function readMailConfig(env: NodeJS.ProcessEnv): MailConfig {
  const found = environment.safeParse(env);
  if (found.success) return found.data;
  const names = [...new Set(found.error.issues.map(({ path }) => String(path[0])))];
  throw new Error(`Set these right: ${names.join(', ')}`);
}

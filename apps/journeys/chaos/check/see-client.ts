import { allianceInstrument } from '../../src/platform/clients.ts';
import type { Clinic } from '../stream/clinic.ts';
import type { SeenClient } from './check-client.ts';
import type { Rule } from '@attune/clinical';

interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

interface Course {
  readonly openAlerts: { readonly count: number };
  readonly series: readonly {
    readonly scale: string;
    readonly points: readonly { readonly responseId: string }[];
  }[];
}

/** Reads what every service says about a client, through the public API. */
export async function seeClient({ door, operations }: Clinic, clientId: string): Promise<SeenClient> {
  const all = async <Item>(path: string): Promise<Item[]> => {
    const items: Item[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: Page<Item> = await door.get<Page<Item>>(
        `${path}?clientId=${clientId}&limit=200${cursor && `&cursor=${cursor}`}`,
        operations,
      );
      items.push(...page.items);
      cursor = page.next;
    }
    return items;
  };
  const scores = await all<{ responseId: string }>('/api/scoring/scores');
  const alerts = await all<SeenClient['alerts'][number]>('/api/alerting/alerts');
  const course = await door.get<Course>(`/api/caseload/clients/${clientId}`, operations);
  return {
    clientId,
    scored: scores.map(({ responseId }) => responseId),
    alerts,
    course: (course.series.find(({ scale }) => scale === 'total')?.points ?? []).map(
      ({ responseId }) => responseId,
    ),
    openAlerts: course.openAlerts.count,
  };
}

/** The rules in force for what the stream answers. */
export async function readRules({ door, operations }: Clinic): Promise<readonly Rule[]> {
  const { items } = await door.get<{ items: Rule[] }>('/api/alerting/rules', operations);
  return items.filter(({ instrument, scale }) => instrument === allianceInstrument && scale === 'total');
}

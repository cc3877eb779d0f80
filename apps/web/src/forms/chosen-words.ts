import { t } from '@lingui/core/macro';
import { useQuery } from '@tanstack/react-query';
import { staffQuery, treatingQuery } from '../api/caseload.ts';

interface Named {
  readonly personId: string;
  readonly name: string;
}

const nameIn = (people: readonly Named[] | undefined, id: string): string =>
  people?.find(({ personId }) => personId === id)?.name ?? t`Name not known yet`;

/** "Therapist: Dr. Mara Lindqvist"; nothing where nobody is chosen. */
export function useTherapistWords(id: string | undefined): string | undefined {
  const { data } = useQuery({ ...treatingQuery, enabled: id !== undefined });
  return id && `${t`Therapist`}: ${nameIn(data, id)}`;
}

/** "Supervised by: Prof. Dr. Ruth Albers"; nothing where nobody is chosen. */
export function useSupervisorWords(id: string | undefined): string | undefined {
  const { data } = useQuery({ ...staffQuery, enabled: id !== undefined });
  return id && `${t`Supervised by`}: ${nameIn(data, id)}`;
}

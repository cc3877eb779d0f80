import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Stack, Text } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { changePerson, erasePerson, type KnownPerson, personQuery } from '../../api/people.ts';
import { may, sessionQuery } from '../../api/session.ts';
import { KeptForm } from '../../forms/kept-form.tsx';
import { useSaving } from '../../forms/use-saving.ts';
import { Fetched } from '../../shell/fetched.tsx';
import { PageHead } from '../../shell/page-head.tsx';
import { Empty } from '../../shell/states.tsx';
import { useTitle } from '../../shell/use-title.ts';
import { CarePanel } from './care-panel.tsx';
import { EraseForm } from './erase-form.tsx';
import { OptOuts } from './opt-outs.tsx';
import { PersonInputs } from './person-fields.tsx';

const route = getRouteApi('/admin/people/$personId');

/** What is known of one person, who cares for them or for whom they care. */
export function PersonPage(): ReactNode {
  const { personId } = route.useParams();
  const [erased, setErased] = useState<string | null>(null);
  if (erased === personId) {
    return (
      <Empty title={t`Erased`}>
        <Trans>
          Name, contacts and sign-in are gone, here and in every copy.{' '}
          <Link to="/admin/people">All people</Link>
        </Trans>
      </Empty>
    );
  }
  return (
    <Known
      key={personId}
      personId={personId}
      onErased={() => {
        setErased(personId);
      }}
    />
  );
}

interface KnownProps {
  readonly personId: string;
  readonly onErased: () => void;
}

function Known({ personId, onErased }: KnownProps) {
  useTitle(t`Person: administration`);
  const { data: signedIn } = useSuspenseQuery(sessionQuery);
  const known = useQuery(personQuery(personId));
  if (signedIn === null) return null;
  const keeps = may.keepPeople(signedIn);
  return (
    <Fetched
      of={known}
      loading={t`Loading the person`}
      back={
        <Link to="/admin/people" className="link">
          <Trans>All people</Trans>
        </Link>
      }
    >
      {(person) => (
        <Stack gap="xl">
          <PageHead title={person.name}>
            <About person={person} />
          </PageHead>
          <KeptForm
            query={personQuery(personId)}
            save={changePerson}
            loading={t`Loading the person`}
            editable={keeps}
            width={560}
          >
            {(draft, change, error) => (
              <PersonInputs
                kind={person.kind}
                person={draft}
                change={change}
                error={error}
                readOnly={!keeps}
                optOuts={person.kind === 'client' && may.seeCare(signedIn) && <OptOuts clientId={personId} />}
              />
            )}
          </KeptForm>
          {may.seeMessages(signedIn) && (
            <Text size="sm">
              <Link to="/admin/messages" search={{ personId }} className="link">
                <Trans>Messages to this person</Trans>
              </Link>
            </Text>
          )}
          {may.setRules(signedIn) && person.kind === 'client' && (
            <Text size="sm">
              <Link to="/admin/check-ins/new" search={{ clientId: personId }} className="link">
                <Trans>Ask this client otherwise than the others</Trans>
              </Link>
            </Text>
          )}
          {may.readAudit(signedIn) && (
            <Text size="sm">
              <Link
                to="/admin/audit"
                search={person.kind === 'client' ? { clientId: personId } : { personId }}
                className="link"
              >
                {person.kind === 'client' ? (
                  <Trans>Who read or changed the record of this client</Trans>
                ) : (
                  <Trans>What this person read or changed</Trans>
                )}
              </Link>
            </Text>
          )}
          {may.seeCare(signedIn) && <CarePanel person={person} />}
          {may.erasePeople(signedIn) && <Erasing person={person} onErased={onErased} />}
        </Stack>
      )}
    </Fetched>
  );
}

function About({ person: { kind, personId } }: { readonly person: KnownPerson }) {
  const { data: signedIn } = useSuspenseQuery(sessionQuery);
  if (kind === 'staff') return <Trans>Member of staff</Trans>;
  if (signedIn === null || !may.seeEverybody(signedIn)) return <Trans>Client</Trans>;
  return (
    <Link to="/clients/$clientId" params={{ clientId: personId }} className="link">
      <Trans>Client: to the course</Trans>
    </Link>
  );
}

interface ErasingProps {
  readonly person: KnownPerson;
  readonly onErased: () => void;
}

function Erasing({ person, onErased }: ErasingProps) {
  const erasing = useSaving(erasePerson, 'people');
  return (
    <section aria-labelledby="erase-title">
      <Stack gap="sm" maw={560}>
        <Text id="erase-title" component="h3" fw={600}>
          <Trans>Erase for good</Trans>
        </Text>
        <EraseForm
          person={person}
          erasing={erasing.isPending}
          error={erasing.error}
          onErase={() => {
            erasing.mutate(person, { onSuccess: onErased });
          }}
        />
      </Stack>
    </section>
  );
}

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Checkbox, Fieldset, Group, Stack, Text, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { type Kind, type PersonFields, staffRoles } from '../../api/people.ts';
import { Chosen } from '../../forms/chosen.tsx';
import { problemAt } from '../../forms/field-problem.ts';
import { languageName } from '../../shell/formats.ts';
import { LanguageSelect } from './language-select.tsx';
import { roleWords } from './role-words.ts';

interface Props {
  readonly kind: Kind;
  readonly person: PersonFields;
  readonly change: (part: Partial<PersonFields>) => void;
  readonly error: Error | null;
  readonly readOnly?: boolean;
  /** What the client has said since, beside what they agreed to. */
  readonly optOuts?: ReactNode;
}

/** What may be missing; nothing entered is nothing known. */
const optional: readonly string[] = ['email', 'phone', 'team', 'subject'];

/** What is known of a person, as it is entered and changed. */
export function PersonInputs({ kind, person, change, error, readOnly = false, optOuts }: Props) {
  const input = (field: 'name' | 'email' | 'phone' | 'zone' | 'team' | 'subject') => ({
    readOnly,
    value: person[field] ?? (readOnly ? '–' : ''),
    error: problemAt(error, `/${field}`),
    onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) => {
      change({ [field]: optional.includes(field) && value === '' ? null : value });
    },
  });
  const ways = [
    { way: 'email', label: t`Email` },
    { way: 'sms', label: t`SMS` },
  ] as const;
  return (
    <>
      <TextInput label={t`Name`} required maxLength={200} {...input('name')} />
      <Group gap="sm" align="flex-start" grow preventGrowOverflow={false} wrap="wrap">
        <TextInput label={t`Email`} type="email" maxLength={254} {...input('email')} />
        <TextInput label={t`Phone`} type="tel" maxLength={40} {...input('phone')} />
      </Group>
      <Group gap="sm" align="flex-start" grow preventGrowOverflow={false} wrap="wrap">
        {readOnly ? (
          <TextInput label={t`Language`} readOnly value={languageName(person.language)} />
        ) : (
          <LanguageSelect
            value={person.language}
            error={problemAt(error, '/language')}
            onChange={(language) => {
              change({ language });
            }}
          />
        )}
        <TextInput label={t`Time zone`} description={t`As in Europe/Berlin`} required {...input('zone')} />
      </Group>
      {kind === 'client' ? (
        <Fieldset legend={t`Agreed to be asked by`}>
          <Stack gap="xs">
            {readOnly ? (
              <Chosen values={ways.filter(({ way }) => person.consent[way]).map(({ label }) => label)} />
            ) : (
              ways.map(({ way, label }) => (
                <Checkbox
                  key={way}
                  label={label}
                  checked={person.consent[way]}
                  onChange={({ currentTarget: { checked } }) => {
                    change({ consent: { ...person.consent, [way]: checked } });
                  }}
                />
              ))
            )}
            {optOuts}
            <Text size="xs" c="dimmed">
              <Trans>
                Without either, nothing is sent. Whoever has opted out by a link stays out until the consent
                is taken away here and given anew.
              </Trans>
            </Text>
          </Stack>
        </Fieldset>
      ) : (
        <StaffInputs {...{ person, change, error, readOnly }} input={input} />
      )}
    </>
  );
}

type StaffProps = Omit<Props, 'kind' | 'optOuts'> & { readonly input: (field: 'team' | 'subject') => object };

function StaffInputs({ person, change, error, readOnly, input }: StaffProps) {
  return (
    <>
      {readOnly === true ? (
        <Chosen label={t`Roles`} values={person.roles.map(roleWords)} />
      ) : (
        <Checkbox.Group
          label={t`Roles`}
          description={t`What somebody may do also needs these roles at your sign-in provider.`}
          value={[...person.roles]}
          error={problemAt(error, '/roles')}
          onChange={(roles) => {
            change({ roles });
          }}
        >
          <Group gap="md" mt="xs">
            {staffRoles.map((role) => (
              <Checkbox key={role} value={role} label={roleWords(role)} />
            ))}
          </Group>
        </Checkbox.Group>
      )}
      <Group gap="sm" align="flex-start" grow preventGrowOverflow={false} wrap="wrap">
        <TextInput label={t`Team`} description={t`A short word of your own, or nothing`} {...input('team')} />
        <TextInput
          label={t`Sign-in name`}
          description={t`The sign-in provider’s name for this person`}
          maxLength={255}
          {...input('subject')}
        />
      </Group>
    </>
  );
}

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Badge, Button, Fieldset, Group, Stack, Textarea, TextInput } from '@mantine/core';
import type { Contact, CrisisText } from '../../api/form.ts';

const mostContacts = 5;

interface OneProps {
  readonly text: CrisisText;
  readonly editable: boolean;
  readonly problem: (field: string) => string | undefined;
  readonly onChange: (text: CrisisText) => void;
  readonly onRemove?: () => void;
}

/** A language by its name, in the language of the page. */
function languageName(tag: string): string {
  try {
    return (
      new Intl.DisplayNames([document.documentElement.lang || 'en'], { type: 'language' }).of(tag) ?? tag
    );
  } catch {
    return tag;
  }
}

/** The words and numbers in one language. */
export function CrisisLanguage({ text: kept, editable, problem, onChange, onRemove }: OneProps) {
  const { language, text, contacts, shipped } = kept;
  const name = languageName(language);
  const setContact = (index: number, part: Partial<Contact>) => {
    onChange({
      ...kept,
      contacts: contacts.map((contact, at) => (at === index ? { ...contact, ...part } : contact)),
    });
  };
  return (
    <Fieldset
      legend={
        <Group gap="xs" component="span">
          {name}
          {shipped && (
            <Badge tt="none" variant="outline" color="gray">
              <Trans>as it ships</Trans>
            </Badge>
          )}
        </Group>
      }
    >
      <Stack gap="sm">
        <Textarea
          label={t`Words in ${name}`}
          lang={language}
          dir="auto"
          autosize
          required
          maxLength={1000}
          readOnly={!editable}
          value={text}
          error={problem('text')}
          onChange={(event) => {
            onChange({ ...kept, text: event.currentTarget.value });
          }}
        />
        {contacts.map((contact, index) => (
          // A contact has nothing but its place.
          <Group key={index} gap="sm" align="flex-start">
            <TextInput
              label={t`Whom to call`}
              required
              maxLength={100}
              readOnly={!editable}
              value={contact.name}
              error={problem(`contacts/${index}/name`)}
              onChange={(event) => {
                setContact(index, { name: event.currentTarget.value });
              }}
            />
            <TextInput
              label={t`Number, as it is dialled`}
              type="tel"
              required
              maxLength={32}
              readOnly={!editable}
              value={contact.phone}
              error={problem(`contacts/${index}/phone`)}
              onChange={(event) => {
                setContact(index, { phone: event.currentTarget.value });
              }}
            />
            {editable && (
              <Button
                variant="default"
                mt={25}
                aria-label={t`Without the number ${contact.phone} in ${name}`}
                onClick={() => {
                  onChange({ ...kept, contacts: contacts.toSpliced(index, 1) });
                }}
              >
                <Trans>Remove</Trans>
              </Button>
            )}
          </Group>
        ))}
        {editable && (
          <Group gap="sm">
            {contacts.length < mostContacts && (
              <Button
                size="xs"
                variant="default"
                aria-label={t`Add a number in ${name}`}
                onClick={() => {
                  onChange({ ...kept, contacts: [...contacts, { name: '', phone: '' }] });
                }}
              >
                <Trans>Add a number</Trans>
              </Button>
            )}
            {onRemove && (
              <Button
                size="xs"
                variant="default"
                aria-label={t`Take our words in ${name} away`}
                onClick={onRemove}
              >
                <Trans>Take our words away</Trans>
              </Button>
            )}
          </Group>
        )}
      </Stack>
    </Fieldset>
  );
}

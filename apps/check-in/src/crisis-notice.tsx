import type { Crisis } from './form.ts';
import { saidIn } from './said-in.ts';
import { useWords } from './words/use-words.ts';

interface Props {
  /** The provider's own words and numbers. */
  readonly crisis: Crisis | undefined;
  /** In danger: said first, and strongly. */
  readonly urgent?: boolean;
  /** What happens with the answer; always that nobody watches. */
  readonly about: string;
}

/** On a small screen it would end below the edge, and the numbers with it. */
const intoView = (notice: HTMLDivElement | null) => {
  notice?.scrollIntoView({ block: 'nearest' });
};

/** Whom to call. At once, on the answer itself: nobody should have to send a form first. */
export function CrisisNotice({ crisis, urgent = false, about }: Props) {
  const words = useWords();
  return (
    <div class={urgent ? 'notice urgent' : 'notice'} ref={urgent ? intoView : null}>
      {urgent && (
        <p>
          <strong>{words.notAlone}</strong>
        </p>
      )}
      {!urgent && <p>{about}</p>}
      {crisis && <p {...saidIn(crisis.language)}>{crisis.text}</p>}
      {crisis && crisis.contacts.length > 0 && (
        <ul {...saidIn(crisis.language)}>
          {crisis.contacts.map(({ name, phone }) => (
            <li key={phone}>
              <a href={`tel:${phone.replace(/[^+\d]/g, '')}`}>
                {name}: <bdi>{phone}</bdi>
              </a>
            </li>
          ))}
        </ul>
      )}
      {urgent && <p>{about}</p>}
    </div>
  );
}

import { useEffect, useState } from 'preact/hooks';
import { type Form, openForm, Refused, type Trouble } from './api.ts';
import { Help } from './question.tsx';
import { Questions } from './questions.tsx';
import { Message, TroublePage } from './trouble-page.tsx';

type State =
  | { readonly at: 'opening' }
  | { readonly at: 'form'; readonly form: Form }
  | { readonly at: 'sent'; readonly atRisk: boolean }
  | { readonly at: 'trouble'; readonly trouble: Trouble };

/** The whole form: opens the link, asks, sends, thanks; or says kindly why not. */
export function CheckIn({ token }: { readonly token: string | null }) {
  const [state, setState] = useState<State>({ at: 'opening' });
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    if (token === null) {
      setState({ at: 'trouble', trouble: 'link-unknown' });
      return;
    }
    let current = true;
    openForm(token).then(
      (form) => {
        if (current) setState({ at: 'form', form });
      },
      (error: unknown) => {
        const trouble = error instanceof Refused ? error.trouble : 'away';
        if (current) setState({ at: 'trouble', trouble });
      },
    );
    return () => {
      current = false;
    };
  }, [token, attempt]);

  if (state.at === 'opening') return <Message title="One moment…" busy />;
  if (state.at === 'sent') {
    return (
      <Message title="Thank you">
        <p>Your answers have arrived and are part of your course.</p>
        {state.atRisk && <Help />}
        <p>You can close this page now.</p>
      </Message>
    );
  }
  if (state.at === 'form' && token !== null) {
    return (
      <Questions
        token={token}
        form={state.form}
        onSent={(atRisk) => {
          setState({ at: 'sent', atRisk });
        }}
        onTrouble={(trouble) => {
          setState({ at: 'trouble', trouble });
        }}
      />
    );
  }
  const trouble = state.at === 'trouble' ? state.trouble : 'link-unknown';
  const again = () => {
    setState({ at: 'opening' });
    setAttempt(attempt + 1);
  };
  return <TroublePage trouble={trouble} onAgain={again} />;
}

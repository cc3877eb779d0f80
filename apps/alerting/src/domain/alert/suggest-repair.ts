import type { Concern } from '@attune/clinical';

/** Something that may help next: an opening for a conversation, not an instruction. */
export interface Suggestion {
  /** What it is called wherever it is translated. */
  readonly code: string;
  readonly title: string;
  readonly text: string;
  /** Where the idea comes from; null where it is the practice's own duty. */
  readonly source: string | null;
}

const metaCommunication: Suggestion = {
  code: 'meta-communication',
  title: 'Talk about the talking',
  text: 'Begin the next session by asking how the last one felt, wonder aloud whether something came between you, and say what part of it may be yours before you explain anything.',
  source: 'Safran & Muran (2000), Negotiating the Therapeutic Alliance',
};
const goals: Suggestion = {
  code: 'goals',
  title: 'Agree anew on where this goes',
  text: 'Ask what the client would most like to be different by now, and rewrite the goals together, in the client’s words.',
  source: 'Bordin (1979), Psychotherapy: Theory, Research and Practice 16, 252–260',
};
const tasks: Suggestion = {
  code: 'tasks',
  title: 'Change what you do together, or how fast',
  text: 'Say why you work the way you do, ask which part of it makes sense to the client, and offer a different exercise, a smaller step or a slower pace.',
  source: 'Eubanks, Muran & Safran (2018), Psychotherapy 55, 508–519',
};
const bond: Suggestion = {
  code: 'bond',
  title: 'Look for the withdrawal',
  text: 'Politeness, short answers and changes of subject can be a retreat. Leave room for criticism, and thank the client for it when it comes.',
  source: 'Eubanks, Muran & Safran (2018), Psychotherapy 55, 508–519',
};
const supervision: Suggestion = {
  code: 'supervision',
  title: 'Take it to supervision',
  text: 'Bring the course and the moment you think it turned. An outside ear hears one’s own part in a rupture more easily.',
  source: 'Muran, Safran & Eubanks-Carter (2010), in The Therapeutic Alliance, Guilford',
};

const byScale: Readonly<Record<string, Suggestion>> = { goals, tasks, bond };

const byConcern: Readonly<Record<Exclude<Concern, 'alliance'>, readonly Suggestion[]>> = {
  outcome: [
    {
      code: 'course',
      title: 'Go through the course together',
      text: 'Show the client the curve, ask what has changed since it turned, and ask what would make the sessions more useful.',
      source: 'Lambert, Whipple & Kleinstäuber (2018), Psychotherapy 55, 520–537',
    },
    tasks,
    supervision,
  ],
  safety: [
    {
      code: 'contact-today',
      title: 'Contact the client today',
      text: 'Ask directly about thoughts of harm, and follow the safety plan of your practice. Write down what was agreed.',
      source: null,
    },
    {
      code: 'not-alone',
      title: 'Do not carry it alone',
      text: 'Tell your supervisor or clinic lead today, whatever the conversation brings.',
      source: null,
    },
  ],
  attendance: [
    {
      code: 'get-in-touch',
      title: 'Get in touch before the next appointment',
      text: 'A short, personal message: that the client was missed, and that it is welcome to say if something about the sessions makes it hard to come or to answer.',
      source: 'Swift & Greenberg (2015), Premature Termination in Psychotherapy, APA',
    },
    metaCommunication,
  ],
};

/**
 * What may help next.
 * @param lowest which part of the alliance lies lowest or has fallen furthest, where that is known
 */
export function suggestionsFor(concern: Concern, lowest: string | null = null): readonly Suggestion[] {
  if (concern !== 'alliance') return byConcern[concern];
  const first = lowest === null ? undefined : byScale[lowest];
  const others = [goals, tasks, bond].filter((each) => each !== first);
  return [metaCommunication, ...(first ? [first] : others), supervision];
}

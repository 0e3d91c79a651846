export type NoticeKind = 'plan' | 'escalated' | 'harmful';

export interface Notice {
  kind: NoticeKind;
  ref: string;
  eventId: string | null;
  title: string;
  waiting: number;
  simulated: boolean;
  /** The figures behind it are restricted: the message says nothing about them. */
  hidden: boolean;
  /** Where people open AI-COS; without it the message carries no link. */
  baseUrl: string | undefined;
}

/** What a person reads: one line and a link to the exact thing, which opens a page and changes nothing. */
export function noticeText(notice: Notice): string {
  const subject = notice.hidden ? 'a matter with restricted figures' : singleLine(notice.title);
  const label = notice.simulated ? '[simulated] ' : '';
  const path = notice.kind === 'plan' ? `coordination/${notice.eventId ?? ''}` : `actions/${notice.ref}`;
  const link = notice.baseUrl === undefined ? '' : `\n${new URL(`a/aicos-app/${path}`, notice.baseUrl).href}`;
  return `${label}${sentence(notice, subject)}${link}`;
}

function sentence({ kind, waiting }: Notice, subject: string): string {
  switch (kind) {
    case 'plan':
      return `${String(waiting)} ${waiting === 1 ? 'action waits' : 'actions wait'} for a decision: ${subject}`;
    case 'escalated':
      return `Still undecided, more people may decide now: ${subject}`;
    case 'harmful':
      return `An action did harm: ${subject}`;
  }
}

const CONTROL = /[\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu;

/** Text from alerts is data: no line breaks and no characters that turn the reading direction. */
function singleLine(text: string): string {
  return text.replaceAll(CONTROL, ' ').slice(0, 300);
}

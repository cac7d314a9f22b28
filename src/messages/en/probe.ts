/** What the page says of finding out why a call got no readable answer. */
export const probeMessages = {
  title: 'Find out more',
  why: 'A browser says the same of a name that does not exist, of a blocked request and of an answer without CORS headers. A request without credentials can tell some of them apart.',
  leaves: 'Leaves the page',
  leavesDetail: 'One unsigned POST. No access key ID, no secret, no session token.',
  goes: 'Goes to',
  goesTo: (host: string) => `\`${host}\``,
  goesToBoth: (host: string, other: string) =>
    `\`${host}\`, and to \`${other}\` if that does not answer`,
  tells: 'Can tell',
  tellsDetail: 'Whether anything answers there. What it says stays hidden from the page.',
  press: 'Find out what stops it',
  inProgress: 'Looking',
}

export type ProbeMessages = typeof probeMessages

/** What the page says of asking again after a wait. */
export const waitMessages = {
  title: 'Ask again',
  press: (seconds: number) => `Wait ${String(seconds)} s and ask again`,
  waiting: (seconds: number) => `Asking again in ${String(seconds)} s`,
  started: (seconds: number) => `Waiting ${String(seconds)} seconds, then asking again`,
  stop: 'Do not wait',
}

export type WaitMessages = typeof waitMessages

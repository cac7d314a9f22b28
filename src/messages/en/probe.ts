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

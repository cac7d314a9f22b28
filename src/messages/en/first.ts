import { plural } from './plural.ts'

/** What the page says before anything is read. Literal parts of a sentence stand between backticks. */
export const firstMessages = {
  locale: 'en-GB',
  product: 'STS Debugger',
  skipToAnswer: 'Skip to the answer',
  theme: { label: 'Theme', system: 'System', light: 'Light', dark: 'Dark' },
  clear: {
    label: 'Clear everything',
    short: 'Clear',
    rest: ' everything',
    done: 'Everything is forgotten.',
  },
  tab: {
    title: 'In this tab',
    nothingPasted: 'Nothing pasted yet',
    nothingRead: 'Nothing could be read',
    errorRead: 'an error text; nothing sent',
    nothingSent: 'nothing sent',
    sentToAws: 'sent to AWS STS',
    sentToCustom: 'sent to this machine',
    sentToSandbox: 'asked the sandbox',
    editPaste: 'Edit paste',
    remove: 'Remove',
    callDropped:
      'A call was under way and was dropped. AWS may already have received and recorded it.',
    done: 'Done',
  },
  box: {
    heading: 'Paste credentials, or an error',
    hint: 'It is read here, in this tab. AWS is asked only when you press a button.',
    placeholder:
      'export AWS_ACCESS_KEY_ID=ASIA…\nexport AWS_SECRET_ACCESS_KEY=…\nexport AWS_SESSION_TOKEN=IQoJb3JpZ2luX2Vj…',
    readClipboard: 'Read clipboard',
    clipboardRefused: 'The browser did not give the clipboard. Paste with the keyboard.',
    openFile: 'Open file',
    fileTooLarge: 'The file is larger than 1 MB. Paste the part that holds the credentials.',
    showText: 'Show the text',
    hideText: 'Hide the text',
    typeValues: 'Type three values',
    anywhere: 'works anywhere on the page',
    reading: 'Reading a long text.',
    readerMissing:
      'The file that reads pastes did not load. Go online and paste again, or reload the page. The text is still in the box.',
    unreadable: 'No credentials and no credential error found in this text',
    unreadableDetail: (lines: number) =>
      `${plural(lines, 'line was', 'lines were')} searched for names such as \`aws_access_key_id\` or \`AccessKeyId\`, for JSON with these names, and for bare values: 20 characters that begin ASIA or AKIA, a secret of 40 characters, a long base64 token. It was also searched for AWS’s error codes and sentences, for what SDKs and tools print around them, and for the lines of a browser’s console. An error of another program or service is not explained here. The text is still in the box.`,
  },
  whatItReads: {
    title: 'What it reads',
    rows: [
      [
        'Bare values',
        'Three strings in any order, on lines of their own, in a sentence or an address',
      ],
      ['Shells', 'POSIX, PowerShell, cmd, fish, csh and nushell: `export`, `$Env:`, `set`'],
      ['Files', '`~/.aws/credentials`, `.env`, YAML, Terraform, Docker, Kubernetes Secrets, CSV'],
      ['Responses', 'The AWS CLI as JSON, text, table or YAML; Cognito, EC2, ECS, SSO, Vault; XML'],
      ['Programs', 'Values written in JavaScript, Python, Java, Go, C#, Ruby, PHP or Rust'],
      ['Signed requests', 'Presigned URLs, headers, curl, EKS tokens: all but the secret'],
      ['Errors', 'What a CLI, SDK, Terraform, kubectl or browser console prints; XML, JSON, logs'],
    ] as const satisfies readonly (readonly [string, string])[],
  },
  promises: {
    title: 'You can check',
    rows: (hosts: number) => [
      ['Read in this tab', 'Go offline, then paste. It still reads.'],
      ['Nothing is stored', 'Storage panel: no credential. Reload, and it is gone.'],
      [
        'Only STS is reachable',
        `\`connect-src\` lists ${String(hosts)} STS hosts and this machine.`,
      ],
      ['The secret stays here', 'It signs in this tab. The request shows what is sent.'],
    ],
  },
  situations: {
    title: 'Try it without an AWS account',
    intro:
      'A sandbox STS in this page checks signatures as AWS does and answers with AWS’s errors. Nothing is sent.',
    outro: 'The keys are invented. Change the secret or the Region and ask again.',
    unavailable:
      'The sandbox’s file did not load. Go online, reload the page, then choose a situation again.',
    success: 'Success',
    names: {
      'valid-role-session': ['Valid role session', 'Identity, limits and 42 minutes on the clock.'],
      'expired-session': [
        'Expired session',
        'Ended 3 hours ago; the same three values worked before.',
      ],
      'token-missing': ['Session token missing', 'A temporary key (ASIA) sent on its own.'],
      'wrong-secret': ['Wrong secret access key', 'One character changed in the secret.'],
      'clock-20-minutes-off': [
        'Clock 20 minutes off',
        'Everything right except the time on this device.',
      ],
      'altered-token': ['Altered session token', 'One character changed in the token.'],
      'service-unavailable': [
        'STS unavailable',
        'Nothing wrong with the credentials; AWS answers 503.',
      ],
      'portal-html': ['A portal answers', 'A login page comes back instead of AWS’s answer.'],
      'user-with-mfa': ['minji, IAM user with MFA', 'Long-term key. Get a session, assume roles.'],
      administrator: ['jisoo, administrator', 'Long-term key. May decode messages and much more.'],
      'user-without-permissions': [
        'haneul, who may only read',
        'Long-term key. Most calls end in a denial.',
      ],
      'under-service-control-policy': [
        'sora, in another account',
        'Administrator there; a service control policy still denies.',
      ],
      'root-user': ['The root user', 'Long-term key. It can assume no role.'],
      'inactive-key': ['dohyun, whose key is inactive', 'Switched off in IAM.'],
    } as Readonly<Record<string, readonly [name: string, detail: string]>>,
    codes: {
      'portal-html': 'HTML',
    } as Readonly<Record<string, string>>,
    people: 'Be somebody of the sandbox, with a long-term key',
    label: 'Situation',
    none: 'None: an ordinary sandbox',
  },
  aws: {
    title: 'AWS STS',
    custom: 'Custom endpoint',
    sandbox: 'Sandbox STS',
    notAsked: 'Not asked yet',
    explained: 'Not asked; explained from the text',
    insidePage: 'Inside this page. Nothing is sent',
    asking: 'Asking',
    answeredAt: (at: string) => `Answered at ${at}`,
    stoppedAt: (at: string) => `Stopped at ${at}`,
    noAnswerAt: (at: string) => `No answer at ${at}`,
  },
  ledger: {
    calls: 'Calls made',
    callsDetail: (count: number) => (count === 0 ? '0' : `${String(count)} + preflights`),
    stored: 'Stored',
    storedDetail: (preferences: number) =>
      `0 bytes of credentials, ${String(preferences)} of preferences`,
    hosts: 'May connect to',
    hostsDetail: (count: number, loopback: boolean) =>
      `${plural(count, 'STS host', 'STS hosts')}${loopback ? ' and this machine' : ''}`,
    hostsOpen: 'anything: this copy runs without its policy',
    build: 'Build',
    howToCheck: 'How to check',
    keyboard: 'Keyboard',
    keys: [
      ['Ctrl V', 'Paste, wherever the focus is'],
      ['Ctrl Enter', 'Who am I? or Ask again'],
      ['Esc', 'Cancel the request, or close what is open'],
      ['Alt Shift X', 'Clear everything'],
    ] as const satisfies readonly (readonly [string, string])[],
    keysOnMac: 'On a Mac, ⌘ in place of Ctrl.',
    checks: (hosts: number) => [
      'Open the network panel of your browser, then paste. No request appears until you press the button; then one goes to the host shown, after a preflight that the browser may add. The ledger counts the calls.',
      'Open the storage panel. Local storage holds theme and last Region at most; session storage, IndexedDB, cookies and caches are empty.',
      `Read the page’s Content-Security-Policy. \`connect-src\` names ${String(hosts)} STS hosts and this machine, and nothing else.`,
      'Clear everything, then take a heap snapshot and search it for the secret.',
    ],
    checkBuild: 'Make the build yourself and compare: the hash below is that of the list of files.',
    checkBuildCommand:
      'npm ci && npm run build && cd dist && LC_ALL=C sha256sum assets/* | sha256sum',
  },
  failure: {
    title: 'The page itself failed',
    detail:
      'This is the page’s fault, not your credentials’. Nothing was sent. Reload, and paste again.',
    reload: 'Reload',
  },
  copy: {
    copy: 'Copy',
    copied: 'Copied',
    notCopied: 'Not copied',
    refused: 'The browser refused the clipboard. Select the text and copy it by hand.',
    label: (what: string) => `Copy ${what}`,
  },
  answerStatus: {
    error: 'Error',
    noAnswer: 'No answer',
    notSent: 'Not sent',
    cannotTell: 'Cannot tell',
  },
}

export type FirstMessages = typeof firstMessages

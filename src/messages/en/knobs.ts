/** One thing broken at a time in the sandbox; in the order in which they are offered. */
export const knobMessages = {
  label: 'Break one thing',
  none: 'Nothing is broken',
  names: {
    'clock-behind': 'This device’s clock is 20 min ahead',
    'clock-ahead': 'This device’s clock is 20 min behind',
    'session-ended': 'This session has ended',
    'just-made': 'New credentials are not known yet',
    'sts-deactivated': 'STS is deactivated in this Region',
    'region-not-enabled': 'The Region is not enabled',
    'no-cors': 'The answer has no CORS headers',
    'internal-failure': 'STS fails: 500',
    'service-unavailable': 'STS is unavailable: 503',
    throttling: 'Too many requests',
    'portal-html': 'A portal answers',
    hang: 'No answer ever comes',
    cut: 'The answer breaks off',
  },
}

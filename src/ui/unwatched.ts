/** Attributes that keep password managers and a browser's helpers away from a field. */
export const UNWATCHED = {
  spellCheck: false,
  autoCapitalize: 'off',
  'data-1p-ignore': '',
  'data-lpignore': 'true',
  'data-bwignore': '',
  'data-form-type': 'other',
} as const

/** Under which id the problems of what was read in a secret field stand; only one form is shown at a time. */
export const problemsIdOf = (parameter: string): string => `problems-of-${parameter}`

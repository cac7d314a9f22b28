/** Invented values for the examples of the recognisers; they work nowhere. */
export const EXAMPLE_KEY = 'ASIARTX3GSDSQEXAMPLE'
export const EXAMPLE_SECRET = 'EXAMPLE/secret/0123456789/ABCDEF/EXAMPLE'
export const EXAMPLE_TOKEN = 'IQoJb3JpZ2luX2VjEXAMPLE'

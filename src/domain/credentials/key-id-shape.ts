const KEY_ID = /^A[A-Z0-9]{3}[A-Z0-9]{12,28}$/

/** Whether a text has the shape of an access key ID, which is no secret and may be shown. */
export const isKeyIdShaped = (text: string): boolean => KEY_ID.test(text)

const LABEL = /Encoded authorization (?:failure )?message:?\s{0,8}["']?/gi
const BODY = /^[A-Za-z0-9_-]{40,16384}/
const SHORTEST = 80

/**
 * The encoded authorization message in a text, as EC2 and others append it, or the whole text where it is nothing but
 * one (lines may be wrapped); null where there is none. AWS writes it in the URL-safe base64 alphabet.
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_DecodeAuthorizationMessage.html
 */
export function encodedMessageIn(text: string): string | null {
  for (const label of text.matchAll(LABEL)) {
    const found = BODY.exec(text.slice(label.index + label[0].length, label.index + 32_768))?.[0]
    if (found) return found
  }
  const bare = text.length <= 32_768 ? text.replace(/[\s"']/g, '') : ''
  const isBare =
    bare.length >= SHORTEST &&
    /^[A-Za-z0-9_-]+$/.test(bare) &&
    /[a-z]/.test(bare) &&
    /\d/.test(bare)
  return isBare && !/\s\S{1,30}\s\S{1,30}\s/.test(text) ? bare : null
}

/** The command that decodes a message, for somebody who may. */
export function decodeCommand(message: string): string {
  return `aws sts decode-authorization-message --encoded-message ${message} --query DecodedMessage --output text`
}

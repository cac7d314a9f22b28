import { NOTHING } from '../entry.ts'
import { EXAMPLE_KEY, EXAMPLE_SECRET, EXAMPLE_TOKEN } from '../example-values.ts'
import { findingsOf } from '../named-entries.ts'
import type { Recogniser } from '../recogniser.ts'

/** `$Env:NAME="value"`. */
export const powershell: Recogniser = {
  shape: 'powershell',
  example: `$Env:AWS_ACCESS_KEY_ID="${EXAMPLE_KEY}"
$Env:AWS_SECRET_ACCESS_KEY="${EXAMPLE_SECRET}"
$Env:AWS_SESSION_TOKEN="${EXAMPLE_TOKEN}"`,
  recognise: (page) =>
    /\$\{?env:/i.test(page.text)
      ? findingsOf(page, ['equals'], {
          isOwn: ({ at }) => /\$\{?env:$/i.test(page.text.slice(Math.max(0, at - 6), at)),
        })
      : NOTHING,
}

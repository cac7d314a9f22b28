import type { CredentialFormat } from './credential-format.ts'
import { quotePosix } from './posix.ts'
import { writeVariables } from './variables.ts'

/**
 * `-e NAME=value -e …` on one line, for `docker run`.
 * @see https://docs.docker.com/reference/cli/docker/container/run/#env
 */
export const docker: CredentialFormat = {
  id: 'docker',
  holds: { expiration: true, profile: false },
  write: (sets) =>
    writeVariables(
      sets,
      (name, value) => {
        const word = quotePosix(`${name}=${value}`)
        return word === null ? null : `-e ${word}`
      },
      ' ',
    ),
}

import { useId, useState } from 'react'
import { roleArnFrom } from '#domain/sts/operations/role-arn.ts'
import type { FormMessages } from '#messages/en/operation-forms.ts'

/** A role's ARN put together from account and name. */
export function RoleArnHelper({
  partition,
  account: usual,
  onArn,
  text,
}: {
  readonly partition: string
  /** The caller's account, where it is known; else empty. */
  readonly account: string
  readonly onArn: (arn: string) => void
  readonly text: FormMessages
}) {
  const id = useId()
  const [account, setAccount] = useState(usual)
  const [role, setRole] = useState('')
  const isWhole = account.trim() !== '' && role.trim() !== ''
  return (
    <details className="role-helper">
      <summary className="fine">{text.roleHelper}</summary>
      <div className="row">
        <label htmlFor={`${id}-account`}>{text.account}</label>
        <input
          id={`${id}-account`}
          inputMode="numeric"
          autoComplete="off"
          value={account}
          onChange={(event) => setAccount(event.currentTarget.value)}
        />
        <label htmlFor={`${id}-role`}>{text.roleName}</label>
        <input
          id={`${id}-role`}
          autoComplete="off"
          spellCheck={false}
          value={role}
          onChange={(event) => setRole(event.currentTarget.value)}
        />
        <button
          className="button button-small"
          type="button"
          aria-disabled={!isWhole}
          onClick={() => {
            if (isWhole) onArn(roleArnFrom({ partition, account, role }))
          }}
        >
          {text.useArn}
        </button>
      </div>
    </details>
  )
}

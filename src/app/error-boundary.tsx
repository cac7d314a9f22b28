import { Component, type ReactNode } from 'react'
import type { FirstMessages } from '#messages/en/first.ts'

type Props = { readonly text: FirstMessages['failure']; readonly children: ReactNode }

/** A bug of ours: said as such, so that nobody looks for it in a credential. */
export class ErrorBoundary extends Component<Props, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false }

  static getDerivedStateFromError(): { readonly hasFailed: boolean } {
    return { hasFailed: true }
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children
    const { text } = this.props
    return (
      <main role="alert">
        <div className="block stack">
          <h1 className="big">{text.title}</h1>
          <p className="prose">{text.detail}</p>
          <p>
            <button className="button" type="button" onClick={() => location.reload()}>
              {text.reload}
            </button>
          </p>
        </div>
      </main>
    )
  }
}

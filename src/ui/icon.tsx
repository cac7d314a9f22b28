export type IconName = 'success' | 'warning' | 'error' | 'progress' | 'plain' | 'supports'

const PATHS: Readonly<Record<IconName, string>> = {
  success: 'M14.25 8a6.25 6.25 0 1 1-12.5 0 6.25 6.25 0 0 1 12.5 0ZM5 8.2l2.1 2.1L11 6.2',
  warning: 'M8 2l6.5 11.5h-13zM8 6.5v3.2m0 1.2v1.2',
  error: 'M5.4 1.75h5.2l3.65 3.65v5.2l-3.65 3.65H5.4L1.75 10.6V5.4zM5.8 5.8l4.4 4.4m0-4.4-4.4 4.4',
  progress: 'M8 4.8V8l2.2 1.4',
  plain: 'M14.25 8a6.25 6.25 0 1 1-12.5 0 6.25 6.25 0 0 1 12.5 0ZM5.2 8h5.6',
  supports: 'M14.25 8a6.25 6.25 0 1 1-12.5 0 6.25 6.25 0 0 1 12.5 0ZM5 8h6M8.6 5.6 11 8l-2.4 2.4',
}

/** A silhouette that stands beside a word and never alone. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" aria-hidden="true">
      {name === 'progress' && <circle cx="8" cy="8" r="6.25" strokeDasharray="3 2" />}
      <path d={PATHS[name]} />
    </svg>
  )
}

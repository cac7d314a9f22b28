/** A sentence whose literal parts stand between backticks. */
export function Rich({ text }: { readonly text: string }) {
  return text
    .split('`')
    .map((part, index) =>
      index % 2 === 1 ? <code key={`${String(index)}${part}`}>{part}</code> : part,
    )
}

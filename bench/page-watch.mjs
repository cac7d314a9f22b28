// Runs inside a page: measures from a click to the answer that it brings.

/**
 * @typedef {{ took: number, requestId: string | null }} Press
 * @typedef {Window & { nextAnswer?: () => Promise<Press> }} WatchedWindow
 */

/**
 * Puts `nextAnswer()` on the window: it resolves as soon as a new element that `selector` names stands in the document,
 * with the milliseconds since the click before it. Playwright hands this function over as text.
 *
 * @param {string} selector
 */
export function watchPresses(selector) {
  const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/
  let pressed = 0
  document.addEventListener('click', () => (pressed = performance.now()), true)
  const watched = /** @type {WatchedWindow} */ (window)
  watched.nextAnswer = () =>
    new Promise((resolve) => {
      const before = document.querySelector(selector)
      const observer = new MutationObserver(() => {
        const now = document.querySelector(selector)
        if (now === null || now === before || now.textContent === '') return
        observer.disconnect()
        const answered = performance.now()
        // The request ID may stand below and come later; it proves that each press was a call of its own.
        const look = () => {
          const [requestId] = document.body.innerText.match(UUID) ?? []
          if (requestId === undefined && performance.now() < answered + 2000) setTimeout(look, 10)
          else resolve({ took: answered - pressed, requestId: requestId ?? null })
        }
        setTimeout(look)
      })
      observer.observe(document.body, { childList: true, subtree: true })
    })
}

/**
 * Presses and waits for the answer.
 *
 * @param {import('playwright-core').Page} page
 * @param {string} button
 * @returns {Promise<{ took: number, requestId: string }>}
 */
export async function press(page, button) {
  const came = await page.evaluate(async (selector) => {
    // What the last answer left to do is done, and the page is as quiet as in front of a person.
    await new Promise((resolve) => setTimeout(resolve, 60))
    const next = /** @type {WatchedWindow} */ (window).nextAnswer?.()
    const element = document.querySelector(selector)
    if (element instanceof HTMLElement) element.click()
    return next
  }, button)
  if (!came) throw new Error('the page is not watched')
  const { took, requestId } = came
  if (requestId === null) throw new Error('an answer without a request ID')
  return { took, requestId }
}

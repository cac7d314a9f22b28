import { replaceAll, type Repair } from '../repair.ts'

/** Fences of code blocks, also where a chat glued them to the first line. */
export const markdownFences: Repair = (text) =>
  text.includes('```') || text.includes('~~~')
    ? replaceAll(
        text,
        'markdown-fences',
        /(?:```|~~~)(?:[a-zA-Z-]{1,20}(?=[ \t]{0,8}(?:\n|$)))?/g,
        '',
      )
    : null

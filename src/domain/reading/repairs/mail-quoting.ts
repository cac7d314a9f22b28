import { replaceAll, type Repair } from '../repair.ts'

/** Marks of quoted lines, `> ` once or several times over. No value begins with one. */
export const mailQuoting: Repair = (text) =>
  text.includes('>') ? replaceAll(text, 'mail-quoting', /^[ \t]{0,3}>[> \t]{0,16}/gm, '') : null

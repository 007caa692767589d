/** Rows are not in the form that can be read straight through: the slower reader tells why, if anything is wrong. */
export class NotPlain extends Error {
  override name = 'NotPlain';
}

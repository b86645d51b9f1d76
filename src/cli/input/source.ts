/** A file that was read: its name as the user gave it, and its text. */
export interface Source {
  readonly name: string;
  readonly text: string;
}

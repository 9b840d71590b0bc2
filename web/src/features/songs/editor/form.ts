import type { SongDraft } from "./draft";

export interface FormProps {
  draft: SongDraft;
  set: (part: Partial<SongDraft>) => void;
  errors: Record<string, string>;
}

/** A text field of one entry on each line as its entries. */
export function lines(text: string): string[] {
  return text === "" ? [] : text.split("\n");
}

const marks = /\p{M}+/gu;
const single: Record<string, string> = { đ: "d", ł: "l", ø: "o", æ: "ae", œ: "oe", ß: "ss", þ: "th", ð: "d" };

/** Lower case without accents and apostrophes: the form in which words are compared on this side. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFKD")
    .replace(marks, "")
    .replace(/[đłøæœßþð]/g, (letter) => single[letter] ?? letter)
    .replace(/['’‘`]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Whether the text holds all words of the query, in any order. */
export function foldedIncludes(text: string, query: string): boolean {
  const folded = fold(text);
  return fold(query)
    .split(" ")
    .every((word) => folded.includes(word));
}

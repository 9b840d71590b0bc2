export const shortest = 12;

export type Strength = "none" | "short" | "guessable" | "good" | "strong";

function isRun(text: string): boolean {
  const steps = [...text].slice(1).map((letter, i) => (letter.codePointAt(0) ?? 0) - (text.codePointAt(i) ?? 0));
  return steps.filter((step) => Math.abs(step) <= 1).length > steps.length * 0.7;
}

function holdsOneOf(text: string, names: string[]): boolean {
  return names.some((name) => {
    const word = name.toLowerCase().trim();
    return word.length >= 4 && text.includes(word) && text.length - word.length < 6;
  });
}

/** A guess at how hard a password is to guess. The server, which knows the common ones, has the last word. */
export function strengthOf(password: string, names: string[] = []): Strength {
  const letters = [...password];
  if (letters.length === 0) return "none";
  if (letters.length < shortest) return "short";
  const text = password.toLowerCase();
  const different = new Set(text).size;
  if (different < 6 || isRun(text) || holdsOneOf(text, names)) return "guessable";
  return letters.length >= 18 && different >= 9 ? "strong" : "good";
}

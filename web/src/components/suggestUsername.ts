/** A name to sign in with, made from the person's name until another is typed. */
export function suggestUsername(name: string): string {
  const first = name.trim().split(/\s+/)[0] ?? "";
  return first.toLowerCase().replace(/[^\p{L}\p{N}._-]/gu, "");
}

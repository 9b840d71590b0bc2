import { pitchOf as pitchClass } from "./chart/keys";

/** The keys that songs are offered in, by semitones above C; spelled as the server spells them. */
const majors = ["C", "Db", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B"];
const minors = ["Cm", "C#m", "Dm", "Ebm", "Em", "Fm", "F#m", "Gm", "G#m", "Am", "Bbm", "Bm"];

const wrap = (semitones: number) => ((semitones % 12) + 12) % 12;

/** Semitones above C, or −1 for what is no key. */
export function pitchOf(key: string): number {
  return /^[A-G][b#]?m?$/.test(key) ? (pitchClass(key) ?? -1) : -1;
}

/** The twelve keys of the same mode, from C upwards. The key itself keeps its own spelling. */
export function keysLike(key: string): string[] {
  const own = pitchOf(key);
  return (key.endsWith("m") ? minors : majors).map((name, pitch) => (pitch === own ? key : name));
}

/** The key some semitones up or down; back at the same pitch it keeps its spelling. */
export function moveKey(key: string, semitones: number): string {
  const pitch = pitchOf(key);
  if (pitch < 0) return key;
  return keysLike(key)[wrap(pitch + semitones)] ?? key;
}

/** The key of the shapes that sound as `key` with a capo. */
export function shapesFor(key: string, capo: number): string {
  return moveKey(key, -capo);
}

/** The shorter way from one key to another, −5 to 6 semitones. */
export function distance(from: string, to: string): number {
  const up = wrap(pitchOf(to) - pitchOf(from));
  return up > 6 ? up - 12 : up;
}

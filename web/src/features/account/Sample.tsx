/** The 7 of G7 is set higher; the 5 that is a whole chord is not. */
const raised = /(?<=.)7$/;

interface Syllable {
  chord: string;
  text: string;
}

function syllables(word: string): Syllable[] {
  return [...word.matchAll(/(?:\[([^\]]*)\])?([^[]+)/g)].map(([, chord = "", text = ""]) => ({ chord, text }));
}

function className(one: Syllable, last: boolean): string {
  const wide = one.chord.length > 2 && !raised.test(one.chord) && one.text.length < 4;
  return ["s", wide && "wide", wide && !last && "hy"].filter(Boolean).join(" ");
}

function Word({ word }: { word: string }) {
  const all = syllables(word);
  return (
    <span className="w">
      {all.map((one, i) => (
        <span key={i} className={className(one, i === all.length - 1)}>
          {one.chord && (
            <b className="c">
              {one.chord.replace(raised, "")}
              <sup>{one.chord.match(raised)?.[0]}</sup>
            </b>
          )}
          <span className="t">{one.text}</span>
        </span>
      ))}
    </span>
  );
}

/** A line to look at, such as `Come, [A]Thou [D]Fount`: chords over syllables as in a chart. */
export function SampleLine({ source }: { source: string }) {
  return (
    <span className="ln">
      {source.split(" ").map((word, i) => (
        <span key={i} className="sw">
          {i > 0 && " "}
          {word.includes("[") ? <Word word={word} /> : word}
        </span>
      ))}
    </span>
  );
}

/** Robert Robinson, 1758: what is sung needs no translation. */
const verse = [
  "Come, [A]Thou [D]Fount of every [A]blessing,",
  "[D]Tune my [G]heart [D]to sing [A]Thy [D]grace;",
  "Streams [A]of [D]mercy, never [A]ceasing,",
  "[D]Call for [G]songs [D]of loud[A]est [D]praise.",
  "Teach me [D]some [F♯m]me[G]lodious [D]sonnet,",
  "Sung by [D]flam[F♯m]ing [G]tongues a[D]bove;",
  "Praise [A]the [D]mount! I’m fixed up[A]on it,",
  "[D]Mount of [G]Thy [D]redeem[A]ing [D]love.",
];

/** The words are the decoration. */
export function Verse() {
  return (
    <div className="in-art" aria-hidden>
      <div className="chart">
        {verse.map((line) => (
          <SampleLine key={line} source={line} />
        ))}
      </div>
    </div>
  );
}

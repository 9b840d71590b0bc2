import type { Difference } from "@/api/types";
import { t, tn } from "@/i18n";
import { fieldName, isLong, valueText } from "../model";

function Value({ text, was }: { text: string; was?: boolean }) {
  const label = was ? t("history.before") : t("history.after");
  return (
    <>
      <span className="sr">{label} </span>
      {was ? <del>{text}</del> : <ins>{text}</ins>}
    </>
  );
}

function Line({ one }: { one: Difference }) {
  return (
    <>
      <b>{fieldName(one)}</b> <Value text={valueText(one, one.before)} was /> <span aria-hidden>→</span>{" "}
      <Value text={valueText(one, one.after)} />
    </>
  );
}

function Block({ one }: { one: Difference }) {
  const texts = [
    { name: t("history.before"), text: one.before },
    { name: t("history.after"), text: one.after },
  ];
  return (
    <>
      <b>{fieldName(one)}</b>
      <div className="two-texts">
        {texts.map(({ name, text }) => (
          <figure key={name}>
            <figcaption>{name}</figcaption>
            <pre>{text || t("history.nothing")}</pre>
          </figure>
        ))}
      </div>
    </>
  );
}

/** What differs. A single short difference stands in the open. */
export function Differences({ list }: { list: Difference[] }) {
  const [first] = list;
  if (!first) return null;
  if (list.length === 1 && !isLong(first))
    return (
      <p className="df">
        <Line one={first} />
      </p>
    );
  return (
    <details className="diffs">
      <summary>{tn("history.differences", list.length)}</summary>
      <ul>
        {list.map((one) => (
          <li key={one.field} className="df">
            {isLong(one) ? <Block one={one} /> : <Line one={one} />}
          </li>
        ))}
      </ul>
    </details>
  );
}
